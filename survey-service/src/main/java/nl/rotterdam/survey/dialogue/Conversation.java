// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.util.Optional;
import nl.rotterdam.survey.answer.Scores;

/**
 * How far a resident has come: question after question, each asked once more at most.
 *
 * @param askedAgain whether that of this step was, because the answer was not understood
 * @param overall the score; null where it was not given yet, like the others
 */
record Conversation(
    Step step,
    boolean askedAgain,
    Integer overall,
    Integer friendliness,
    Integer clarity,
    Integer timeliness) {

  Conversation {
    boolean inOrder =
        (friendliness == null || overall != null)
            && (clarity == null || friendliness != null)
            && (timeliness == null || clarity != null);
    if (!inOrder) {
      throw new IllegalArgumentException("Scores are given one after the other");
    }
  }

  /** The resident was asked whether questions may be asked. */
  static final Conversation BEGUN = new Conversation(Step.START, false, null, null, null, null);

  /** What was scored so far; empty: nothing. */
  Optional<Scores> scores() {
    return overall == null
        ? Optional.empty()
        : Optional.of(new Scores(overall, friendliness, clarity, timeliness));
  }

  /** What follows from what the resident says. */
  Turn hear(Said said) {
    return switch (said.kind()) {
      case STOP -> Turn.end(this, Reply.STOPPED, null);
      case START -> Turn.on(this, Reply.STARTED);
      default ->
          switch (step) {
            case START -> atStart(said);
            case COMMENT -> atComment(said);
            default -> atScore(said);
          };
    };
  }

  /** Who gives a score has read nothing but the request, and so scores nothing: it means yes. */
  private Turn atStart(Said said) {
    return switch (said.kind()) {
      case YES, SCORE -> ask(this);
      case NO -> Turn.end(this, Reply.DECLINED, null);
      default -> again(Reply.START_AGAIN);
    };
  }

  private Turn atScore(Said said) {
    return said.kind() == Said.Kind.SCORE ? ask(with(said.score())) : again(Reply.SCORE_AGAIN);
  }

  /** A score or a bare yes is no open answer, but perhaps the last text once more. */
  private Turn atComment(Said said) {
    return switch (said.kind()) {
      case NO -> Turn.end(this, Reply.DONE, null);
      case OTHER -> Turn.end(this, Reply.DONE, said.text());
      default -> again(Reply.COMMENT);
    };
  }

  private static Turn ask(Conversation answered) {
    Step next = answered.step.next();
    return Turn.on(answered.at(next, false), Reply.asking(next));
  }

  /** Once, and then silence: whoever answers by machine would do so for ever. */
  private Turn again(Reply reply) {
    return askedAgain ? Turn.silent(this) : Turn.on(at(step, true), reply);
  }

  private Conversation at(Step other, boolean again) {
    return new Conversation(other, again, overall, friendliness, clarity, timeliness);
  }

  private Conversation with(Integer score) {
    return switch (step) {
      case OVERALL -> new Conversation(step, askedAgain, score, null, null, null);
      case FRIENDLINESS -> new Conversation(step, askedAgain, overall, score, null, null);
      case CLARITY -> new Conversation(step, askedAgain, overall, friendliness, score, null);
      case TIMELINESS -> new Conversation(step, askedAgain, overall, friendliness, clarity, score);
      default -> throw new IllegalStateException("Nothing is scored at " + step);
    };
  }
}
