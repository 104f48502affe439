// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import nl.rotterdam.reporting.figure.Share;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The probability that the goal is already met: Pr(p1 ≤ θ p0), θ = 1 − goal, in [0, 1]. What the
 * answers tell of a share p = x/n is its Jeffreys posterior, Beta(x + ½, n − x + ½). It helps to
 * steer by and is not a verdict. Source: Brown, Cai &amp; DasGupta, Statistical Science 16 (2001)
 * 101.
 */
public final class GoalProbability {
  /** Panels lie between these quantiles; what lies outside them weighs 2 · 10⁻⁹. */
  private static final double[] QUANTILES = {1e-9, 1e-3, 0.1, 0.5, 0.9, 1 - 1e-3, 1 - 1e-9};

  private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(16);

  private GoalProbability() {}

  /**
   * Against a baseline that was sampled: ∫ f0(q) F1(θ q) dq over the baseline's posterior density
   * f0, with F1 the posterior distribution of the share now. The error is below 10⁻⁷.
   *
   * @param current share now
   * @param baseline share it is measured against
   * @param goal promised relative reduction, in (0, 1)
   * @return empty if either n = 0 or nobody was dissatisfied in the baseline
   * @throws IllegalArgumentException if the goal lies outside its range
   */
  public static OptionalDouble of(Share current, Share baseline, double goal) {
    double theta = thetaOf(goal);
    if (current.n() == 0 || baseline.count() == 0) {
      return OptionalDouble.empty();
    }
    // q = 1 - (1-s)^2 takes away the density's pole at 1. Written in r = 1-s and in the posterior
    // of the others, r^2, no digits are lost near it.
    BetaDistribution others = posterior(new Share(baseline.n() - baseline.count(), baseline.n()));
    BetaDistribution now = posterior(current);
    double[] splits = splits(others, now, theta);
    double sum = 0;
    for (int i = 1; i < splits.length; i++) {
      double middle = (splits[i] + splits[i - 1]) / 2;
      double half = (splits[i] - splits[i - 1]) / 2;
      sum += half * PANEL.integrate(node -> integrand(middle + half * node, others, now, theta));
    }
    return OptionalDouble.of(Math.min(1, sum));
  }

  /**
   * Against a baseline known without error: F1(θ p0). Too sure of itself if the baseline was in
   * fact sampled.
   *
   * @param current share now
   * @param baselineShare share it is measured against, p0, in [0, 1]
   * @param goal promised relative reduction, in (0, 1)
   * @return empty if n = 0 or the baseline share is 0
   * @throws IllegalArgumentException if the baseline share or the goal lies outside its range
   */
  public static OptionalDouble of(Share current, double baselineShare, double goal) {
    double theta = thetaOf(goal);
    if (!(baselineShare >= 0 && baselineShare <= 1)) {
      throw new IllegalArgumentException(
          "A baseline share lies between 0 and 1, not " + baselineShare);
    }
    return current.n() == 0 || baselineShare == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(posterior(current).cumulativeProbability(theta * baselineShare));
  }

  private static double integrand(
      double r, BetaDistribution others, BetaDistribution now, double theta) {
    double square = r * r;
    return 2 * r * others.density(square) * now.cumulativeProbability(theta * (1 - square));
  }

  /**
   * Quantiles of the baseline, and between them those of the share now divided by θ: with many more
   * answers now than in the baseline F1 is a step that the baseline's own panels step over.
   */
  private static double[] splits(BetaDistribution others, BetaDistribution now, double theta) {
    double first = others.inverseCumulativeProbability(QUANTILES[0]);
    double last = others.inverseCumulativeProbability(QUANTILES[QUANTILES.length - 1]);
    return DoubleStream.concat(
            DoubleStream.of(QUANTILES).map(others::inverseCumulativeProbability),
            DoubleStream.of(QUANTILES).map(u -> 1 - now.inverseCumulativeProbability(u) / theta))
        .filter(square -> square >= first && square <= last)
        .map(Math::sqrt)
        .sorted()
        .toArray();
  }

  private static BetaDistribution posterior(Share share) {
    return BetaDistribution.of(share.count() + 0.5, share.n() - share.count() + 0.5);
  }

  private static double thetaOf(double goal) {
    if (!(goal > 0 && goal < 1)) {
      throw new IllegalArgumentException("A goal lies between 0 and 1, not " + goal);
    }
    return 1 - goal;
  }
}
