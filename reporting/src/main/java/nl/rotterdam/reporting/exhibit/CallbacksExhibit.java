// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.WorkChart;
import nl.rotterdam.reporting.chart.WorkSeries;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;

/** Call-back notes by month, and what part of them was handled on time. */
final class CallbacksExhibit {
  private static final double AGREED = 1;
  private static final List<Double> WEIGHTS = List.of(1.0, 1.0, 1.0, 1.0);

  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final WorkSeries series;
  private final Map<String, String> values;

  CallbacksExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.series =
        new WorkSeries(
            showing
                .months()
                .map(
                    month ->
                        new WorkSeries.Point(
                            "",
                            month,
                            find(FigureName.CALLBACKS, month),
                            find(FigureName.CALLBACKS_ON_TIME, month)))
                .toList());
    this.values = showing.values();
    values.put("agreed", notation.change(AGREED));
  }

  Exhibit exhibit() {
    boolean drawn = series.hasValues();
    Period month = Period.month(showing.table().to());
    Figure notes = find(FigureName.CALLBACKS, month);
    Figure due = find(FigureName.CALLBACKS_ON_TIME, month);
    String form = drawn ? form(notes, due) : ".none";
    putMonth(notes, due);
    ChartText text =
        showing.chartText(
            words.text("callbacks.title" + form, values),
            words.text("callbacks.subtitle", values),
            words.text("callbacks.description" + form, values));
    return new Exhibit(
        ExhibitName.CALLBACKS,
        text,
        sentence(form),
        showing.definition(ExhibitName.CALLBACKS, FigureName.CALLBACKS),
        drawn
            ? Optional.of(
                WorkChart.of(
                    series, OptionalDouble.of(AGREED), text, labels(), data(), ChartStyle.DEFAULT))
            : Optional.empty(),
        drawn ? Optional.of(readable()) : Optional.empty(),
        data());
  }

  private static String form(Figure notes, Figure due) {
    if (notes.n() == 0) {
      return ".no_notes";
    }
    return due.value().isPresent() ? "" : ".not_due";
  }

  /** The month, and the year so far where that says more. */
  private String sentence(String form) {
    String month = words.text("callbacks.sentence" + form, values);
    Period year = Period.yearUpTo(showing.table().to());
    Figure onTime = find(FigureName.CALLBACKS_ON_TIME, year);
    if (form.equals(".none") || onTime.value().isEmpty()) {
      return month;
    }
    values.put("year", notation.yearSoFar(year));
    values.put("year_share", notation.share(onTime.value().getAsDouble()));
    return month + " " + words.text("callbacks.sentence.year", values);
  }

  private void putMonth(Figure notes, Figure due) {
    values.put("n", notation.count(notes.n()));
    values.put("due", notation.count(due.n()));
    due.value().ifPresent(share -> values.put("share", notation.share(share)));
  }

  private WorkChart.Labels labels() {
    return new WorkChart.Labels(
        words.text("callbacks.label.notes"),
        words.text("callbacks.label.on_time"),
        words.text("callbacks.label.agreed", values),
        words.text("figure.none_due"),
        notation.axisCounts(),
        notation.axisPercentages(),
        number -> notation.count(Math.round(number)),
        notation::share);
  }

  /** The months of the last twelve, the newest last. */
  private DataTable readable() {
    List<DataTable.Row> rows =
        series.points().stream()
            .filter(point -> showing.table().currentWindow().contains(point.period().first()))
            .map(this::row)
            .toList();
    return new DataTable(
        words.text("callbacks.table.caption"),
        List.of(
            words.text("table.month"),
            words.text("table.callbacks"),
            words.text("table.due"),
            words.text("table.on_time")),
        rows,
        WEIGHTS);
  }

  private DataTable.Row row(WorkSeries.Point point) {
    Figure onTime = point.share();
    return new DataTable.Row(
        notation.period(point.period()),
        List.of(
            DataTable.Cell.of(notation.count(point.number().n())),
            DataTable.Cell.of(notation.count(onTime.n())),
            DataTable.Cell.of(
                onTime.value().isPresent()
                    ? notation.share(onTime.value().getAsDouble())
                    : words.text("figure.none_due"))));
  }

  private ChartData data() {
    return new ChartData(
        List.of(
            new Column("month", Kind.TEXT),
            new Column("callbacks", Kind.COUNT),
            new Column("callbacks_due", Kind.COUNT),
            new Column("callbacks_on_time", Kind.SHARE)),
        series.points().stream()
            .map(
                point ->
                    List.of(
                        Cell.of(point.period().toString()),
                        Cell.of(point.number().value()),
                        Cell.of(point.share().n()),
                        Cell.of(point.share().value())))
            .toList());
  }

  private Figure find(FigureName name, Period period) {
    return showing.find(name, Optional.empty(), Optional.empty(), period);
  }
}
