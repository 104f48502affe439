// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.time.Instant;
import java.util.UUID;
import nl.rotterdam.survey.scrub.Scrubber;

/**
 * What a resident answered about one contact.
 *
 * @param comment the open answer, scrubbed; null where there is none
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

  /** What was answered now or in the past; the open answer is scrubbed, whoever brings it. */
  static Answer of(UUID invitationId, Scores scores, String comment, Instant answeredAt) {
    return new Answer(
        invitationId,
        scores.overall(),
        scores.friendliness(),
        scores.clarity(),
        scores.timeliness(),
        Scrubber.scrub(comment),
        answeredAt);
  }

  /** Line ends as the databases keep them, and nothing that is no text. */
  public static String plain(String written) {
    return written.replaceAll("\r\n?", "\n").replaceAll("[\\p{Cs}\\p{Cc}&&[^\n\t]]", "").strip();
  }

  /** Whether it says the same as one that was stored, perhaps when less was scrubbed. */
  public boolean sameAs(Answer stored) {
    Scores scores =
        new Scores(stored.overall, stored.friendliness, stored.clarity, stored.timeliness);
    return equals(of(stored.invitationId, scores, stored.comment, stored.answeredAt));
  }

  /** Leaves the open answer out: it must not reach a log. */
  @Override
  public String toString() {
    return "Answer[" + invitationId + "]";
  }
}
