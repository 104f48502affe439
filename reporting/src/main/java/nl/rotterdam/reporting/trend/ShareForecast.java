// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static nl.rotterdam.reporting.trend.LogitLine.expit;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.trend.LogitFit.Observation;

/**
 * A share that goes on at the same pace: logit p = β0 + β1 t, with t in years since the first
 * month, fitted to the months by quasi-binomial regression. That the line is straight is an
 * assumption and the limits cover sampling error only, so it is one of two scenarios, and no
 * probability of success follows from it. Source: McCullagh &amp; Nelder, Generalized Linear Models
 * (1989).
 */
public final class ShareForecast {
  private static final int FEWEST_MONTHS = 6;
  private static final int MONTHS_PER_YEAR = 12;

  private final int monthsUsed;
  private final LogitFit fit;

  private ShareForecast(int monthsUsed, LogitFit fit) {
    this.monthsUsed = monthsUsed;
    this.fit = fit;
  }

  /**
   * The fit to a series.
   *
   * @param months the share in every month, from the first of the series on; those with n = 0 are
   *     left out, but keep their time
   * @return empty with fewer than six months with n above 0, where everyone or nobody was
   *     dissatisfied, and where no line fits best because the dissatisfied and the others lie on
   *     either side of one month
   */
  public static Optional<ShareForecast> of(List<Share> months) {
    List<Observation> used =
        IntStream.range(0, months.size())
            .mapToObj(month -> new Observation(yearsTo(month), months.get(month)))
            .filter(observation -> observation.share().n() > 0)
            .toList();
    return used.size() < FEWEST_MONTHS
        ? Optional.empty()
        : LogitFit.of(used).map(fit -> new ShareForecast(used.size(), fit));
  }

  /** Number of months with n above 0, m, 6 or more. */
  public int monthsUsed() {
    return monthsUsed;
  }

  /** β0, the logit of the fitted share in the first month. */
  public double intercept() {
    return fit.line().intercept();
  }

  /** β1, the change of the logit in a year; negative where the share falls. */
  public double slope() {
    return fit.line().slope();
  }

  /** Pearson's X² / (m − 2), 0 or more; about 1 where only chance moves months off the line. */
  public double rawDispersion() {
    return fit.pearson() / degreesOfFreedom();
  }

  /** φ = max(1, X² / (m − 2)), the factor by which the variance is larger than the binomial. */
  public double dispersion() {
    return Math.max(1, rawDispersion());
  }

  /**
   * The share over the twelve months that end in the given one: P = the mean of the twelve fitted
   * p, in (0, 1). With g = mean of p (1 − p) (1, t) and V = φ (X′WX)⁻¹, its standard error on the
   * logit scale is √(g′Vg) / (P (1 − P)); the limits are expit(logit P ∓ t(m − 2) times that).
   *
   * @param lastMonth 0 for the first month of the series; may lie outside it
   * @return empty only where the line is so steep that P comes out as exactly 0 or 1
   */
  public Optional<Estimate> twelveMonthsTo(int lastMonth, ConfidenceLevel confidence) {
    LogitLine line = fit.line();
    double share = meanTo(lastMonth, line::share);
    double rest = meanTo(lastMonth, line::rest);
    double scale = share * rest;
    if (scale == 0) {
      return Optional.empty();
    }
    double variance =
        fit.variance(
            meanTo(lastMonth, line::variance) / scale,
            meanTo(lastMonth, t -> line.variance(t) * t) / scale);
    double margin = confidence.t(degreesOfFreedom()) * Math.sqrt(dispersion() * variance);
    double logit = Math.log(share / rest);
    return Optional.of(new Estimate(share, expit(logit - margin), expit(logit + margin)));
  }

  private int degreesOfFreedom() {
    return monthsUsed - 2;
  }

  private static double meanTo(int lastMonth, DoubleUnaryOperator perMonth) {
    return IntStream.rangeClosed(lastMonth - MONTHS_PER_YEAR + 1, lastMonth)
        .mapToDouble(ShareForecast::yearsTo)
        .map(perMonth)
        .average()
        .orElseThrow();
  }

  private static double yearsTo(int month) {
    return (double) month / MONTHS_PER_YEAR;
  }
}
