// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
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
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.figure.Tally;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.MonthSeries;

/** The rows about one period each: counts, shares, NPS, means and response. */
record FigureRows(MonthSeries series, Definitions definitions) {
  static final List<Optional<Indicator>> NO_INDICATOR = List.of(Optional.empty());
  static final List<Optional<Indicator>> EACH_INDICATOR =
      Arrays.stream(Indicator.values()).map(Optional::of).toList();
  static final List<Optional<Channel>> ALL = List.of(Optional.empty());
  static final List<Optional<Channel>> ALL_AND_EACH =
      Stream.concat(ALL.stream(), Arrays.stream(Channel.values()).map(Optional::of)).toList();

  private static final Comparator<FigureRow> ORDER =
      Comparator.comparing(FigureRow::name)
          .thenComparing(row -> row.group().isPresent())
          .thenComparing(row -> row.indicator().map(Indicator::ordinal).orElse(-1))
          .thenComparing(row -> row.channel().map(Channel::ordinal).orElse(-1))
          .thenComparing(row -> row.period().kind())
          .thenComparing(row -> row.period().first())
          .thenComparing(row -> row.group().map(Group::dimension).map(Enum::ordinal).orElse(-1))
          .thenComparing(row -> row.group().filter(Group::isOther).isPresent())
          .thenComparing(row -> row.group().map(Group::name).or(row::location).orElse(""));

  /** How a figure is found for an indicator, a channel (empty for all) and a period. */
  interface Source {
    Figure figure(Optional<Indicator> indicator, Optional<Channel> channel, Period period);
  }

  /**
   * All rows of the table, ordered by figure, indicator, channel (all together first) and period
   * (months, then years, then windows). A row without figure that rests on nothing is left out.
   */
  static List<FigureRow> of(CityCounts counts, Definitions definitions, YearMonth to) {
    MonthSeries series = MonthSeries.of(counts.months(), to);
    Stream<FigureRow> rows =
        Stream.of(
                new FigureRows(series, definitions).stream(),
                new ComparisonRows(series, definitions).stream(),
                new AskingRows(series).stream(),
                new WorkRows(series, counts).stream(),
                new CallbackRows(series, counts, definitions.rule()).stream(),
                new BreakdownRows(series, counts.breakdowns(), definitions.rule()).stream(),
                new KioskRows(series, counts.kiosk(), definitions.rule()).stream(),
                new ThemeRows(series, counts.themes(), definitions.rule()).stream())
            .flatMap(Function.identity());
    return ordered(GivenRows.over(rows, counts, to));
  }

  /** The rows in the order of the table, without those that say nothing of nothing. */
  static List<FigureRow> ordered(Stream<FigureRow> rows) {
    return rows.filter(row -> row.figure().status() != Status.EMPTY || row.figure().n() > 0)
        .sorted(ORDER)
        .toList();
  }

  private Stream<FigureRow> stream() {
    return Stream.of(
            ofTallies(
                FigureName.CONTACTS,
                series.monthsAndYears(),
                tally -> Figure.count(tally.contacts())),
            ofTallies(FigureName.ANSWERS, series.monthsAndYears(), FigureRows::answers),
            ofGrades(FigureName.SHARE, sharePeriods(), this::share),
            ofGrades(FigureName.NPS, series.monthsAndYears(), this::nps),
            ofGrades(FigureName.MEAN, series.monthsAndYears(), this::mean),
            ofGrades(FigureName.SHARE_12M, series.twelveMonthWindows(), this::share),
            ofTallies(FigureName.RESPONSE_RATE, responsePeriods(), this::responseRate))
        .flatMap(Function.identity());
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

  /** A row for every indicator, channel and period. */
  static Stream<FigureRow> rows(
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

  private static Figure answers(Tally tally) {
    return Figure.count(tally.grades(Indicator.OVERALL).n());
  }

  private Figure share(Grades grades) {
    return Share.dissatisfied(grades).figure(rule());
  }

  private Figure nps(Grades grades) {
    return Nps.of(grades).figure(rule());
  }

  private Figure mean(Grades grades) {
    return new MeanGrade(grades).figure(rule());
  }

  private Figure responseRate(Tally tally) {
    Share response = tally.response();
    return response.n() == 0 ? Figure.empty(tally.invited()) : response.figure(rule());
  }

  private PublicationRule rule() {
    return definitions.rule();
  }

  /** Months, years, and the baseline where it is neither a year nor one of the windows. */
  private List<Period> sharePeriods() {
    Period baseline = definitions.goal().baseline();
    boolean apart =
        baseline.kind() == Period.Kind.WINDOW && !series.twelveMonthWindows().contains(baseline);
    return apart
        ? Stream.concat(series.monthsAndYears().stream(), Stream.of(baseline)).toList()
        : series.monthsAndYears();
  }

  private List<Period> responsePeriods() {
    return Stream.concat(
            series.monthsAndYears().stream(), series.comparableWindow(definitions.goal()).stream())
        .toList();
  }
}
