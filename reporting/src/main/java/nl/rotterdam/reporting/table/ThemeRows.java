// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.trend.MonthSeries;

/**
 * The rows about what open answers are about, for every month and year with any. An answer counts
 * in each of its themes, so that they add up to more than n.
 */
record ThemeRows(MonthSeries series, List<ThemeCount> counts, PublicationRule rule) {

  Stream<FigureRow> stream() {
    List<String> themes =
        Stream.concat(
                counts.stream().flatMap(count -> count.themes().stream()).distinct().sorted(),
                Stream.of(ThemeCount.NONE))
            .toList();
    return series.monthsAndYears().stream()
        .flatMap(
            period ->
                FigureRows.ALL_AND_EACH.stream().flatMap(channel -> rows(themes, channel, period)));
  }

  private Stream<FigureRow> rows(List<String> themes, Optional<Channel> channel, Period period) {
    List<ThemeCount> about =
        counts.stream()
            .filter(count -> period.contains(count.month()))
            .filter(count -> channel.isEmpty() || channel.get() == count.channel())
            .toList();
    long n = about.stream().mapToLong(ThemeCount::number).sum();
    return n == 0
        ? Stream.empty()
        : themes.stream().map(theme -> row(theme, channel, period, about, n));
  }

  private FigureRow row(
      String theme, Optional<Channel> channel, Period period, List<ThemeCount> about, long n) {
    long mentions =
        about.stream().filter(count -> count.isAbout(theme)).mapToLong(ThemeCount::number).sum();
    return new FigureRow(
        FigureName.THEME_MENTIONS,
        Optional.empty(),
        channel,
        Optional.empty(),
        period,
        Optional.of(new Group(Grouping.THEME, theme)),
        Figure.withoutLimits(OptionalDouble.of(mentions), n, rule.statusOf(n)));
  }
}
