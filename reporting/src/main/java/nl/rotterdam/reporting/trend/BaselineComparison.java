// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
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
 * The current window beside the baseline, for one of the four scores. All figures are empty if the
 * window is incomplete or overlaps the baseline, and if either n = 0; their n is that of the
 * window, and their status is OK where both n are enough.
 *
 * @param series the counts up to the month asked for
 * @param definitions names the baseline, and says from how many answers a value is public and a
 *     channel counts when standardising
 * @param indicator which of the four scores
 */
public record BaselineComparison(MonthSeries series, Definitions definitions, Indicator indicator) {

  private static final Optional<Channel> ALL = Optional.empty();
  private static final List<Optional<Channel>> EACH_CHANNEL =
      Arrays.stream(Channel.values()).map(Optional::of).toList();

  /**
   * The relative reduction R = 1 − p1/p0 of the window against the baseline, with 95% MOVER-R
   * limits. Empty also if nobody was dissatisfied in the baseline.
   *
   * @param channel empty for all together
   */
  public Figure reduction(Optional<Channel> channel) {
    return figure(channel, reduction(current(channel), baselineShare(channel)));
  }

  /**
   * The difference p1 − p0 of the window and the baseline, in [−1, 1], with 95% Newcombe limits.
   *
   * @param channel empty for all together
   */
  public Figure difference(Optional<Channel> channel) {
    return figure(
        channel,
        current(channel)
            .flatMap(now -> baselineShare(channel).map(then -> ShareDifference.of(now, then))));
  }

  /**
   * The same reduction at the baseline's mix of channels: every channel with enough answers in both
   * periods weighs as many contacts as it had in the baseline, asked or not. n is the number of
   * answers in the window in those channels. Empty, with the window's n, also if the channels that
   * count hold too few of the contacts, if nobody was dissatisfied in the baseline, or if only its
   * share is known.
   */
  public Figure standardisedReduction() {
    StandardisedShare current = standardised(window());
    Optional<Estimate> reduction =
        series
            .comparableWindow(definitions.goal())
            .filter(window -> known(ALL).isEmpty())
            .flatMap(
                window ->
                    reduction(
                        current.estimate(ConfidenceLevel.PUBLISHED),
                        standardised(baseline()).estimate(ConfidenceLevel.PUBLISHED)));
    long n = reduction.isPresent() ? current.n() : counted(ALL, window()).n();
    return Figure.of(reduction, n, Status.OK);
  }

  /**
   * The share that the goal comes down to: (1 − promised reduction) p0, in [0, 1]; n of p0. It
   * needs no window.
   *
   * @param channel empty for all together
   */
  public Figure goalShare(Optional<Channel> channel) {
    long n = known(channel).isPresent() ? 0 : counted(channel, baseline()).n();
    OptionalDouble share =
        baselineShare(channel).stream()
            .mapToDouble(then -> (1 - definitions.goal().reduction()) * then.value())
            .findFirst();
    return Figure.withoutLimits(
        share, n, known(channel).isPresent() ? Status.OK : rule().statusOf(n));
  }

  /** The probability that the goal is already met, in [0, 1], by {@link GoalProbability}. */
  public Figure goalProbability() {
    double goal = definitions.goal().reduction();
    return together(
        known(ALL)
            .map(share -> GoalProbability.of(counted(ALL, window()), share, goal))
            .orElseGet(
                () -> GoalProbability.of(counted(ALL, window()), counted(ALL, baseline()), goal)));
  }

  /**
   * The answers that the window must hold to tell on which side of the goal the reduction lies, by
   * {@link AnswersNeeded}; empty also where no number suffices.
   */
  public Figure answersNeeded() {
    double goal = definitions.goal().reduction();
    OptionalLong answers =
        known(ALL)
            .map(share -> AnswersNeeded.of(counted(ALL, window()), share, goal))
            .orElseGet(
                () -> AnswersNeeded.of(counted(ALL, window()), counted(ALL, baseline()), goal))
            .answers();
    return together(
        answers.isPresent()
            ? OptionalDouble.of((double) answers.getAsLong())
            : OptionalDouble.empty());
  }

