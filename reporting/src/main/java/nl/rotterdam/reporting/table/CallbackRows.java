// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MeanDifference;
import nl.rotterdam.reporting.figure.MeanGrade;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.reporting.table.CallbackDetails.Part;
import nl.rotterdam.reporting.table.CallbackDetails.Scores;
import nl.rotterdam.reporting.trend.MonthSeries;

/**
 * The rows about promises to call back: own work, counted for every month and year, and for years
 * by cluster and neighbourhood; and for whole years what residents say about it, which is a
 * breakdown of the answers.
 */
record CallbackRows(MonthSeries series, CityCounts counts, PublicationRule rule) {

  Stream<FigureRow> stream() {
    return Stream.of(whole(), byGroup(), scores()).flatMap(Function.identity());
  }

  private Stream<FigureRow> whole() {
    return series.monthsAndYears().stream()
        .flatMap(period -> rows(period, Optional.empty(), callbacks(period)));
  }

  private Callbacks callbacks(Period period) {
    return counts.callbacks().stream()
        .filter(month -> period.contains(month.month()))
        .reduce(none(period), Callbacks::plus);
  }

  private static Callbacks none(Period period) {
    return new Callbacks(period.first(), 0, 0, 0);
  }

  private Stream<FigureRow> byGroup() {
    return series.years().stream()
        .flatMap(
            year -> {
              Map<Group, Callbacks> groups =
                  counts.details().parts().stream()
                      .filter(part -> year.contains(part.callbacks().month()))
                      .collect(
                          groupingBy(
                              part -> new Group(part.dimension(), part.group()),
                              reducing(none(year), Part::callbacks, Callbacks::plus)));
              return groups.entrySet().stream()
                  .flatMap(group -> rows(year, Optional.of(group.getKey()), group.getValue()));
            });
  }

  private static Stream<FigureRow> rows(Period period, Optional<Group> group, Callbacks callbacks) {
    return Stream.of(
        row(FigureName.CALLBACKS, period, group, Figure.count(callbacks.created())),
        row(FigureName.CALLBACKS_ON_TIME, period, group, Figure.ofWork(callbacks.shareOnTime())),
        row(FigureName.CALLBACKS_LATE, period, group, Figure.count(callbacks.late())),
        row(FigureName.CALLBACKS_OPEN, period, group, Figure.count(callbacks.open())));
  }

  private static FigureRow row(
      FigureName name, Period period, Optional<Group> group, Figure figure) {
    return new FigureRow(
        name, Optional.empty(), Optional.empty(), Optional.empty(), period, group, figure);
  }

  private Stream<FigureRow> scores() {
    return series.years().stream()
        .filter(year -> year.last().getMonthValue() == 12)
        .flatMap(
            year ->
                Optional.ofNullable(counts.details().scores().get(year.first().getYear())).stream()
                    .flatMap(scores -> rows(year, scores)));
  }

  private Stream<FigureRow> rows(Period year, Scores scores) {
    MeanGrade onTime = new MeanGrade(scores.onTime());
    MeanGrade late = new MeanGrade(scores.late());
    return Stream.of(
        row(year, "on_time", onTime.figure(rule)),
        row(year, "late", late.figure(rule)),
        row(year, "difference", new MeanDifference(onTime, late).figure(rule)));
  }

  private static FigureRow row(Period year, String group, Figure figure) {
    return new FigureRow(
        FigureName.TIMELINESS_BY_CALLBACK,
        Optional.of(Indicator.TIMELINESS),
        Optional.empty(),
        Optional.empty(),
        year,
        Optional.of(new Group(Grouping.CALLBACK, group)),
        figure);
  }
}
