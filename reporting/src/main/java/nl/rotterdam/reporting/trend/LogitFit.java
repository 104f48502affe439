// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nl.rotterdam.reporting.figure.Share;

/**
 * The logit line that fits best to shares found over time, by maximum likelihood. Its information
 * is written around the mean time, where level and slope are independent of each other.
 *
 * @param found the shares, at two times at least
 * @param line the line
 * @param weight Σ w, with w = n p (1 − p)
 * @param centre mean time Σ w t / Σ w
 * @param spread Σ w (t − centre)²
 */
record LogitFit(
    List<Observation> found, LogitLine line, double weight, double centre, double spread) {
  private static final double TOLERANCE = 1e-12;

  /** About ten steps find a line; one that is not found by now runs off. */
  private static final int MOST_STEPS = 100;

  /**
   * The share found at a time.
   *
   * @param share with n above 0
   */
  record Observation(double time, Share share) {}

  /**
   * By iteratively reweighted least squares. Commons Math has no generalised linear model, and its
   * least squares know no weights: on rows multiplied by them they lose digits where months weigh
   * very differently, so the two sums are solved here. A step that would move some logit by r is
   * cut to ln(1 + r), with which the likelihood always grows; uncut ones can run off where months
   * differ by much more than chance. Source: Bach, Electronic Journal of Statistics 4 (2010) 384.
   *
   * @return empty where lines ever further off fit ever better: where all shares are 0 or all are
   *     1, or one moment divides those above 0 from those below 1
   */
  static Optional<LogitFit> of(List<Observation> found) {
    LogitFit fit = at(new LogitLine(0, 0), found);
    for (int i = 0; i < MOST_STEPS; i++) {
      LogitLine step = fit.step();
      double size = largestLogit(step, found);
      if (size <= TOLERANCE * Math.max(1, largestLogit(fit.line, found))) {
        return Optional.of(fit);
      }
      fit = at(fit.line.plus(Math.log1p(size) / size, step), found);
    }
    return Optional.empty();
  }

  /** Pearson's X² = Σ (x − n p)² / w. */
  double pearson() {
    return sum(found, o -> surplus(o) * surplus(o) / weight(line, o));
  }

  /** Variance g′(X′WX)⁻¹g of what changes by g0 with β0 and by g1 with β1. */
  double variance(double g0, double g1) {
    double tilt = g1 - centre * g0;
    return g0 * g0 / weight + tilt * tilt / spread;
  }

  private static LogitFit at(LogitLine line, List<Observation> found) {
    double weight = sum(found, o -> weight(line, o));
    double centre = sum(found, o -> weight(line, o) * o.time()) / weight;
    double spread = sum(found, o -> weight(line, o) * (o.time() - centre) * (o.time() - centre));
    return new LogitFit(found, line, weight, centre, spread);
  }

  private LogitLine step() {
    double slope = sum(found, o -> surplus(o) * (o.time() - centre)) / spread;
    return new LogitLine(sum(found, this::surplus) / weight - slope * centre, slope);
  }

  /** x − n p, written so that no digits are lost near p = 1. */
  private double surplus(Observation observation) {
    long count = observation.share().count();
    long others = observation.share().n() - count;
    return count * line.rest(observation.time()) - others * line.share(observation.time());
  }

  private static double weight(LogitLine line, Observation observation) {
    return observation.share().n() * line.variance(observation.time());
  }

  private static double largestLogit(LogitLine line, List<Observation> found) {
    return found.stream().mapToDouble(o -> Math.abs(line.logit(o.time()))).max().orElseThrow();
  }

  private static double sum(List<Observation> found, ToDoubleFunction<Observation> value) {
    return found.stream().mapToDouble(value).sum();
  }
}
