// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * What a resident answered about one contact.
 *
 * @param comment the open answer; null where there is none
 */
public record Answer(
    UUID invitationId,
    Integer overall,
    Integer friendliness,
    Integer clarity,
    Integer timeliness,
    String comment,
    Instant answeredAt) {

  /** Longest open answer. */
  public static final int COMMENT_MAX = 4000;

  static Answer of(UUID invitationId, Scores scores, String comment, Instant answeredAt) {
    return new Answer(
        invitationId,
        scores.overall(),
        scores.friendliness(),
        scores.clarity(),
        scores.timeliness(),
        comment,
        answeredAt);
  }

  /** Leaves the open answer out: it must not reach a log. */
  @Override
  public String toString() {
    return "Answer[" + invitationId + "]";
  }
}
