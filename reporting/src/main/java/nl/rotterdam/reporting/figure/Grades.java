// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Arrays;

/**
 * How often each score from 0 to 10 was given for one indicator. The order in which answers came in
 * leaves no trace, so every figure computed from it is independent of that order.
 */
public final class Grades {
  /** Highest score. */
  public static final int MAX = 10;

  /** Highest score that counts as dissatisfied: "6 of lager". */
  public static final int DISSATISFIED_MAX = 6;

  /** Lowest score of a promoter. */
  public static final int PROMOTER_MIN = 9;

  /** No scores at all. */
  public static final Grades NONE = new Grades(new long[MAX + 1]);

  private final long[] counts;

  private Grades(long[] counts) {
    this.counts = counts;
  }

  /**
   * From the number of answers with score 0, 1, ... 10.
   *
   * @throws IllegalArgumentException unless there are eleven counts of 0 or more
   */
  public static Grades of(long... counts) {
    if (counts.length != MAX + 1 || Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "Scores 0 to 10 need eleven counts of 0 or more, not " + Arrays.toString(counts));
    }
    return new Grades(counts.clone());
  }

  /** The scores of both. */
  public Grades plus(Grades other) {
    long[] sum = counts.clone();
    Arrays.setAll(sum, score -> sum[score] + other.counts[score]);
    return new Grades(sum);
  }

  /** Number of answers with this score. */
  public long count(int score) {
    return counts[score];
  }

  /** Number of scores. */
  public long n() {
    return between(0, MAX);
  }

  /** Number of scores of 6 or lower: dissatisfied residents, the detractors of the NPS. */
  public long dissatisfied() {
    return between(0, DISSATISFIED_MAX);
  }

  /** Number of scores of 7 and 8. */
  public long passives() {
    return between(DISSATISFIED_MAX + 1, PROMOTER_MIN - 1);
  }

  /** Number of scores of 9 and 10. */
  public long promoters() {
    return between(PROMOTER_MIN, MAX);
  }

  private long between(int from, int to) {
    long sum = 0;
    for (int score = from; score <= to; score++) {
      sum += counts[score];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grades grades && Arrays.equals(counts, grades.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Grades" + Arrays.toString(counts);
  }
}
