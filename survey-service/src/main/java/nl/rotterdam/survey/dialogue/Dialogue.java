// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.time.Instant;
import java.util.UUID;

/**
 * A survey that is being held by text messages.
 *
 * @param heardAt when the resident last answered a question; null where only asked to start
 */
public record Dialogue(
    UUID invitationId,
    byte[] phoneHash,
    Step step,
    boolean askedAgain,
    Integer overall,
    Integer friendliness,
    Integer clarity,
    Integer timeliness,
    Instant heardAt) {

  /** The same dialogue, come so far. */
  Dialogue with(Conversation now, Instant lastHeardAt) {
    return new Dialogue(
        invitationId,
        phoneHash,
        now.step(),
        now.askedAgain(),
        now.overall(),
        now.friendliness(),
        now.clarity(),
        now.timeliness(),
        lastHeardAt);
  }

  Conversation conversation() {
    return new Conversation(step, askedAgain, overall, friendliness, clarity, timeliness);
  }
}
