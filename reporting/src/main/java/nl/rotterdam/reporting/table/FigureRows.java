// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MeanGrade;
import nl.rotterdam.reporting.figure.Nps;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.ResponseRates;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.figure.Tally;
import nl.rotterdam.reporting.trend.BaselineComparison;
import nl.rotterdam.reporting.trend.Goal;
import nl.rotterdam.reporting.trend.MonthSeries;

/** Which rows the figures table has: which figure for which indicators, channels and periods. */
record FigureRows(MonthSeries series, Goal goal, PublicationRule rule) {
  private static final List<Optional<Indicator>> NO_INDICATOR = List.of(Optional.empty());
  private static final List<Optional<Indicator>> EACH_INDICATOR =
      Arrays.stream(Indicator.values()).map(Optional::of).toList();
  private static final List<Optional<Channel>> ALL = List.of(Optional.empty());
  private static final List<Optional<Channel>> ALL_AND_EACH =
      Stream.concat(ALL.stream(), Arrays.stream(Channel.values()).map(Optional::of)).toList();

  /** How a figure is found for an indicator, a channel (empty for all) and a period. */
  private interface Source {
    Figure figure(Optional<Indicator> indicator, Optional<Channel> channel, Period period);
  }

  /**
   * All rows, ordered by figure, indicator, channel (all together first) and period (months, then
   * years, then windows). A row without figure that rests on nothing is left out.
   */
  List<FigureRow> list() {
    return Arrays.stream(FigureName.values())
        .flatMap(this::rowsOf)
        .filter(row -> row.figure().status() != Status.EMPTY || row.figure().n() > 0)
        .toList();
  }

  private Stream<FigureRow> rowsOf(FigureName name) {
    return switch (name) {
      case CONTACTS -> ofTallies(name, monthsAndYears(), tally -> Figure.count(tally.contacts()));
      case ANSWERS ->
          ofTallies(
              name, monthsAndYears(), tally -> Figure.count(tally.grades(Indicator.OVERALL).n()));
      case SHARE -> ofGrades(name, monthsAndYears(), this::share);
      case NPS -> ofGrades(name, monthsAndYears(), grades -> Nps.of(grades).figure(rule));
      case MEAN -> ofGrades(name, monthsAndYears(), grades -> new MeanGrade(grades).figure(rule));
      case SHARE_12M -> ofGrades(name, series.twelveMonthWindows(), this::share);
      case REDUCTION ->
          rows(
              name,
              EACH_INDICATOR,
              ALL_AND_EACH,
              comparableWindow(),
              (indicator, channel, window) -> comparison(indicator).reduction(channel));
      case REDUCTION_STANDARDISED ->
          rows(
              name,
              EACH_INDICATOR,
              ALL,
              comparableWindow(),
              (indicator, all, window) -> comparison(indicator).standardisedReduction());
      case RESPONSE_RATE ->
          ofTallies(
              name,
              Stream.concat(monthsAndYears().stream(), comparableWindow().stream()).toList(),
              this::responseRate);
    };
  }

  private Stream<FigureRow> ofTallies(
      FigureName name, List<Period> periods, Function<Tally, Figure> figure) {
    return rows(
        name,
        NO_INDICATOR,
        ALL_AND_EACH,
        periods,
        (none, channel, period) -> figure.apply(series.over(channel, period)));
  }

  private Stream<FigureRow> ofGrades(
      FigureName name, List<Period> periods, Function<Grades, Figure> figure) {
    return rows(
        name,
        EACH_INDICATOR,
        ALL_AND_EACH,
        periods,
        (indicator, channel, period) ->
            figure.apply(series.over(channel, period).grades(indicator.orElseThrow())));
  }

  private static Stream<FigureRow> rows(
      FigureName name,
      List<Optional<Indicator>> indicators,
      List<Optional<Channel>> channels,
      List<Period> periods,
      Source source) {
    Stream.Builder<FigureRow> rows = Stream.builder();
    for (Optional<Indicator> indicator : indicators) {
      for (Optional<Channel> channel : channels) {
        for (Period period : periods) {
          Figure figure = source.figure(indicator, channel, period);
          rows.add(new FigureRow(name, indicator, channel, period, figure));
        }
      }
    }
    return rows.build();
  }

  private Figure share(Grades grades) {
    return Share.dissatisfied(grades).figure(rule);
  }

  /** No figure where more people answered than were invited: the counts contradict each other. */
  private Figure responseRate(Tally tally) {
    return tally.complete() + tally.partial() > tally.invited()
        ? Figure.empty(tally.invited())
        : new ResponseRates(tally.invited(), 0, 0, tally.complete(), tally.partial())
            .rr2()
            .figure(rule);
  }

  private BaselineComparison comparison(Optional<Indicator> indicator) {
    return new BaselineComparison(series, goal, rule, indicator.orElseThrow());
  }

  private List<Period> monthsAndYears() {
    return Stream.concat(series.months().stream(), series.years().stream()).toList();
  }

  private List<Period> comparableWindow() {
    return series.comparableWindow(goal).stream().toList();
  }
}
