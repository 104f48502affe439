// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * The four scores of an answer, 0 to 10; null where a resident gave none. At least one is given.
 */
public record Scores(Integer overall, Integer friendliness, Integer clarity, Integer timeliness) {
  /** Lowest score. */
  public static final int MIN = 0;

  /** Highest score. */
  public static final int MAX = 10;

  public Scores {
    if (Stream.of(overall, friendliness, clarity, timeliness).allMatch(Objects::isNull)) {
      throw new IllegalArgumentException("An answer has at least one score");
    }
    Stream.of(overall, friendliness, clarity, timeliness)
        .filter(Objects::nonNull)
        .filter(score -> score < MIN || score > MAX)
        .findFirst()
        .ifPresent(
            score -> {
              throw new IllegalArgumentException("A score is 0 to 10, not " + score);
            });
  }
}
