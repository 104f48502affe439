// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.FigureRow.Subject;
import nl.rotterdam.reporting.table.FiguresTable;

/**
 * What every exhibit is made of.
 *
 * @param table the figures, as far as the readers may see them
 * @param selection what part is asked for
 */
record Showing(FiguresTable table, Edition edition, Words words, Selection selection) {

  Notation notation() {
    return new Notation(words);
  }

  FigureText text() {
    return new FigureText(words);
  }

  /** The channel asked for, or all channels together, in words. */
  String channel() {
    return name(selection.channel());
  }

  String name(Optional<Channel> channel) {
    return channel.map(text()::name).orElseGet(() -> words.text("channel.all"));
  }

  /** Channels that meet a condition: all together last, as the sum under the others. */
  Stream<Optional<Channel>> channels(Predicate<Optional<Channel>> condition) {
    return Stream.concat(
            Arrays.stream(Channel.values()).map(Optional::of), Stream.of(Optional.<Channel>empty()))
        .filter(condition);
  }

  /** One figure of the table; empty, on nothing, where it has none. */
  Figure find(
      FigureName name, Optional<Indicator> indicator, Optional<Channel> channel, Period period) {
    return table.find(name, indicator, channel, period).orElse(Figure.empty(0));
  }

  /** Whether this count was given by another system in the place of what contacts tell. */
  boolean isGiven(FigureName name, Optional<Channel> channel, Period period) {
    return table
        .findRow(
            new Subject(
                name,
                Optional.empty(),
                channel,
                Optional.empty(),
                period.toString(),
                Optional.empty()))
        .filter(FigureRow::given)
        .isPresent();
  }

  /** Whether nothing is known of the period yet: the last contact was before it. */
  boolean isAfterTheData(Period period) {
    return table.lastMonth().filter(last -> !last.isBefore(period.first())).isEmpty();
  }

  /**
   * The first month of a series.
   *
   * @param usual where it begins if nobody asks for another
   */
  YearMonth first(YearMonth usual) {
    return selection.from().orElse(usual);
  }

  /** The months of a series: from January of the year before on, as far back as there are data. */
  Stream<Period> months() {
    YearMonth january = YearMonth.of(table.to().getYear() - 1, 1);
    return table
        .firstMonth()
        .map(begun -> begun.isAfter(first(january)) ? begun : first(january))
        .map(first -> Period.window(first, table.to()).months().map(Period::month))
        .orElse(Stream.empty());
  }

  /** What every text may name. */
  Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    values.put("organisation", edition.organisation());
    values.put("date", notation().day(edition.date()));
    values.put("month", notation().month(table.to()));
    values.put("window", notation().period(table.currentWindow()));
    values.put("channel", channel());
    values.put("channel_inline", inline(channel()));
    values.put("baseline", notation().period(table.goal().baseline()));
    values.put("goal", notation().change(table.goal().reduction()));
    values.put("threshold", notation().count(table.rule().threshold()));
    return values;
  }

  /** A name as it is written within a sentence. */
  String inline(String name) {
    return name.substring(0, 1).toLowerCase(words.locale()) + name.substring(1);
  }

  /** Source and date, and whether the figures may still change. */
  String foot() {
    return words.text("chart.foot." + edition.standing().code(), values());
  }

  /** The words around a picture; those in its place begin with its title. */
  ChartText chartText(String title, String subtitle, String description) {
    return new ChartText(title, subtitle, foot(), title + ". " + description);
  }

  /**
   * What is counted, and how; and where any of it was given by another system, that.
   *
   * @param figures those counts that may be given
   */
  String definition(ExhibitName name, FigureName... figures) {
    String definition = words.text("exhibit." + name.code() + ".definition", values());
    Set<FigureName> counts = Set.of(figures);
    boolean given =
        table.rows().stream().anyMatch(row -> row.given() && counts.contains(row.name()));
    return given ? definition + " " + words.text("exhibit.given") : definition;
  }
}
