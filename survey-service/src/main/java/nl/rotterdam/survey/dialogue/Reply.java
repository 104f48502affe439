// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import nl.rotterdam.survey.text.Texts;

/** What residents are told in answer to what they send. */
public enum Reply {
  START_AGAIN("start.again"),
  OVERALL("overall"),
  FRIENDLINESS("friendliness"),
  CLARITY("clarity"),
  TIMELINESS("timeliness"),
  SCORE_AGAIN("score.again"),
  COMMENT("comment"),
  DONE("done"),
  /** They want no questions about this contact. */
  DECLINED("declined"),
  /** They get no more surveys. */
  STOPPED("stopped"),
  /** They get surveys again. */
  STARTED("started"),
  /** There is nothing to answer. */
  CLOSED("closed");

  private final String key;

  Reply(String key) {
    this.key = "dialogue." + key;
  }

  /** The question of a step after the first. */
  static Reply asking(Step step) {
    return valueOf(step.name());
  }

  String key() {
    return key;
  }

  String text(Texts texts) {
    return texts.text(key);
  }
}
