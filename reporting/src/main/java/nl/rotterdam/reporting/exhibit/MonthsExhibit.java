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
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;

/** One count of the municipality's own work, by month: chats, video calls. */
final class MonthsExhibit {
  private static final List<Double> WEIGHTS = List.of(1.0, 1.0, 1.2);

  private final Showing showing;
  private final ExhibitName name;
  private final FigureName figure;
  private final Optional<Channel> channel;
  private final Words words;
  private final Notation notation;
  private final WorkSeries series;
  private final Map<String, String> values;

  MonthsExhibit(Showing showing, ExhibitName name, FigureName figure, Channel channel) {
    this.showing = showing;
    this.name = name;
    this.figure = figure;
    this.channel = Optional.of(channel);
    this.words = showing.words();
    this.notation = showing.notation();
    this.series =
        new WorkSeries(
            showing
                .months()
                .map(month -> new WorkSeries.Point("", month, find(month), Figure.empty(0)))
                .toList());
    this.values = showing.values();
  }

  Exhibit exhibit() {
    boolean drawn = series.hasValues();
    String form = drawn ? form() : ".none";
    values.put("n", notation.count(now()));
    ChartText text =
        showing.chartText(
            text("title" + form), text("subtitle"), text(drawn ? "description" : "sentence.none"));
    return new Exhibit(
        name,
        text,
        sentence(form),
        showing.definition(name, figure),
        drawn
            ? Optional.of(
                WorkChart.of(
                    series, OptionalDouble.empty(), text, labels(), data(), ChartStyle.DEFAULT))
            : Optional.empty(),
        drawn ? Optional.of(readable()) : Optional.empty(),
        data());
  }

  /** Beside the same month a year earlier, or alone where that cannot be compared with. */
  private String form() {
    Period month = Period.month(showing.table().to());
    if (now() == 0 && showing.isAfterTheData(month)) {
      return ".not_in";
    }
    Period before = Period.month(showing.table().to().minusYears(1));
    Figure earlier = find(before);
    if (earlier.value().isEmpty() || isGiven(before) != isGiven(month)) {
      return ".first";
    }
    values.put("earlier", notation.count(earlier.n()));
    values.put("earlier_month", notation.period(before));
    return now() == earlier.n() ? ".same" : ".compared";
  }

  /** The month, and the year so far where that says more. */
  private String sentence(String form) {
    String month = text("sentence" + form);
    Period year = Period.yearUpTo(showing.table().to());
    if (!series.hasValues()
        || form.equals(".not_in")
        || showing.table().to().getMonthValue() == 1) {
      return month;
    }
    values.put("year", notation.yearSoFar(year));
    values.put("year_total", notation.count(find(year).n()));
    return month + " " + text("sentence.year");
  }

  private boolean isGiven(Period period) {
    return showing.isGiven(figure, channel, period);
  }

  private long now() {
    return find(Period.month(showing.table().to())).n();
  }

  private String text(String part) {
    return words.text(name.code() + "." + part, values);
  }

  private WorkChart.Labels labels() {
    return new WorkChart.Labels(
        "",
        "",
        "",
        "",
        notation.axisCounts(),
        notation.axisPercentages(),
        number -> notation.count(Math.round(number)),
        notation::share);
  }

  private DataTable readable() {
    List<DataTable.Row> rows =
        series.points().stream()
            .filter(point -> showing.table().currentWindow().contains(point.period().first()))
            .map(
                point ->
                    new DataTable.Row(
                        notation.period(point.period()),
                        List.of(
                            DataTable.Cell.of(notation.count(point.number().n())),
                            DataTable.Cell.of(earlier(point)))))
            .toList();
    return new DataTable(
        text("table.caption"),
        List.of(words.text("table.month"), text("table.number"), words.text("table.year_earlier")),
        rows,
        WEIGHTS);
  }

  private String earlier(WorkSeries.Point point) {
    Figure earlier = find(Period.month(point.period().first().minusYears(1)));
    return earlier.value().isPresent() ? notation.count(earlier.n()) : words.text("figure.unknown");
  }

  private ChartData data() {
    return new ChartData(
        List.of(new Column("month", Kind.TEXT), new Column(figure.code(), Kind.COUNT)),
        series.points().stream()
            .map(
                point ->
                    List.of(Cell.of(point.period().toString()), Cell.of(point.number().value())))
            .toList());
  }

  private Figure find(Period period) {
    return showing.find(figure, Optional.empty(), channel, period);
  }
}
