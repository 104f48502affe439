// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import jakarta.validation.constraints.Pattern;
import java.util.Objects;

/**
 * The settings group {@code pages}: what residents' pages have of the municipality's own.
 *
 * @param theme a folder with {@code theme.css}, logo and fonts; empty: the neutral look
 * @param accessibilityStatement where the municipality's registered statement is; empty: no link
 */
public record PageSettings(
    String theme,
    @Pattern(
            regexp = "|https://\\S+",
            message = "must be the https address of the statement, or empty")
        String accessibilityStatement) {

  public PageSettings {
    theme = Objects.requireNonNullElse(theme, "").strip();
    accessibilityStatement = Objects.requireNonNullElse(accessibilityStatement, "").strip();
  }
}
