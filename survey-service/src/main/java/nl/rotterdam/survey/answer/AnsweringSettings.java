// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * By what an answer is taken for a mail scanner's, which opens the links of a mail and presses
 * their buttons. Such an answer is kept apart until the resident answers.
 *
 * @param tooSoon an answer within this time of the message's acceptance by the carrier; 0 for none
 * @param burstLinks an answer after so many different links of one message were opened
 * @param burstWithin the time in which those were opened; 0 for none
 */
public record AnsweringSettings(
    @NotNull Duration tooSoon, @NotNull @Min(2) Integer burstLinks, @NotNull Duration burstWithin) {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  @AssertTrue(message = "tooSoon and burstWithin must be from PT0S (off) to PT5M")
  boolean isShort() {
    return tooSoon == null || burstWithin == null || (isShort(tooSoon) && isShort(burstWithin));
  }

  private static boolean isShort(Duration duration) {
    return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
  }

  /** No answer is taken for a scanner's: for a demo, in which a newcomer plays the resident. */
  public AnsweringSettings off() {
    return new AnsweringSettings(Duration.ZERO, burstLinks, Duration.ZERO);
  }
}
