// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.trend.StandardisedShare.Stratum;

/**
 * The current window beside the baseline, for one of the four scores.
 *
 * @param series the counts up to the month asked for
 * @param goal names the baseline
 * @param rule from how many answers a value is public, and a channel counts when standardising
 * @param indicator which of the four scores
 */
public record BaselineComparison(
    MonthSeries series, Goal goal, PublicationRule rule, Indicator indicator) {

  /** The twelve months that end in the month asked for. */
  public Period window() {
    return series.currentWindow();
  }

  /** The share dissatisfied in a period, 0..1; without value if n = 0. */
  public Share share(Optional<Channel> channel, Period period) {
    return Share.dissatisfied(series.over(channel, period).grades(indicator));
  }

  /**
   * The relative reduction R = 1 − p1/p0 of the window against the baseline, with 95% MOVER-R
   * limits; n is that of the window, and the status is OK where both n are. Empty if the window is
   * incomplete or overlaps the baseline, if either n = 0, or if nobody was dissatisfied in the
   * baseline.
   *
   * @param channel empty for all together
   */
  public Figure reduction(Optional<Channel> channel) {
    Share current = share(channel, window());
    Share baseline = share(channel, goal.baseline());
    return Figure.of(
        between(
            current.estimate(ConfidenceLevel.PUBLISHED),
            baseline.estimate(ConfidenceLevel.PUBLISHED)),
        current.n(),
        rule.statusOf(Math.min(current.n(), baseline.n())));
  }

  /**
   * The same reduction at the baseline's mix of channels: every channel with enough answers in both
   * periods weighs as many contacts as it had in the baseline, asked or not. n is the number of
   * answers in the window in those channels. Empty, with the window's n, if the window is
   * incomplete or overlaps the baseline, if the channels that count hold too few of the contacts,
   * or if nobody was dissatisfied in the baseline.
   */
  public Figure standardisedReduction() {
    StandardisedShare current = standardised(window());
    Optional<Estimate> reduction =
        between(
            current.estimate(ConfidenceLevel.PUBLISHED),
            standardised(goal.baseline()).estimate(ConfidenceLevel.PUBLISHED));
    long n = reduction.isPresent() ? current.n() : share(Optional.empty(), window()).n();
    return Figure.of(reduction, n, Status.OK);
  }

  private Optional<Estimate> between(Optional<Estimate> current, Optional<Estimate> baseline) {
    return series
        .comparableWindow(goal)
        .flatMap(window -> current)
        .flatMap(now -> baseline.flatMap(then -> RelativeReduction.of(now, then)));
  }

  private StandardisedShare standardised(Period period) {
    List<Stratum> strata =
        Arrays.stream(Channel.values())
            .map(Optional::of)
            .map(
                channel ->
                    new Stratum(
                        countsInBoth(channel) ? share(channel, period) : Share.NONE,
                        series.over(channel, goal.baseline()).contacts()))
            .toList();
    return StandardisedShare.of(strata, rule);
  }

  private boolean countsInBoth(Optional<Channel> channel) {
    return rule.statusOf(share(channel, goal.baseline()).n()) == Status.OK
        && rule.statusOf(share(channel, window()).n()) == Status.OK;
  }
}
