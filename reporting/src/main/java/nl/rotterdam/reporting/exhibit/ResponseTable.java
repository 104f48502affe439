// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.figure.Figure;

/**
 * The way from contact to answer as a table for readers, from above to below with one column for
 * each channel, and as data with one row for each.
 */
record ResponseTable(Showing showing, String period, List<ContactWay> ways) {
  private static final double NAMES = 1.7;

  /** The steps after the invitation that some channel knows of. */
  private enum Step {
    NOT_DELIVERED("response.not_delivered", ContactWay::notDelivered),
    NOT_OPENED("response.not_opened", ContactWay::notOpened),
    LEFT("response.left", ContactWay::leftAfterOpening);

    private final String key;
    private final Function<ContactWay, OptionalLong> count;

    Step(String key, Function<ContactWay, OptionalLong> count) {
      this.key = key;
      this.count = count;
    }
  }

  DataTable readable(String caption) {
    List<DataTable.Row> rows = new ArrayList<>();
    rows.add(row("response.contacts", true, way -> count(way.contacts())));
    for (String reason : reasons()) {
      rows.add(
          new DataTable.Row(
              text("response.lost", Map.of("reason", text("reason." + reason, Map.of()))),
              cells(way -> count(way.lost().getOrDefault(reason, 0L)))));
    }
    rows.add(row("response.invited", true, way -> count(way.invited())));
    rows.add(row("response.silent", false, way -> count(way.silent())));
    for (Step step : Step.values()) {
      part(step.key, step.count).ifPresent(rows::add);
    }
    part("response.set_aside", way -> OptionalLong.of(way.setAside())).ifPresent(rows::add);
    rows.add(row("response.answered", true, way -> count(way.answered())));
    part("response.partly", way -> OptionalLong.of(way.partly())).ifPresent(rows::add);
    rows.add(
        new DataTable.Row(
            text("response.rate", Map.of()), ways.stream().map(way -> rate(way.rate())).toList()));
    List<String> columns = new ArrayList<>(List.of(text("response.step", Map.of())));
    ways.forEach(way -> columns.add(showing.name(way.channel())));
    List<Double> weights = new ArrayList<>(List.of(NAMES));
    ways.forEach(way -> weights.add(1.0));
    return new DataTable(caption, columns, rows, weights);
  }

  ChartData data() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("channel", Kind.TEXT),
                new Column("period", Kind.TEXT),
                new Column("contacts", Kind.COUNT)));
    reasons().forEach(reason -> columns.add(new Column("not_invited_" + reason, Kind.COUNT)));
    Stream.of("invited", "delivered", "opened", "set_aside", "answered", "answered_partly")
        .forEach(code -> columns.add(new Column(code, Kind.COUNT)));
    Stream.of("response_rate", "response_rate_lower", "response_rate_upper")
        .forEach(code -> columns.add(new Column(code, Kind.SHARE)));
    return new ChartData(columns, ways.stream().map(this::dataRow).toList());
  }

  private List<Cell> dataRow(ContactWay way) {
    Stream<Cell> begin =
        Stream.of(Cell.of(showing.name(way.channel())), Cell.of(period), Cell.of(way.contacts()));
    Stream<Cell> lost =
        reasons().stream().map(reason -> Cell.of(way.lost().getOrDefault(reason, 0L)));
    Stream<Cell> end =
        Stream.of(
            Cell.of(way.invited()),
            Cell.of(known(way.delivered())),
            Cell.of(known(way.opened())),
            Cell.of(way.setAside()),
            Cell.of(way.answered()),
            Cell.of(way.partly()),
            Cell.of(way.rate().value()),
            Cell.of(way.rate().lower()),
            Cell.of(way.rate().upper()));
    return Stream.of(begin, lost, end).flatMap(Function.identity()).toList();
  }

  private static OptionalDouble known(OptionalLong count) {
    return count.isPresent() ? OptionalDouble.of(count.getAsLong()) : OptionalDouble.empty();
  }

  /** Why residents were not invited, in any channel. */
  private List<String> reasons() {
    return ways.stream().flatMap(way -> way.lost().keySet().stream()).distinct().sorted().toList();
  }

  private DataTable.Row row(String key, boolean total, Function<ContactWay, String> cell) {
    return new DataTable.Row(text(key, Map.of()), cells(cell), total);
  }

  /** A row about part of the one above; none where it says nothing. */
  private Optional<DataTable.Row> part(String key, Function<ContactWay, OptionalLong> count) {
    return ways.stream().map(count).noneMatch(known -> known.orElse(0) > 0)
        ? Optional.empty()
        : Optional.of(row(key, false, way -> countOrUnknown(count.apply(way))));
  }

  private String countOrUnknown(OptionalLong count) {
    return count.isPresent() ? count(count.getAsLong()) : text("response.unknown", Map.of());
  }

  private List<DataTable.Cell> cells(Function<ContactWay, String> cell) {
    return ways.stream().map(cell).map(DataTable.Cell::of).toList();
  }

  private DataTable.Cell rate(Figure rate) {
    Notation notation = showing.notation();
    return rate.value().isPresent()
        ? new DataTable.Cell(
            notation.share(rate.value().getAsDouble()),
            List.of(notation.shareInterval(rate.lower().orElseThrow(), rate.upper().orElseThrow())))
        : DataTable.Cell.of(
            text(rate.n() == 0 ? "response.rate.none" : "figure.too_few", Map.of()));
  }

  private String count(long number) {
    return showing.notation().count(number);
  }

  private String text(String key, Map<String, String> values) {
    return showing.words().text(key, values);
  }
}
