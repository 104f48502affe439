// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.breakdown.GroupGrades;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MeanGrade;
import nl.rotterdam.reporting.figure.Nps;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.trend.MonthSeries;

/** The rows about the groups of one calendar year, whole years only. */
record BreakdownRows(
    MonthSeries series, Map<Integer, List<GroupGrades>> breakdowns, PublicationRule rule) {

  Stream<FigureRow> stream() {
    return Stream.of(
            of(FigureName.ANSWERS, grades -> Figure.count(grades.n()))
                .filter(row -> row.indicator().equals(Optional.of(Indicator.OVERALL)))
                .map(BreakdownRows::withoutIndicator),
            of(FigureName.SHARE, grades -> Share.dissatisfied(grades).figure(rule)),
            of(FigureName.NPS, grades -> Nps.of(grades).figure(rule)),
            of(FigureName.MEAN, grades -> new MeanGrade(grades).figure(rule)))
        .flatMap(Function.identity());
  }

  private Stream<FigureRow> of(FigureName name, Function<Grades, Figure> figure) {
    return series.years().stream()
        .filter(year -> year.last().getMonthValue() == 12)
        .flatMap(
            year ->
                breakdowns.getOrDefault(year.first().getYear(), List.of()).stream()
                    .map(group -> row(name, year, group, figure.apply(group.grades()))));
  }

  private static FigureRow row(FigureName name, Period year, GroupGrades group, Figure figure) {
    return new FigureRow(
        name,
        Optional.of(group.indicator()),
        group.dimension() == Dimension.LOCATION ? Optional.of(Channel.COUNTER) : Optional.empty(),
        Optional.empty(),
        year,
        Optional.of(new Group(group.dimension(), group.group())),
        figure);
  }

  private static FigureRow withoutIndicator(FigureRow row) {
    return new FigureRow(
        row.name(),
        Optional.empty(),
        row.channel(),
        row.location(),
        row.period(),
        row.group(),
        row.figure());
  }
}
