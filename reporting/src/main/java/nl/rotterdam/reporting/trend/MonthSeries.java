// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Tally;

/**
 * The counts, month by month. The data run from the first month with a contact to the month asked
 * for; a month between without counts is part of them and counts 0.
 */
public final class MonthSeries {
  private final Optional<Period> span;
  private final YearMonth to;
  private final Map<YearMonth, Map<Channel, Tally>> tallies;

  /** Sums that were asked for before: every figure asks for the same ones again. */
  private final Map<Sum, Tally> sums = new ConcurrentHashMap<>();

  private MonthSeries(
      Optional<Period> span, YearMonth to, Map<YearMonth, Map<Channel, Tally>> tallies) {
    this.span = span;
    this.to = to;
    this.tallies = tallies;
  }

  /**
   * The data as they stand at the end of a month.
   *
   * @param counts in any order; those of the same month and channel add up, those outside the data
   *     are left out
   * @param to the month asked for
   */
  public static MonthSeries of(List<MonthlyCounts> counts, YearMonth to) {
    Optional<Period> span =
        counts.stream()
            .filter(count -> count.contacts() > 0)
            .map(MonthlyCounts::month)
            .filter(month -> !month.isAfter(to))
            .min(YearMonth::compareTo)
            .map(first -> Period.window(first, to));
    Map<YearMonth, Map<Channel, Tally>> tallies =
        counts.stream()
            .filter(count -> span.filter(data -> data.contains(count.month())).isPresent())
            .collect(
                groupingBy(
                    MonthlyCounts::month,
                    groupingBy(
                        MonthlyCounts::channel, reducing(Tally.NONE, Tally::of, Tally::plus))));
    return new MonthSeries(span, to, tallies);
  }

  /** From the first month with a contact to the month asked for; empty where there are no data. */
  public Optional<Period> span() {
    return span;
  }

  /** First month with a contact; empty where there are no data. */
  public Optional<YearMonth> first() {
    return span.map(Period::first);
  }

  /** Every month of the data, in order. */
  public List<Period> months() {
    return span.stream().flatMap(Period::months).map(Period::month).toList();
  }

  /** Every calendar year of the data, in order; the last as far as the month asked for. */
  public List<Period> years() {
    return first().stream()
        .flatMapToInt(month -> IntStream.rangeClosed(month.getYear(), to.getYear()))
        .mapToObj(year -> year == to.getYear() ? Period.yearUpTo(to) : Period.year(year))
        .toList();
  }

  /** Every month, then every year. */
  public List<Period> monthsAndYears() {
    return Stream.concat(months().stream(), years().stream()).toList();
  }

  /** Every twelve months that lie inside the data, in order. */
  public List<Period> twelveMonthWindows() {
    return span.stream()
        .flatMap(Period::months)
        .map(Period::twelveMonthsTo)
        .filter(this::covers)
        .toList();
  }

  /** The twelve months that end in the month asked for, whether or not the data cover them. */
  public Period currentWindow() {
    return Period.twelveMonthsTo(to);
  }

  /** The current window; empty where the data do not cover it or it overlaps the baseline. */
  public Optional<Period> comparableWindow(Goal goal) {
    return Optional.of(currentWindow())
        .filter(this::covers)
        .filter(window -> !window.overlaps(goal.baseline()));
  }

  /** Whether all months of the period lie inside the data. */
  public boolean covers(Period period) {
    return span.filter(data -> data.contains(period.first()) && data.contains(period.last()))
        .isPresent();
  }

  /**
   * What was counted in the months of the period that lie inside the data; all 0 where nothing was.
   *
   * @param channel empty for all together
   */
  public Tally over(Optional<Channel> channel, Period period) {
    return sums.computeIfAbsent(new Sum(channel, period.first(), period.last()), this::add);
  }

  private Tally add(Sum sum) {
    return Period.window(sum.first(), sum.last())
        .months()
        .flatMap(month -> tallies.getOrDefault(month, Map.of()).entrySet().stream())
        .filter(entry -> sum.channel().isEmpty() || sum.channel().get() == entry.getKey())
        .map(Map.Entry::getValue)
        .reduce(Tally.NONE, Tally::plus);
  }

  /** What is added up: one channel (empty for all together) over these months. */
  private record Sum(Optional<Channel> channel, YearMonth first, YearMonth last) {}
}