  /** The part of the difference that is due to other shares by channel, in [−1, 1]. */
  public Figure rateEffect() {
    return together(split(MixSplit::rateEffect));
  }

  /** The part of the difference that is due to another mix of channels among the answers. */
  public Figure mixEffect() {
    return together(split(MixSplit::mixEffect));
  }

  /**
   * How many times as dissatisfied as those who answered the silent must be now for the fall to be
   * nil, by {@link NonResponse}.
   */
  public Figure nonresponseFactor() {
    return together(
        NonResponse.factor(
            counted(ALL, window()),
            baselineShare(ALL).map(Estimate::value).orElse(0.0),
            series.over(ALL, window()).response()));
  }

  /** Kitagawa's split by channel; empty where only the baseline's share is known. */
  private OptionalDouble split(ToDoubleFunction<MixSplit> part) {
    if (known(ALL).isPresent()) {
      return OptionalDouble.empty();
    }
    List<MixSplit.Stratum> strata =
        EACH_CHANNEL.stream()
            .map(
                channel ->
                    MixSplit.Stratum.of(counted(channel, baseline()), counted(channel, window())))
            .toList();
    return MixSplit.of(strata).stream().mapToDouble(part).findFirst();
  }

  private Figure figure(Optional<Channel> channel, Optional<Estimate> estimate) {
    return Figure.of(
        series.comparableWindow(definitions.goal()).flatMap(window -> estimate),
        counted(channel, window()).n(),
        statusOfBoth(channel));
  }

  private Figure together(OptionalDouble value) {
    boolean comparable = series.comparableWindow(definitions.goal()).isPresent();
    return Figure.withoutLimits(
        comparable ? value : OptionalDouble.empty(), counted(ALL, window()).n(), statusOfBoth(ALL));
  }

  private Status statusOfBoth(Optional<Channel> channel) {
    long n = counted(channel, window()).n();
    return rule()
        .statusOf(known(channel).isPresent() ? n : Math.min(n, counted(channel, baseline()).n()));
  }

  private Optional<Estimate> current(Optional<Channel> channel) {
    return counted(channel, window()).estimate(ConfidenceLevel.PUBLISHED);
  }

  /** The share measured against: without error where it is known, else as counted. */
  private Optional<Estimate> baselineShare(Optional<Channel> channel) {
    return known(channel)
        .map(Estimate::exact)
        .or(() -> counted(channel, baseline()).estimate(ConfidenceLevel.PUBLISHED));
  }

  private static Optional<Estimate> reduction(
      Optional<Estimate> current, Optional<Estimate> baseline) {
    return current.flatMap(now -> baseline.flatMap(then -> RelativeReduction.of(now, then)));
  }

  private StandardisedShare standardised(Period period) {
    List<Stratum> strata =
        EACH_CHANNEL.stream()
            .map(
                channel ->
                    new Stratum(
                        countsInBoth(channel) ? counted(channel, period) : Share.NONE,
                        series.over(channel, baseline()).contacts()))
            .toList();
    return StandardisedShare.of(strata, rule());
  }

  private boolean countsInBoth(Optional<Channel> channel) {
    return rule().statusOf(counted(channel, baseline()).n()) == Status.OK
        && rule().statusOf(counted(channel, window()).n()) == Status.OK;
  }

  private Share counted(Optional<Channel> channel, Period period) {
    return Share.dissatisfied(series.over(channel, period).grades(indicator));
  }

  private Optional<Double> known(Optional<Channel> channel) {
    return definitions.goal().knownShare(indicator, channel);
  }

  private Period window() {
    return series.currentWindow();
  }

  private Period baseline() {
    return definitions.goal().baseline();
  }

  private PublicationRule rule() {
    return definitions.rule();
  }
}
