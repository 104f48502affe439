// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names after a salutation, which stays. A name begins with a capital; one in small letters is
 * known after an abbreviation (dhr., mw.), by its tussenvoegsel (de, van der), or where it is among
 * the most frequent ones.
 */
final class Names {
  private static final String ABBREVIATIONS = "dhr|mevr|(?<![0-9] )mw|mej|fam|mrs";

  private static final Pattern SALUTATION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:("
              + ABBREVIATIONS
              + ")|heer|heren|meneer|mijnheer|menheer|mevrouw|juffrouw|familie|mister|miss|madam|mr|(?<![0-9] )ms|sir"
              + "|drs?|prof|professor)(?![\\p{L}\\p{N}'-])\\.?"
              + "(?: {1,2}(?:drs?|mr|ir|ing|prof)\\b\\.?){0,2} {0,2}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Words that follow a salutation and are no name; in capitals, too, since some only write so. */
  private static final String NO_NAME = "(?!(?i:" + anyOf("no-names.txt") + ")(?![\\p{L}\\p{N}]))";

  private static final String PREFIX =
      "(?i:van|von|de|der|den|del|della|di|da|dos|du|el|al|ben|bin|la|le|ter|ten|te|vd|v\\.d\\.|'t|in|op|aan|uit)";

  private static final String WORD =
      "[\\p{L}\\p{M}']{0,30}+(?:-\\p{L}[\\p{L}\\p{M}']{0,30}+){0,3}+";

  private static final String CAPITALISED = NO_NAME + "\\p{Lu}" + WORD;

  private static final Pattern WITH_CAPITAL =
      Pattern.compile(
          "(?:\\p{Lu}(?:\\. ?| )){0,5}+(?:"
              + PREFIX
              + " ){0,3}"
              + CAPITALISED
              + "(?: (?:"
              + PREFIX
              + " ){0,3}"
              + CAPITALISED
              + "){0,3}");

  /** Somebody who writes in capitals only: the first word, or all would be a name. */
  private static final Pattern IN_CAPITALS =
      Pattern.compile("(?:\\p{Lu}\\. ?){0,5}+(?:" + PREFIX + " ){0,3}" + CAPITALISED);

  private static final String SMALL = NO_NAME + "\\p{Ll}" + WORD;

  private static final Pattern AFTER_ABBREVIATION =
      Pattern.compile("(?:" + PREFIX + " ){0,3}" + SMALL);

  private static final Pattern SMALL_NAME =
      Pattern.compile(
          "(?:(?:van(?: de[rn]?| 't)?|de[rn]?|ter|ten|el|'t) "
              + SMALL
              + "|(?:"
              + anyOf("surnames.txt")
              + ")(?![\\p{L}\\p{N}]))");

  private Names() {}

  static Stream<Span> find(String text) {
    return SALUTATION.matcher(text).results().flatMap(found -> after(found, text).stream());
  }

  private static Optional<Span> after(MatchResult salutation, String text) {
    boolean abbreviated = salutation.group(1) != null;
    boolean shouted =
        !abbreviated && salutation.group().equals(salutation.group().toUpperCase(Locale.ROOT));
    Matcher name =
        (shouted ? IN_CAPITALS : WITH_CAPITAL)
            .matcher(text)
            .region(salutation.end(), text.length());
    boolean found =
        name.lookingAt()
            || name.usePattern(abbreviated ? AFTER_ABBREVIATION : SMALL_NAME).lookingAt();
    return found ? Optional.of(Span.of(Kind.NAME, name)) : Optional.empty();
  }

  private static String anyOf(String file) {
    try (BufferedReader words =
        new BufferedReader(
            new InputStreamReader(Names.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return words.lines().map(Pattern::quote).collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException("The words in " + file + " cannot be read", e);
    }
  }
}
