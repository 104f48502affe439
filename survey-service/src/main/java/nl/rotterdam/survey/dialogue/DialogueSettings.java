// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * How surveys are held by text messages.
 *
 * @param silence after how long without an answer to a question what was answered is all
 * @param tooSoon what comes within this time of our reply's acceptance answers no question of it
 */
public record DialogueSettings(@NotNull Duration silence, @NotNull Duration tooSoon) {
  private static final Duration LONGEST_TOO_SOON = Duration.ofMinutes(1);

  @AssertTrue(message = "silence must be an hour or more, such as PT24H (DIALOGUE_SILENCE)")
  boolean isSilenceLong() {
    return silence == null || silence.compareTo(Duration.ofHours(1)) >= 0;
  }

  @AssertTrue(message = "tooSoon must be from PT0S (off) to PT1M (DIALOGUE_TOO_SOON)")
  boolean isTooSoonShort() {
    return tooSoon == null || (!tooSoon.isNegative() && tooSoon.compareTo(LONGEST_TOO_SOON) <= 0);
  }
}
