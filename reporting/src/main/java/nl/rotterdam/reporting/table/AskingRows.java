// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Tally;
import nl.rotterdam.reporting.trend.MonthSeries;

/**
 * The rows about what became of every contact: not invited and why, invited, answered. For every
 * year, and for the current window where the data cover it, also where it overlaps the baseline:
 * nothing is compared with it here.
 */
record AskingRows(MonthSeries series) {

  Stream<FigureRow> stream() {
    return Stream.of(
            notInvited(),
            counts(FigureName.INVITED, Tally::invited),
            counts(FigureName.ANSWERED, Tally::answered))
        .flatMap(Function.identity());
  }

  private Stream<FigureRow> counts(FigureName name, ToLongFunction<Tally> count) {
    return FigureRows.rows(
        name,
        FigureRows.NO_INDICATOR,
        FigureRows.ALL_AND_EACH,
        periods(),
        (none, channel, period) -> Figure.count(count.applyAsLong(series.over(channel, period))));
  }

  private Stream<FigureRow> notInvited() {
    return FigureRows.ALL_AND_EACH.stream()
        .flatMap(channel -> periods().stream().flatMap(period -> notInvited(channel, period)));
  }

  private Stream<FigureRow> notInvited(Optional<Channel> channel, Period period) {
    return series.over(channel, period).notInvited().byReason().entrySet().stream()
        .filter(reason -> reason.getValue() > 0)
        .map(
            reason ->
                new FigureRow(
                    FigureName.NOT_INVITED,
                    Optional.empty(),
                    channel,
                    Optional.empty(),
                    period,
                    Optional.of(new Group(Grouping.REASON, reason.getKey())),
                    Figure.count(reason.getValue())));
  }

  private List<Period> periods() {
    return Stream.concat(
            series.years().stream(), Stream.of(series.currentWindow()).filter(series::covers))
        .toList();
  }
}
