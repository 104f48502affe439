// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A share of a number of observations: p = x / n, in [0, 1].
 *
 * @param count observations that count, x, in [0, n]
 * @param n all observations, 0 or more
 */
public record Share(long count, long n) {

  /** A share of nothing: it has no value. */
  public static final Share NONE = new Share(0, 0);

  public Share {
    if (count < 0 || count > n) {
      throw new IllegalArgumentException("A share counts 0 to n = %d, not %d".formatted(n, count));
    }
  }

  /** The official figure: the share of scores of 6 or lower. */
  public static Share dissatisfied(Grades grades) {
    return new Share(grades.dissatisfied(), grades.n());
  }

  /** x / n, in [0, 1]; empty if n = 0. */
  public OptionalDouble value() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / n);
  }

  /**
   * The share in its Wilson score interval, without continuity correction: (p + z²/2n ∓ z √(p(1 −
   * p)/n + z²/4n²)) / (1 + z²/n). The limits lie in [0, 1]; the lower is exactly 0 where x = 0, the
   * upper exactly 1 where x = n. Empty if n = 0. Source: Wilson, JASA 22 (1927) 209; Newcombe,
   * Statistics in Medicine 17 (1998) 857, method 3.
   *
   * @throws ArithmeticException if n exceeds 2³¹ − 1
   */
  public Optional<Estimate> estimate(ConfidenceLevel confidence) {
    if (n == 0) {
      return Optional.empty();
    }
    Interval wilson =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            Math.toIntExact(n), Math.toIntExact(count), confidence.errorRate());
    // At its ends the library's interval is off by a rounding error, to either side.
    return Optional.of(
        new Estimate(
            (double) count / n,
            count == 0 ? 0 : wilson.getLowerBound(),
            count == n ? 1 : wilson.getUpperBound()));
  }

  /** The share with its 95% Wilson limits; empty if n = 0. */
  public Figure figure(PublicationRule rule) {
    return Figure.of(estimate(ConfidenceLevel.PUBLISHED), n, rule.statusOf(n));
  }
}
