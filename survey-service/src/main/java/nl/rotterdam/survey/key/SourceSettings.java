// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;

/**
 * A system that reports contacts, with a key that stands in the settings.
 *
 * @param name its name, kept with every contact that it reports
 * @param apiKey what it sends in X-Api-Key
 * @param requestsPerMinute most requests in a minute
 */
public record SourceSettings(
    @NotNull @Pattern(regexp = NAME, message = NAME_ONLY) String name,
    String apiKey,
    @Min(1) @Max(MOST_PER_MINUTE) Integer requestsPerMinute) {
  /** The source of the command line, and of whoever sends the key in API_KEY. */
  public static final String DEFAULT = "default";

  /** Most requests in a minute of which nobody said another number. */
  public static final int USUAL_PER_MINUTE = 6_000;

  static final int MOST_PER_MINUTE = 1_000_000;

  /** How a name is written. */
  public static final String NAME = "[a-z0-9-]{1,50}";

  public static final String NAME_ONLY = "must be 1 to 50 small letters, digits and hyphens";

  public SourceSettings {
    requestsPerMinute = Objects.requireNonNullElse(requestsPerMinute, USUAL_PER_MINUTE);
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "SourceSettings[" + name + "]";
  }
}
