// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Funnel;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Tally;
import nl.rotterdam.reporting.trend.MonthSeries;

/**
 * The rows about what became of every contact: not invited and why, invited, answered, and how many
 * got how far. For every month and year, and for the current window where the data cover it, also
 * where it overlaps the baseline: nothing is compared with it here.
 */
record AskingRows(MonthSeries series) {

  Stream<FigureRow> stream() {
    return Stream.of(
            notInvited(),
            counts(FigureName.INVITED, Tally::invited),
            counts(FigureName.ANSWERED, Tally::answered),
            funnel())
        .flatMap(Function.identity());
  }

  /** The steps, each with those that got at least so far; one that is not known has no row. */
  private Stream<FigureRow> funnel() {
    Map<FigureName, Function<Tally, OptionalLong>> steps = new EnumMap<>(FigureName.class);
    steps.put(FigureName.FUNNEL_REACHABLE, counts -> known(new Funnel(counts).reachable()));
    steps.put(FigureName.FUNNEL_ELIGIBLE, counts -> known(new Funnel(counts).eligible()));
    steps.put(FigureName.FUNNEL_SAMPLED, counts -> known(new Funnel(counts).sampled()));
    steps.put(FigureName.FUNNEL_SENT, counts -> known(new Funnel(counts).sent()));
    steps.put(FigureName.FUNNEL_DELIVERED, counts -> new Funnel(counts).delivered());
    steps.put(FigureName.FUNNEL_OPENED, counts -> new Funnel(counts).opened());
    steps.put(FigureName.FUNNEL_PARTIAL, counts -> known(counts.partial()));
    steps.put(FigureName.FUNNEL_COMPLETE, counts -> known(counts.complete()));
    steps.put(FigureName.FUNNEL_SET_ASIDE, counts -> some(counts.reach().setAside()));
    return steps.entrySet().stream()
        .flatMap(
            step ->
                FigureRows.rows(
                    step.getKey(),
                    FigureRows.NO_INDICATOR,
                    FigureRows.ALL_AND_EACH,
                    periods(),
                    (none, channel, period) ->
                        figure(step.getValue().apply(series.over(channel, period)))));
  }

  private static OptionalLong known(long number) {
    return OptionalLong.of(number);
  }

  private static OptionalLong some(long number) {
    return number > 0 ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private static Figure figure(OptionalLong number) {
    return number.isPresent() ? Figure.count(number.getAsLong()) : Figure.empty(0);
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
            series.monthsAndYears().stream(),
            Stream.of(series.currentWindow()).filter(series::covers))
        .toList();
  }
}
