// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Tally;
import nl.rotterdam.reporting.figure.Visits;
import nl.rotterdam.reporting.trend.MonthSeries;

/** The rows about the municipality's own work: counts and shares of all there was, no intervals. */
record WorkRows(MonthSeries series, CityCounts counts) {

  Stream<FigureRow> stream() {
    return Stream.of(
            ofChannel(
                FigureName.FIRST_TIME_FIX,
                Channel.PHONE,
                tally -> Figure.ofWork(tally.work().firstTimeFix())),
            ofChannel(FigureName.CHATS, Channel.CHAT, tally -> Figure.count(tally.contacts())),
            ofChannel(
                FigureName.VIDEO_SUCCESSFUL,
                Channel.VIDEO,
                tally -> Figure.count(tally.work().successful())),
            series.years().stream().flatMap(this::visits))
        .flatMap(Function.identity());
  }

  private Stream<FigureRow> ofChannel(
      FigureName name, Channel channel, Function<Tally, Figure> figure) {
    return FigureRows.rows(
        name,
        FigureRows.NO_INDICATOR,
        List.of(Optional.of(channel)),
        series.monthsAndYears(),
        (none, only, period) -> figure.apply(series.over(only, period)));
  }

  private Stream<FigureRow> visits(Period year) {
    Map<String, Long> byLocation =
        counts.visits().stream()
            .filter(visits -> year.contains(visits.month()))
            .collect(groupingBy(Visits::location, TreeMap::new, summingLong(Visits::visits)));
    return byLocation.entrySet().stream()
        .map(
            entry ->
                new FigureRow(
                    FigureName.VISITS,
                    Optional.empty(),
                    Optional.of(Channel.COUNTER),
                    Optional.of(entry.getKey()),
                    year,
                    Optional.empty(),
                    Figure.count(entry.getValue())));
  }
}
