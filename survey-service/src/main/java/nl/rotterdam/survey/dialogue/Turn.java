// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.util.Optional;

/**
 * What follows from one text message.
 *
 * @param after how the conversation stands then
 * @param over whether that is the end of it
 * @param reply what is said; empty: nothing
 * @param comment the open answer, as it was written; null where there is none
 */
record Turn(Conversation after, boolean over, Optional<Reply> reply, String comment) {

  static Turn on(Conversation after, Reply reply) {
    return new Turn(after, false, Optional.of(reply), null);
  }

  static Turn silent(Conversation after) {
    return new Turn(after, false, Optional.empty(), null);
  }

  static Turn end(Conversation after, Reply reply, String comment) {
    return new Turn(after, true, Optional.of(reply), comment);
  }

  /** Leaves out what the resident wrote. */
  @Override
  public String toString() {
    return "Turn[...]";
  }
}
