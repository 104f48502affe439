// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The mean of scores, range [0, 10].
 *
 * @param grades how often each score was given
 */
public record MeanGrade(Grades grades) {

  /** The mean, Σ score / n, in [0, 10]; empty if n = 0. */
  public OptionalDouble mean() {
    return grades.n() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum(score -> score) / grades.n());
  }

  /** Sample standard deviation, with divisor n − 1; 0 if all scores are equal; empty if n < 2. */
  public OptionalDouble standardDeviation() {
    if (grades.n() < 2) {
      return OptionalDouble.empty();
    }
    double mean = mean().getAsDouble();
    double squares = sum(score -> (score - mean) * (score - mean));
    return OptionalDouble.of(Math.sqrt(squares / (grades.n() - 1)));
  }

  /** Standard error of the mean, sd / √n; empty if n < 2. */
  public OptionalDouble standardError() {
    OptionalDouble sd = standardDeviation();
    return sd.isEmpty() ? sd : OptionalDouble.of(sd.getAsDouble() / Math.sqrt((double) grades.n()));
  }

  /**
   * The mean with its t limits: mean ∓ t(n − 1) sd / √n, clipped to [0, 10]. Empty if n < 2 or if
   * all scores are equal, where the spread cannot be estimated. Source: Student, Biometrika 6
   * (1908) 1.
   */
  public Optional<Estimate> estimate(ConfidenceLevel confidence) {
    double error = standardError().orElse(0);
    if (error == 0) {
      return Optional.empty();
    }
    double mean = mean().getAsDouble();
    double margin = confidence.t(grades.n() - 1) * error;
    return Optional.of(
        new Estimate(mean, Math.max(0, mean - margin), Math.min(Grades.MAX, mean + margin)));
  }

  /**
   * The mean with its 95% limits; without limits if n = 1 or all scores are equal; empty if n = 0.
   */
  public Figure figure(PublicationRule rule) {
    long n = grades.n();
    Status status = rule.statusOf(n);
    Optional<Estimate> estimate = estimate(ConfidenceLevel.PUBLISHED);
    return estimate.isPresent()
        ? Figure.of(estimate, n, status)
        : new Figure(mean(), OptionalDouble.empty(), OptionalDouble.empty(), n, status);
  }

  private double sum(IntToDoubleFunction perScore) {
    return IntStream.rangeClosed(0, Grades.MAX)
        .mapToDouble(score -> grades.count(score) * perScore.applyAsDouble(score))
        .sum();
  }
}
