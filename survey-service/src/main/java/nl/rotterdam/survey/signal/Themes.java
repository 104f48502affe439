// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.rotterdam.survey.signal.SignalSettings.ThemeSettings;
import nl.rotterdam.survey.signal.StemmedLanguage.Stem;

/**
 * What open answers are about, by lists of words and phrases. An answer may be about several
 * themes, and is searched for the words of every language: residents do not always write in the one
 * in which they were asked.
 */
public final class Themes {
  /** What stands where an answer is about no theme. */
  public static final String NONE = "none";

  private static final int VERSION_LENGTH = 12;

  private final Map<String, ThemeSettings> settings;
  private final Map<StemmedLanguage, List<Phrase>> phrases = new TreeMap<>();
  private final String version;

  /**
   * @throws IllegalArgumentException for a term without a word that tells anything
   */
  public Themes(Map<String, ThemeSettings> settings) {
    this.settings = new LinkedHashMap<>(settings);
    settings.forEach(
        (code, theme) ->
            theme
                .terms()
                .forEach((language, terms) -> add(code, StemmedLanguage.of(language), terms)));
    this.version = hash(settings);
  }

  private record Phrase(String theme, List<Stem> stems) {
    boolean isIn(Map<String, Set<Integer>> places) {
      Stem first = stems.get(0);
      return places.getOrDefault(first.text(), Set.of()).stream()
          .anyMatch(
              place ->
                  stems.stream()
                      .allMatch(
                          stem ->
                              places
                                  .getOrDefault(stem.text(), Set.of())
                                  .contains(place + stem.place() - first.place())));
    }
  }

  private void add(String theme, StemmedLanguage language, List<String> terms) {
    for (String term : terms) {
      List<Stem> stems = language.stems(term);
      if (stems.isEmpty()) {
        throw new IllegalArgumentException(
            "signals.themes.%s has the term \"%s\", which holds no word that tells anything"
                .formatted(theme, term));
      }
      phrases.computeIfAbsent(language, none -> new ArrayList<>()).add(new Phrase(theme, stems));
    }
  }

  /** The codes of what this text is about, in the order of the settings; empty: no theme. */
  public List<String> of(String text) {
    Set<String> found =
        phrases.entrySet().stream()
            .flatMap(
                each -> {
                  Map<String, Set<Integer>> places =
                      each.getKey().stems(text).stream()
                          .collect(groupingBy(Stem::text, mapping(Stem::place, toSet())));
                  return each.getValue().stream().filter(phrase -> phrase.isIn(places));
                })
            .map(Phrase::theme)
            .collect(toSet());
    return settings.keySet().stream().filter(found::contains).toList();
  }

  /** The codes of all, in their order. */
  public List<String> codes() {
    return List.copyOf(settings.keySet());
  }

  /** The name in this language, or else in the first that it has one in. */
  public String name(String code, String language) {
    Map<String, String> names = settings.get(code).names();
    return names.getOrDefault(language, names.values().iterator().next());
  }

  /** By what the lists are told from others: the beginning of the SHA-256 of their terms. */
  public String version() {
    return version;
  }

  private static String hash(Map<String, ThemeSettings> settings) {
    StringBuilder all = new StringBuilder();
    settings.forEach((code, theme) -> all.append(code).append(new TreeMap<>(theme.terms())));
    return Hashing.sha256()
        .hashString(all, StandardCharsets.UTF_8)
        .toString()
        .substring(0, VERSION_LENGTH);
  }
}
