// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.FigureText;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.exhibit.Words;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;

/** The tables of the monthly report; each is absent where it would say nothing. */
final class ReportTables {
  private static final List<Double> GRADES = List.of(1.0, 1.4, 1.4, 1.0);
  private static final List<Double> RESPONSE = List.of(1.0, 0.8, 0.8, 1.3, 1.5);
  private static final Optional<Indicator> OVERALL = Optional.of(Indicator.OVERALL);
  private static final Optional<Indicator> NO_INDICATOR = Optional.empty();

  private final FiguresTable table;
  private final Words words;
  private final Notation notation;
  private final FigureText text;

  ReportTables(FiguresTable table, Words words) {
    this.table = table;
    this.words = words;
    this.notation = new Notation(words);
    this.text = new FigureText(words);
  }

  /** Mean grade and NPS of the overall score in the year so far, by channel. */
  Optional<DataTable> grades() {
    Period year = Period.year(table.to().getYear());
    List<DataTable.Row> rows =
        channels(FigureName.MEAN, OVERALL, year)
            .map(
                channel -> {
                  Figure mean = find(FigureName.MEAN, OVERALL, channel, year);
                  Figure nps = find(FigureName.NPS, OVERALL, channel, year);
                  return new DataTable.Row(
                      name(channel),
                      List.of(
                          FigureText.onOneLine(text.grade(mean)),
                          FigureText.onOneLine(text.points(nps)),
                          DataTable.Cell.of(notation.count(mean.n()))));
                })
            .toList();
    return table("table.grades.caption", yearSoFar(), headers("grades", 3), rows, GRADES);
  }

  /** How many were asked and how many answered, by channel. */
  Optional<DataTable> response() {
    Period window = table.currentWindow();
    Period year = Period.year(table.to().getYear());
    List<DataTable.Row> rows =
        channels(FigureName.RESPONSE_RATE, NO_INDICATOR, window)
            .map(
                channel -> {
                  Figure rate = find(FigureName.RESPONSE_RATE, NO_INDICATOR, channel, window);
                  Figure soFar = find(FigureName.RESPONSE_RATE, NO_INDICATOR, channel, year);
                  return new DataTable.Row(
                      name(channel),
                      List.of(
                          DataTable.Cell.of(notation.count(rate.n())),
                          DataTable.Cell.of(answered(rate)),
                          FigureText.onOneLine(text.share(rate)),
                          FigureText.onOneLine(text.share(soFar))));
                })
            .toList();
    List<String> columns = new ArrayList<>(headers("response", 3));
    columns.add(
        words.text("table.response.column.4", Map.of("period", notation.period(yearSoFar()))));
    return table("table.response.caption", window, columns, rows, RESPONSE);
  }

  /** The rate times those asked is a whole number: those who answered. */
  private String answered(Figure rate) {
    return rate.value().isPresent()
        ? notation.count(Math.round(rate.value().getAsDouble() * rate.n()))
        : text.missing(rate);
  }

  private Period yearSoFar() {
    return Period.window(Period.yearUpTo(table.to()).first(), table.to());
  }

  private List<String> headers(String tableName, int columns) {
    List<String> headers = new ArrayList<>(List.of(words.text("table.channel")));
    for (int i = 1; i <= columns; i++) {
      headers.add(words.text("table." + tableName + ".column." + i));
    }
    return headers;
  }

  private Optional<DataTable> table(
      String caption,
      Period period,
      List<String> columns,
      List<DataTable.Row> rows,
      List<Double> weights) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                words.text(caption, Map.of("period", notation.period(period))),
                columns,
                rows,
                weights));
  }

  /** All together and then each channel, as far as the figure rests on anything there. */
  private Stream<Optional<Channel>> channels(
      FigureName name, Optional<Indicator> indicator, Period period) {
    return Stream.concat(
            Stream.of(Optional.<Channel>empty()), Arrays.stream(Channel.values()).map(Optional::of))
        .filter(channel -> find(name, indicator, channel, period).n() > 0);
  }

  private String name(Optional<Channel> channel) {
    return channel.map(text::name).orElseGet(() -> words.text("channel.all"));
  }

  private Figure find(
      FigureName name, Optional<Indicator> indicator, Optional<Channel> channel, Period period) {
    return table.find(name, indicator, channel, period).orElse(Figure.empty(0));
  }
}
