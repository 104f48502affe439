// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

/** What was last asked, in the order in which it is. */
public enum Step {
  /** Whether questions may be asked. */
  START,
  OVERALL,
  FRIENDLINESS,
  CLARITY,
  TIMELINESS,
  COMMENT;

  /** The one that is asked after it. */
  Step next() {
    return switch (this) {
      case START -> OVERALL;
      case OVERALL -> FRIENDLINESS;
      case FRIENDLINESS -> CLARITY;
      case CLARITY -> TIMELINESS;
      case TIMELINESS -> COMMENT;
      case COMMENT -> throw new IllegalStateException("Nothing is asked after the open question");
    };
  }
}
