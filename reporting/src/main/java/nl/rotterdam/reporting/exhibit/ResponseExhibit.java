// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.StackChart;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.Group;

/** From contact to answer, channel by channel: how many were lost on the way, and why. */
final class ResponseExhibit {
  private static final double NAMES = 1.7;

  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final Period period;
  private final List<Way> ways;
  private final List<String> reasons;
  private final Map<String, String> values;

  /**
   * The way of the contacts of one channel.
   *
   * @param lost how many residents were not invited, by reason
   * @param invited how many were
   * @param answered how many of them answered
   * @param rate the response rate
   */
  private record Way(
      Optional<Channel> channel, Map<String, Long> lost, long invited, long answered, Figure rate) {

    long notInvited() {
      return lost.values().stream().mapToLong(Long::longValue).sum();
    }

    long contacts() {
      return invited + notInvited();
    }

    long silent() {
      return Math.max(0, invited - answered);
    }
  }

  ResponseExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.period =
        showing.table().coversCurrentWindow()
            ? showing.table().currentWindow()
            : Period.yearUpTo(showing.table().to());
    this.ways =
        showing.channels(channel -> true).map(this::way).filter(way -> way.contacts() > 0).toList();
    this.reasons =
        ways.stream().flatMap(way -> way.lost().keySet().stream()).distinct().sorted().toList();
    this.values = values();
  }

  Exhibit exhibit() {
    String form = ways.isEmpty() ? ".none" : "";
    ChartText text =
        showing.chartText(
            words.text("response.title" + form, values),
            words.text("response.subtitle", values),
            words.text("response.description" + form, values));
    return new Exhibit(
        ExhibitName.RESPONSE,
        text,
        words.text("response.sentence" + form, values),
        showing.definition(ExhibitName.RESPONSE),
        ways.isEmpty()
            ? Optional.empty()
            : Optional.of(StackChart.of(bars(), parts(), text, data(), ChartStyle.DEFAULT)),
        ways.isEmpty() ? Optional.empty() : Optional.of(readable()),
        data());
  }

  private Way way(Optional<Channel> channel) {
    return new Way(
        channel,
        showing.table().rows().stream()
            .filter(row -> row.name() == FigureName.NOT_INVITED && row.channel().equals(channel))
            .filter(row -> row.period().toString().equals(period.toString()))
            .collect(
                toMap(
                    row -> row.group().map(Group::name).orElseThrow(),
                    row -> row.figure().n(),
                    Long::sum,
                    LinkedHashMap::new)),
        find(FigureName.INVITED, channel).n(),
        find(FigureName.ANSWERED, channel).n(),
        find(FigureName.RESPONSE_RATE, channel));
  }

  private Figure find(FigureName name, Optional<Channel> channel) {
    return showing.find(name, Optional.empty(), channel, period);
  }

  private Map<String, String> values() {
    Map<String, String> values = showing.values();
    values.put("period", notation.soFar(period));
    ways.stream()
        .filter(way -> way.channel().isEmpty())
        .forEach(
            all -> {
              values.put("contacts", notation.count(all.contacts()));
              values.put("invited", notation.count(all.invited()));
              values.put("answered", notation.count(all.answered()));
              values.put("lost", lostInWords(all));
            });
    values.put(
        "channels",
        notation.list(
            ways.stream()
                .filter(way -> way.channel().isPresent())
                .map(way -> showing.inline(showing.name(way.channel())) + " " + ofInvited(way))
                .toList()));
    return values;
  }

  /** The reasons, the weightiest first. */
  private String lostInWords(Way all) {
    return all.lost().isEmpty()
        ? words.text("response.lost.none")
        : notation.list(
            all.lost().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(lost -> reason(lost.getKey()) + " " + notation.count(lost.getValue()))
                .toList());
  }

  private String reason(String code) {
    return words.text("reason." + code);
  }

  private String ofInvited(Way way) {
    return words.text(
        "response.value",
        Map.of(
            "answered", notation.count(way.answered()), "invited", notation.count(way.invited())));
  }

  private List<StackChart.Row> bars() {
    return ways.stream()
        .filter(way -> way.channel().isPresent())
        .map(
            way ->
                new StackChart.Row(
                    showing.name(way.channel()),
                    ofInvited(way),
                    List.of(
                        (double) way.answered(), (double) way.silent(), (double) way.notInvited())))
        .toList();
  }

  private List<String> parts() {
    return List.of(
        showing.inline(words.text("response.answered")),
        words.text("response.key.silent"),
        words.text("response.not_invited"));
  }

  /** The way of the contacts from above to below, one column for each channel. */
  private DataTable readable() {
    List<DataTable.Row> rows = new ArrayList<>();
    rows.add(row("response.contacts", true, way -> notation.count(way.contacts())));
    for (String reason : reasons) {
      rows.add(
          new DataTable.Row(
              words.text("response.lost", Map.of("reason", reason(reason))),
              cells(way -> notation.count(way.lost().getOrDefault(reason, 0L)))));
    }
    rows.add(row("response.invited", true, way -> notation.count(way.invited())));
    rows.add(row("response.silent", false, way -> notation.count(way.silent())));
    rows.add(row("response.answered", true, way -> notation.count(way.answered())));
    rows.add(
        new DataTable.Row(
            words.text("response.rate"), ways.stream().map(way -> rate(way.rate())).toList()));
    List<String> columns = new ArrayList<>(List.of(words.text("response.step")));
    ways.forEach(way -> columns.add(showing.name(way.channel())));
    List<Double> weights = new ArrayList<>(List.of(NAMES));
    ways.forEach(way -> weights.add(1.0));
    return new DataTable(words.text("response.table.caption", values), columns, rows, weights);
  }

  private DataTable.Row row(String key, boolean total, Function<Way, String> text) {
    return new DataTable.Row(words.text(key), cells(text), total);
  }

  private List<DataTable.Cell> cells(Function<Way, String> text) {
    return ways.stream().map(text).map(DataTable.Cell::of).toList();
  }

  private DataTable.Cell rate(Figure rate) {
    return rate.value().isPresent()
        ? new DataTable.Cell(
            notation.share(rate.value().getAsDouble()),
            List.of(notation.shareInterval(rate.lower().orElseThrow(), rate.upper().orElseThrow())))
        : DataTable.Cell.of(words.text(rate.n() == 0 ? "response.rate.none" : "figure.too_few"));
  }

  private ChartData data() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("channel", Kind.TEXT),
                new Column("period", Kind.TEXT),
                new Column("contacts", Kind.COUNT)));
    reasons.forEach(reason -> columns.add(new Column("not_invited_" + reason, Kind.COUNT)));
    columns.add(new Column("invited", Kind.COUNT));
    columns.add(new Column("answered", Kind.COUNT));
    columns.add(new Column("response_rate", Kind.SHARE));
    columns.add(new Column("response_rate_lower", Kind.SHARE));
    columns.add(new Column("response_rate_upper", Kind.SHARE));
    return new ChartData(columns, ways.stream().map(this::dataRow).toList());
  }

  private List<Cell> dataRow(Way way) {
    Stream<Cell> begin =
        Stream.of(
            Cell.of(showing.name(way.channel())),
            Cell.of(period.toString()),
            Cell.of(way.contacts()));
    Stream<Cell> lost =
        reasons.stream().map(reason -> Cell.of(way.lost().getOrDefault(reason, 0L)));
    Stream<Cell> end =
        Stream.of(
            Cell.of(way.invited()),
            Cell.of(way.answered()),
            Cell.of(way.rate().value()),
            Cell.of(way.rate().lower()),
            Cell.of(way.rate().upper()));
    return Stream.of(begin, lost, end).flatMap(Function.identity()).toList();
  }
}
