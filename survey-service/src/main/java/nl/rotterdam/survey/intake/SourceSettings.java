// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A system that reports contacts.
 *
 * @param name its name, kept with every contact that it reports
 * @param apiKey what it sends in X-Api-Key
 */
public record SourceSettings(
    @NotNull
        @Pattern(
            regexp = "[a-z0-9-]{1,50}",
            message = "must be 1 to 50 small letters, digits and hyphens")
        String name,
    String apiKey) {
  /** The source of the command line, and of whoever sends the key in API_KEY. */
  public static final String DEFAULT = "default";

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "SourceSettings[" + name + "]";
  }
}
