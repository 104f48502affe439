// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.OptionalLong;
import nl.rotterdam.reporting.figure.Share;

/**
 * How many answers the window would need to tell, with 80% power, on which side of the goal the
 * reduction lies, if the ratio found, ρ = p1/p0, is the true one. It is the least n1 for which
 *
 * <pre>
 * |ln(θ/ρ)| ≥ 2.80 √((1 − p1)/(n1 p1) + (1 − p0)/(n0 p0)),  θ = 1 − goal
 * </pre>
 *
 * where 2.80 = z(0.975) + z(0.80). With ρ below θ it is the number for a lower 95% limit of R above
 * the goal; with ρ above θ the same formula, symmetrical on the log scale, gives the number for an
 * upper limit below the goal.
 *
 * @param outcome whether there is a number, and why there is none
 * @param answers the number in the window, rounded up, 1 to 2³¹ − 1; present for {@link
 *     Outcome#NUMBER} only
 */
public record AnswersNeeded(Outcome outcome, OptionalLong answers) {
  private static final double QUANTILES = 2.80;

  /** A share cannot rest on more answers; whoever would need more stands on the goal. */
  private static final int MOST = Integer.MAX_VALUE;

  /** Whether the number exists. */
  public enum Outcome {
    NUMBER,
    /** The baseline's own error is too large, however many answers the window has. */
    BASELINE_FORBIDS,
    /** An n is 0, nobody was dissatisfied in one of the two, or the reduction is the goal. */
    UNDEFINED
  }

  public AnswersNeeded {
    if ((outcome == Outcome.NUMBER) != answers.isPresent() || answers.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "Outcome %s does not fit %s answers".formatted(outcome, answers));
    }
  }

  /**
   * Against a baseline that was sampled.
   *
   * @param current share found in the window, on however many answers
   * @param baseline share it is measured against
   * @param goal promised relative reduction, in (0, 1)
   * @throws IllegalArgumentException if the goal lies outside its range
   */
  public static AnswersNeeded of(Share current, Share baseline, double goal) {
    double p0 = baseline.value().orElse(0);
    return of(current, p0, (1 - p0) / baseline.count(), goal);
  }

  /**
   * Against a baseline known without error, whose term is 0.
   *
   * @param current share found in the window, on however many answers
   * @param baselineShare share it is measured against, p0, in [0, 1]
   * @param goal promised relative reduction, in (0, 1)
   * @throws IllegalArgumentException if the baseline share or the goal lies outside its range
   */
  public static AnswersNeeded of(Share current, double baselineShare, double goal) {
    if (!(baselineShare >= 0 && baselineShare <= 1)) {
      throw new IllegalArgumentException(
          "A baseline share lies between 0 and 1, not " + baselineShare);
    }
    return of(current, baselineShare, 0, goal);
  }

  /** With the baseline's term, (1 − p0)/(n0 p0). */
  private static AnswersNeeded of(Share current, double p0, double baselineTerm, double goal) {
    if (!(goal > 0 && goal < 1)) {
      throw new IllegalArgumentException("A goal lies between 0 and 1, not " + goal);
    }
    if (current.count() == 0 || p0 == 0) {
      return without(Outcome.UNDEFINED);
    }
    double p1 = current.value().orElseThrow();
    double odds = (1 - p1) / p1;
    double termOfMost = odds / MOST;
    double sumOfTerms = square(Math.log((1 - goal) * p0 / p1) / QUANTILES);
    if (sumOfTerms <= termOfMost) {
      return without(Outcome.UNDEFINED);
    }
    double term = sumOfTerms - baselineTerm;
    return term <= termOfMost
        ? without(Outcome.BASELINE_FORBIDS)
        : new AnswersNeeded(
            Outcome.NUMBER, OptionalLong.of(Math.max(1, (long) Math.ceil(odds / term))));
  }

  private static AnswersNeeded without(Outcome outcome) {
    return new AnswersNeeded(outcome, OptionalLong.empty());
  }

  private static double square(double x) {
    return x * x;
  }
}
