// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The difference of two mean scores that different residents gave, range [−10, 10].
 *
 * @param first the mean from which is subtracted
 * @param second the mean that is subtracted
 */
public record MeanDifference(MeanGrade first, MeanGrade second) {

  /** m₁ − m₂, in [−10, 10]; empty if either n = 0. */
  public OptionalDouble difference() {
    OptionalDouble one = first.mean();
    OptionalDouble other = second.mean();
    return one.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(one.getAsDouble() - other.getAsDouble());
  }

  /**
   * The difference with its t limits for unequal spreads, m₁ − m₂ ∓ t(f) √(v₁ + v₂), clipped to
   * [−10, 10], where v = sd²/n and f = (v₁ + v₂)² / (v₁²/(n₁ − 1) + v₂²/(n₂ − 1)). Empty if either
   * n &lt; 2 or if no scores differ within either, where the spread cannot be estimated. Source:
   * Welch, Biometrika 34 (1947) 28.
   */
  public Optional<Estimate> estimate(ConfidenceLevel confidence) {
    OptionalDouble one = first.standardError();
    OptionalDouble other = second.standardError();
    if (one.isEmpty() || other.isEmpty() || one.getAsDouble() + other.getAsDouble() == 0) {
      return Optional.empty();
    }
    double difference = difference().orElseThrow();
    double v1 = one.getAsDouble() * one.getAsDouble();
    double v2 = other.getAsDouble() * other.getAsDouble();
    double freedom =
        (v1 + v2)
            * (v1 + v2)
            / (v1 * v1 / (first.grades().n() - 1) + v2 * v2 / (second.grades().n() - 1));
    double margin = confidence.t(freedom) * Math.sqrt(v1 + v2);
    return Optional.of(
        new Estimate(
            difference,
            Math.max(-Grades.MAX, difference - margin),
            Math.min(Grades.MAX, difference + margin)));
  }

  /**
   * The difference with its 95% limits; without limits where there are none; empty if either n = 0.
   * Its n is the smaller of both, on which it depends whether it may be shown.
   */
  public Figure figure(PublicationRule rule) {
    long n = Math.min(first.grades().n(), second.grades().n());
    Status status = rule.statusOf(n);
    Optional<Estimate> estimate = estimate(ConfidenceLevel.PUBLISHED);
    return estimate.isPresent()
        ? Figure.of(estimate, n, status)
        : Figure.withoutLimits(difference(), n, status);
  }
}
