// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The settings group {@code privacy}: what only the municipality can say in the privacy statement.
 *
 * @param controller who is responsible, with an address; the same in every language
 * @param officer how to reach the data protection officer; the same in every language
 * @param legalBasis by the language's code, whole sentences
 * @param retention by the language's code, whole sentences
 */
public record PrivacySettings(
    String controller,
    String officer,
    Map<String, String> legalBasis,
    Map<String, String> retention) {

  public PrivacySettings {
    controller = Objects.requireNonNullElse(controller, "").strip();
    officer = Objects.requireNonNullElse(officer, "").strip();
    legalBasis = filled(legalBasis);
    retention = filled(retention);
  }

  private static Map<String, String> filled(Map<String, String> given) {
    Map<String, String> filled = new LinkedHashMap<>();
    Objects.requireNonNullElse(given, Map.<String, String>of())
        .forEach(
            (language, text) -> {
              if (text != null && !text.isBlank()) {
                filled.put(language, text.strip());
              }
            });
    return Map.copyOf(filled);
  }

  /** What the statement holds in this language, by the setting's name; empty: not filled in. */
  public Map<String, String> statement(String language) {
    return Map.of(
        "controller",
        controller,
        "officer",
        officer,
        "legalBasis",
        legalBasis.getOrDefault(language, ""),
        "retention",
        retention.getOrDefault(language, ""));
  }

  /** The settings that a whole statement in these languages lacks, as they stand in config.yml. */
  public List<String> missing(List<String> languages) {
    List<String> missing = new ArrayList<>();
    if (controller.isEmpty()) {
      missing.add("privacy.controller");
    }
    if (officer.isEmpty()) {
      missing.add("privacy.officer");
    }
    for (String language : languages) {
      if (!legalBasis.containsKey(language)) {
        missing.add("privacy.legalBasis." + language);
      }
      if (!retention.containsKey(language)) {
        missing.add("privacy.retention." + language);
      }
    }
    return missing;
  }
}
