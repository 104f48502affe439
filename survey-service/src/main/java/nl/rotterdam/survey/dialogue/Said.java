// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

/**
 * What a resident means by a text message.
 *
 * @param score 0 to 10 where it is one, else -1
 * @param text as it was written
 */
record Said(Kind kind, int score, String text) {

  /** What it can be. */
  enum Kind {
    STOP,
    START,
    YES,
    NO,
    SCORE,
    /** Anything else: an open answer, or what nobody understands. */
    OTHER
  }

  Said {
    if (kind == Kind.SCORE ? score < 0 || score > 10 : score != -1) {
      throw new IllegalArgumentException("A score is 0 to 10, and -1 in what is none");
    }
  }

  static Said of(Kind kind, String text) {
    return new Said(kind, -1, text);
  }

  static Said score(int score, String text) {
    return new Said(Kind.SCORE, score, text);
  }

  /** Leaves out what the resident wrote. */
  @Override
  public String toString() {
    return "Said[...]";
  }
}
