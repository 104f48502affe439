// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * A number that sends text messages, and what is still to be said to it.
 *
 * @param heardHash keyed hash of its last message; null where there was none
 * @param heardAt when that came
 * @param replyId the reply's; null, like all of the reply, where nothing is to be sent
 * @param address the number, encrypted, for as long as there is a reply to send
 * @param attempts how often sending the reply was tried
 * @param repliedAt when the carrier last accepted a reply; null if never
 * @param closedAt when it was last told that there is nothing to answer; null if never
 */
public record Texter(
    byte[] phoneHash,
    byte[] heardHash,
    Instant heardAt,
    UUID replyId,
    Reply reply,
    String language,
    byte[] address,
    int attempts,
    Instant nextAttemptAt,
    Instant repliedAt,
    Instant closedAt) {

  /** For how long a number is remembered, and after which a reply is not sent any more. */
  static final Duration KEPT = Duration.ofDays(1);

  /**
   * Whether this is the carrier's repeat of the last message: the same again, before anybody can
   * have read the reply to it.
   */
  boolean isRepeat(byte[] heard, Instant now, Duration tooSoon) {
    return Arrays.equals(heard, heardHash) && (reply != null || isTooSoon(now, tooSoon));
  }

  /**
   * Whether to tell that there is nothing to answer: once a day at most, and not to a machine,
   * which says the same as before or at once.
   */
  boolean mayBeToldClosed(byte[] heard, Instant now, Duration tooSoon) {
    boolean lately = closedAt != null && closedAt.isAfter(now.minus(KEPT));
    return reply == null && !lately && !Arrays.equals(heard, heardHash) && !isTooSoon(now, tooSoon);
  }

  private boolean isTooSoon(Instant now, Duration tooSoon) {
    return repliedAt != null && now.isBefore(repliedAt.plus(tooSoon));
  }

  /** Leaves all out that is the resident's. */
  @Override
  public String toString() {
    return "Texter[...]";
  }
}
