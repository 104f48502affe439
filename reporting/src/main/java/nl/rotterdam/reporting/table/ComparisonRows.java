// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.trend.BaselineComparison;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.MonthSeries;
import nl.rotterdam.reporting.trend.MonthTrend;

/** The rows about two periods, and about the course of the months. */
record ComparisonRows(MonthSeries series, Definitions definitions) {
  private static final List<Optional<Indicator>> OVERALL = List.of(Optional.of(Indicator.OVERALL));

  /** A figure of the window beside the baseline. */
  private interface Compared {
    Figure figure(BaselineComparison comparison, Optional<Channel> channel);
  }

  /** A figure of the course of the months. */
  private interface Followed {
    Figure figure(MonthTrend trend);
  }

  Stream<FigureRow> stream() {
    return Stream.of(
            eachChannel(FigureName.REDUCTION, BaselineComparison::reduction),
            eachChannel(FigureName.CHANGE, BaselineComparison::difference),
            together(FigureName.REDUCTION_STANDARDISED, BaselineComparison::standardisedReduction),
            together(FigureName.GOAL_PROBABILITY, BaselineComparison::goalProbability),
            together(FigureName.RATE_EFFECT, BaselineComparison::rateEffect),
            together(FigureName.MIX_EFFECT, BaselineComparison::mixEffect),
            overall(FigureName.ANSWERS_NEEDED, BaselineComparison::answersNeeded),
            overall(FigureName.NONRESPONSE_FACTOR, BaselineComparison::nonresponseFactor),
            goalShares(),
            followed(FigureName.TREND_Z, series.span(), MonthTrend::z),
            followed(FigureName.TREND_P, series.span(), MonthTrend::p),
            followed(FigureName.FORECAST_SHARE_12M, horizon(), this::forecast))
        .flatMap(Function.identity());
  }

  private Stream<FigureRow> eachChannel(FigureName name, Compared compared) {
    return compared(
        name, FigureRows.EACH_INDICATOR, FigureRows.ALL_AND_EACH, comparableWindow(), compared);
  }

  private Stream<FigureRow> together(FigureName name, Function<BaselineComparison, Figure> figure) {
    return compared(
        name,
        FigureRows.EACH_INDICATOR,
        FigureRows.ALL,
        comparableWindow(),
        (comparison, all) -> figure.apply(comparison));
  }

  private Stream<FigureRow> overall(FigureName name, Function<BaselineComparison, Figure> figure) {
    return compared(
        name,
        OVERALL,
        FigureRows.ALL,
        comparableWindow(),
        (comparison, all) -> figure.apply(comparison));
  }

  private Stream<FigureRow> goalShares() {
    return compared(
        FigureName.GOAL_SHARE,
        FigureRows.EACH_INDICATOR,
        FigureRows.ALL_AND_EACH,
        Optional.of(Period.month(definitions.goal().horizon())),
        BaselineComparison::goalShare);
  }

  private Stream<FigureRow> compared(
      FigureName name,
      List<Optional<Indicator>> indicators,
      List<Optional<Channel>> channels,
      Optional<Period> period,
      Compared compared) {
    return FigureRows.rows(
        name,
        indicators,
        channels,
        period.stream().toList(),
        (indicator, channel, at) ->
            compared.figure(
                new BaselineComparison(series, definitions, indicator.orElseThrow()), channel));
  }

  private Stream<FigureRow> followed(FigureName name, Optional<Period> period, Followed followed) {
    return FigureRows.rows(
        name,
        FigureRows.EACH_INDICATOR,
        FigureRows.ALL_AND_EACH,
        period.stream().toList(),
        (indicator, channel, at) ->
            followed.figure(
                new MonthTrend(series, definitions.rule(), indicator.orElseThrow(), channel)));
  }

  private Figure forecast(MonthTrend trend) {
    return trend.forecast(definitions.goal().horizon());
  }

  private Optional<Period> comparableWindow() {
    return series.comparableWindow(definitions.goal());
  }

  /** The horizon, as long as it is still ahead. */
  private Optional<Period> horizon() {
    return series
        .span()
        .map(Period::last)
        .filter(to -> to.isBefore(definitions.goal().horizon()))
        .map(to -> Period.month(definitions.goal().horizon()));
  }
}
