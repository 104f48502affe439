// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.WorkChart;
import nl.rotterdam.reporting.chart.WorkSeries;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;

/** Telephone contacts by year, and what part of them was resolved the first time. */
final class FirstTimeFixExhibit {
  private static final Optional<Channel> PHONE = Optional.of(Channel.PHONE);
  private static final List<Double> WEIGHTS = List.of(1.0, 1.0, 1.2, 1.2);

  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final WorkSeries series;
  private final Map<String, String> values;

  FirstTimeFixExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.values = showing.values();
    this.series = new WorkSeries(points(showing));
  }

  private static List<WorkSeries.Point> points(Showing showing) {
    FiguresTable table = showing.table();
    int first = showing.first(table.firstMonth().orElse(table.to())).getYear();
    return IntStream.rangeClosed(first, table.to().getYear())
        .mapToObj(
            year -> year == table.to().getYear() ? Period.yearUpTo(table.to()) : Period.year(year))
        .map(
            year ->
                new WorkSeries.Point(
                    showing.notation().shortYear(year),
                    year,
                    showing.find(FigureName.CONTACTS, Optional.empty(), PHONE, year),
                    showing.find(FigureName.FIRST_TIME_FIX, Optional.empty(), PHONE, year)))
        .filter(point -> point.number().n() > 0)
        .toList();
  }

  Exhibit exhibit() {
    Optional<WorkSeries.Point> last =
        series.points().stream()
            .filter(point -> point.share().value().isPresent())
            .reduce((earlier, later) -> later);
    last.ifPresent(this::putLast);
    String form = last.isPresent() ? "" : ".none";
    ChartText text =
        showing.chartText(
            words.text("first_time_fix.title" + form, values),
            words.text("first_time_fix.subtitle", values),
            words.text("first_time_fix.description" + form, values));
    return new Exhibit(
        ExhibitName.FIRST_TIME_FIX,
        text,
        words.text("first_time_fix.sentence" + form, values),
        showing.definition(ExhibitName.FIRST_TIME_FIX, FigureName.CONTACTS),
        series.hasValues()
            ? Optional.of(
                WorkChart.of(
                    series, OptionalDouble.empty(), text, labels(), data(), ChartStyle.DEFAULT))
            : Optional.empty(),
        readable(),
        data());
  }

  private void putLast(WorkSeries.Point last) {
    values.put("period", notation.yearSoFar(last.period()));
    values.put("share", notation.share(last.share().value().orElseThrow()));
    values.put("n", notation.count(last.share().n()));
    values.put(
        "years",
        notation.list(
            series.points().stream()
                .filter(point -> point.share().value().isPresent())
                .map(
                    point ->
                        notation.yearSoFar(point.period())
                            + ": "
                            + notation.share(point.share().value().getAsDouble()))
                .toList()));
  }

  private WorkChart.Labels labels() {
    return new WorkChart.Labels(
        words.text("first_time_fix.label.contacts"),
        words.text("first_time_fix.label.share"),
        "",
        words.text("figure.unknown"),
        notation.axisCounts(),
        notation.axisPercentages(),
        number -> notation.count(Math.round(number)),
        notation::share);
  }

  private Optional<DataTable> readable() {
    if (series.points().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DataTable(
            words.text("first_time_fix.table.caption"),
            List.of(
                words.text("table.year"),
                words.text("table.contacts"),
                words.text("table.known_outcome"),
                words.text("table.first_time_fix")),
            series.points().stream().map(this::row).toList(),
            WEIGHTS));
  }

  private DataTable.Row row(WorkSeries.Point point) {
    Figure share = point.share();
    return new DataTable.Row(
        notation.yearSoFar(point.period()),
        List.of(
            DataTable.Cell.of(notation.count(point.number().n())),
            DataTable.Cell.of(notation.count(share.n())),
            DataTable.Cell.of(
                share.value().isPresent()
                    ? notation.share(share.value().getAsDouble())
                    : words.text("figure.unknown"))));
  }

  private ChartData data() {
    return new ChartData(
        List.of(
            new Column("period", Kind.TEXT),
            new Column("contacts_phone", Kind.COUNT),
            new Column("first_time_fix", Kind.SHARE),
            new Column("first_time_fix_n", Kind.COUNT)),
        series.points().stream()
            .map(
                point ->
                    List.of(
                        Cell.of(notation.yearSoFar(point.period())),
                        Cell.of(point.number().value()),
                        Cell.of(point.share().value()),
                        Cell.of(point.share().n())))
            .toList());
  }
}
