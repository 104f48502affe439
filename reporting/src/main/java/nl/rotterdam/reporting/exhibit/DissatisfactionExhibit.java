// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.ShareTrend;
import nl.rotterdam.reporting.chart.TrendChart;
import nl.rotterdam.reporting.chart.TrendLabels;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;

/** The share dissatisfied on the overall score over time, against the baseline and the goal. */
final class DissatisfactionExhibit {
  private static final Optional<Indicator> OVERALL = Optional.of(Indicator.OVERALL);
  private static final List<Double> WEIGHTS = List.of(1.8, 1.0, 1.2, 1.0);

  private final Showing showing;
  private final FiguresTable table;
  private final Words words;
  private final Notation notation;
  private final Optional<Channel> channel;
  private final ShareTrend trend;
  private final Map<String, String> values;

  DissatisfactionExhibit(Showing showing) {
    this.showing = showing;
    this.table = showing.table();
    this.words = showing.words();
    this.notation = showing.notation();
    this.channel = showing.selection().channel();
    ShareTrend whole = ShareTrend.of(table, Indicator.OVERALL, channel);
    this.trend = showing.selection().from().map(whole::from).orElse(whole);
    this.values = values();
  }

  Exhibit exhibit() {
    ChartText text =
        showing.chartText(
            words.text(titles() + change(), values),
            words.text("trend.subtitle", values),
            description());
    return new Exhibit(
        ExhibitName.DISSATISFACTION,
        text,
        sentence(),
        showing.definition(ExhibitName.DISSATISFACTION),
        trend.hasValues()
            ? Optional.of(TrendChart.of(trend, text, labels(), ChartStyle.DEFAULT))
            : Optional.empty(),
        readable(),
        trend.data());
  }

  private String titles() {
    return channel.isEmpty() ? "trend.title." : "trend.channel.title.";
  }

  /** Which way the share went since the baseline, as far as its interval tells. */
  private String change() {
    if (channel.isEmpty()) {
      return table
          .verdict()
          .change()
          .map(change -> change.name().toLowerCase(Locale.ROOT))
          .orElse("none");
    }
    Figure reduction = showing.find(FigureName.REDUCTION, OVERALL, channel, table.currentWindow());
    if (reduction.value().isEmpty()) {
      return "none";
    }
    if (reduction.lower().orElseThrow() > 0) {
      return "fallen";
    }
    return reduction.upper().orElseThrow() < 0 ? "risen" : "unclear";
  }

  private String sentence() {
    if (channel.isEmpty()) {
      String verdict = new VerdictText(words).sentence(table.verdict(), table.goal());
      return table.verdict().reason().isPresent()
          ? verdict
          : words.text("trend.sentence", values) + " " + verdict;
    }
    if (!values.containsKey("share_interval")) {
      return words.text("trend.channel.sentence.none", values);
    }
    String since =
        values.containsKey("baseline_share")
            ? " " + words.text("trend.channel.sentence.baseline", values)
            : "";
    return words.text("trend.channel.sentence", values) + since;
  }

  private String description() {
    StringBuilder description = new StringBuilder();
    if (values.containsKey("share_interval")) {
      description.append(words.text("trend.description.current", values)).append(' ');
    }
    if (trend.goal().isPresent()) {
      description.append(words.text("trend.description.goal", values)).append(' ');
    }
    description.append(words.text("trend.description.form", values));
    if (!trend.breaks().isEmpty()) {
      values.put("breaks", notation.list(trend.breaks().stream().map(notation::month).toList()));
      description.append(' ').append(words.text("trend.description.breaks", values));
    }
    return description.toString();
  }

  private TrendLabels labels() {
    return new TrendLabels(
        label("trend.label.rolling", "share"),
        label("trend.label.month", "month_share"),
        label("trend.label.baseline", "baseline_share"),
        label("trend.label.goal", "goal_share"),
        words.text("figure.too_few"),
        words.text("trend.label.break"),
        notation.axisPercentages());
  }

  /** A label that names its value; it is not drawn where there is none. */
  private String label(String key, String needed) {
    return values.containsKey(needed) ? words.text(key, values) : "";
  }

  private Map<String, String> values() {
    Map<String, String> values = showing.values();
    Figure current = current();
    values.put("n", notation.count(current.n()));
    values.put("first_month", notation.month(showing.first(table.firstMonth().orElse(table.to()))));
    if (current.value().isPresent()) {
      values.put("share", notation.share(current.value().getAsDouble()));
      values.put("share_interval", notation.shareWithInterval(current));
    }
    showing
        .find(FigureName.SHARE, OVERALL, channel, Period.month(table.to()))
        .value()
        .ifPresent(share -> values.put("month_share", notation.share(share)));
    trend.baseline().ifPresent(share -> values.put("baseline_share", notation.share(share)));
    trend.goal().ifPresent(share -> values.put("goal_share", notation.share(share)));
    return values;
  }

  private Figure current() {
    return showing.find(FigureName.SHARE_12M, OVERALL, channel, table.currentWindow());
  }

  /** The baseline, each whole year and the last twelve months, and what they come down to. */
  private Optional<DataTable> readable() {
    List<DataTable.Row> rows = new ArrayList<>();
    years()
        .map(year -> row(notation.period(year), year(year)))
        .flatMap(Optional::stream)
        .forEach(rows::add);
    row(values.get("window"), current()).ifPresent(rows::add);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    trend
        .goal()
        .ifPresent(
            share ->
                rows.add(
                    new DataTable.Row(
                        words.text("trend.table.goal", values),
                        List.of(
                            DataTable.Cell.of(notation.share(share)),
                            DataTable.Cell.of(""),
                            DataTable.Cell.of("")),
                        true)));
    return Optional.of(
        new DataTable(
            words.text("trend.table.caption", values),
            List.of(
                words.text("table.period"),
                words.text("table.share"),
                words.text("table.interval"),
                words.text("table.answers")),
            rows,
            WEIGHTS));
  }

  private Stream<Period> years() {
    int first = table.firstMonth().orElse(table.to()).getYear();
    return Stream.iterate(first, year -> year < table.to().getYear(), year -> year + 1)
        .map(Period::year);
  }

  private Figure year(Period year) {
    return year.equals(table.goal().baseline())
        ? table.baselineShare(Indicator.OVERALL, channel).orElse(Figure.empty(0))
        : showing.find(FigureName.SHARE, OVERALL, channel, year);
  }

  private Optional<DataTable.Row> row(String period, Figure share) {
    return share.n() == 0 && share.value().isEmpty()
        ? Optional.empty()
        : Optional.of(new DataTable.Row(period, showing.text().apart(share)));
  }
}
