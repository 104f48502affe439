// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;

/**
 * How invitations are sent.
 *
 * @param poll how often to look for what is due
 * @param pause how long to leave a carrier alone that cannot be reached
 * @param retries after how long to try again, the first time, the second ...; then it has failed
 */
public record SendingSettings(
    @NotNull Duration poll, @NotNull Duration pause, @NotEmpty List<@NotNull Duration> retries) {

  @AssertTrue(message = "poll, pause and retries must be longer than 0, such as PT1S")
  boolean isLongerThanZero() {
    return poll == null
        || pause == null
        || retries == null
        || (positive(poll) && positive(pause) && retries.stream().allMatch(this::positive));
  }

  private boolean positive(Duration duration) {
    return duration == null || (!duration.isZero() && !duration.isNegative());
  }
}
