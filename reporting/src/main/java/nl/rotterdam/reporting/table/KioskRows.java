// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.GroupGrades;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MeanGrade;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.trend.MonthSeries;

/**
 * The rows about counter screens, for every month and year, and by location for whole years. They
 * are beside the answers to invitations, and no other figure holds them. There is no row about a
 * period in which nothing was answered on a screen.
 */
record KioskRows(MonthSeries series, KioskCounts counts, PublicationRule rule) {

  Stream<FigureRow> stream() {
    if (counts.months().isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
            answers(),
            of(FigureName.KIOSK_SHARE, this::share),
            of(FigureName.KIOSK_MEAN, this::mean),
            setAside())
        .flatMap(Function.identity());
  }

  private Stream<FigureRow> answers() {
    return of(FigureName.KIOSK_ANSWERS, grades -> Figure.count(grades.n()))
        .filter(row -> row.indicator().equals(Optional.of(Indicator.OVERALL)))
        .map(row -> row(row.name(), Optional.empty(), row.period(), row.group(), row.figure()));
  }

  private Figure share(Grades grades) {
    return Share.dissatisfied(grades).figure(rule);
  }

  private Figure mean(Grades grades) {
    return new MeanGrade(grades).figure(rule);
  }

  private Stream<FigureRow> setAside() {
    return series.monthsAndYears().stream()
        .map(
            period ->
                row(
                    FigureName.KIOSK_SET_ASIDE,
                    Optional.empty(),
                    period,
                    Optional.empty(),
                    Figure.count(months(period).mapToLong(KioskMonth::setAside).sum())))
        .filter(row -> row.figure().n() > 0);
  }

  private Stream<FigureRow> of(FigureName name, Function<Grades, Figure> figure) {
    Stream<FigureRow> whole =
        FigureRows.EACH_INDICATOR.stream()
            .flatMap(
                indicator ->
                    series.monthsAndYears().stream()
                        .map(
                            period ->
                                row(
                                    name,
                                    indicator,
                                    period,
                                    Optional.empty(),
                                    figure.apply(grades(indicator.orElseThrow(), period)))));
    Stream<FigureRow> byLocation =
        series.years().stream()
            .filter(year -> year.last().getMonthValue() == 12)
            .flatMap(year -> byLocation(name, year, figure));
    return Stream.concat(whole, byLocation).filter(row -> row.figure().n() > 0);
  }

  private Stream<FigureRow> byLocation(
      FigureName name, Period year, Function<Grades, Figure> figure) {
    List<GroupGrades> groups = counts.breakdowns().getOrDefault(year.first().getYear(), List.of());
    return groups.stream()
        .map(
            group ->
                row(
                    name,
                    Optional.of(group.indicator()),
                    year,
                    Optional.of(new Group(group.dimension(), group.group())),
                    figure.apply(group.grades())));
  }

  private Grades grades(Indicator indicator, Period period) {
    return months(period).map(month -> month.grades(indicator)).reduce(Grades.NONE, Grades::plus);
  }

  private Stream<KioskMonth> months(Period period) {
    return counts.months().stream().filter(month -> period.contains(month.month()));
  }

  private static FigureRow row(
      FigureName name,
      Optional<Indicator> indicator,
      Period period,
      Optional<Group> group,
      Figure figure) {
    return new FigureRow(
        name, indicator, Optional.of(Channel.COUNTER), Optional.empty(), period, group, figure);
  }
}
