// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.PanelChart;
import nl.rotterdam.reporting.chart.ShareTrend;
import nl.rotterdam.reporting.chart.TrendChart;
import nl.rotterdam.reporting.chart.TrendLabels;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Verdict;

/**
 * The charts of the monthly report with their words, for the report and as pictures of their own.
 */
public final class ReportCharts {
  private final FiguresTable table;
  private final Edition edition;
  private final Words words;
  private final Notation notation;

  /** Charts for the public: values that rest on too few answers are not drawn. */
  public ReportCharts(FiguresTable table, Edition edition, Words words) {
    this.table = table.forThePublic();
    this.edition = edition;
    this.words = words;
    this.notation = new Notation(words);
  }

  /**
   * The share dissatisfied over time, of the overall score and all channels together; empty where
   * there is nothing to draw.
   */
  public Optional<Chart> trend() {
    ShareTrend trend = ShareTrend.of(table, Indicator.OVERALL, Optional.empty());
    if (!trend.hasValues()) {
      return Optional.empty();
    }
    Map<String, String> values = values(trend);
    String title = words.text("trend.title." + change(), values);
    ChartText text =
        new ChartText(
            title,
            words.text("trend.subtitle", values),
            foot(),
            title + ". " + description(values, trend));
    TrendLabels labels =
        new TrendLabels(
            label("trend.label.rolling", values, "share"),
            label("trend.label.month", values, "month_share"),
            label("trend.label.baseline", values, "baseline_share"),
            label("trend.label.goal", values, "goal_share"),
            words.text("figure.too_few"),
            notation.axisPercentages());
    return Optional.of(TrendChart.of(trend, text, labels, ChartStyle.DEFAULT));
  }

  /**
   * The share dissatisfied over time by channel, of the overall score; empty where no channel has
   * anything to draw.
   */
  public Optional<Chart> channels() {
    ShareYears shares = new ShareYears(table);
    FigureText figures = new FigureText(words);
    List<PanelChart.Panel> panels = new ArrayList<>();
    List<String> described = new ArrayList<>();
    for (Channel channel : shares.channelsWithAnswers()) {
      Figure current = shares.current(Indicator.OVERALL, Optional.of(channel));
      boolean enough = current.value().isPresent();
      String name = figures.name(channel);
      String value =
          enough ? notation.share(current.value().getAsDouble()) : figures.number(current.n());
      String missing = enough ? "" : figures.missing(current);
      panels.add(
          new PanelChart.Panel(
              name, value, missing, ShareTrend.of(table, Indicator.OVERALL, Optional.of(channel))));
      described.add(name + " " + (enough ? notation.shareWithInterval(current) : missing));
    }
    if (panels.stream().noneMatch(panel -> panel.trend().hasRollingValues())) {
      return Optional.empty();
    }
    String title = channelsTitle(shares.clearlyHigher().stream().map(figures::name).toList());
    String window = notation.period(table.currentWindow());
    ChartText text =
        new ChartText(
            title,
            words.text("channels.subtitle", Map.of("window", window)),
            foot(),
            title
                + ". "
                + words.text(
                    "channels.description",
                    Map.of("window", window, "channels", String.join("; ", described))));
    return Optional.of(
        PanelChart.of(
            panels,
            ShareTrend.of(table, Indicator.OVERALL, Optional.empty()),
            text,
            notation.axisPercentages(),
            ChartStyle.DEFAULT));
  }

  private String channelsTitle(List<String> higher) {
    return higher.isEmpty()
        ? words.text("channels.title.none")
        : words.text("channels.title.higher", Map.of("channels", String.join(", ", higher)));
  }

  /** Source and date, as at the foot of every chart. */
  String foot() {
    String key = edition.provisional() ? "chart.foot.provisional" : "chart.foot.final";
    return words.text(
        key,
        Map.of(
            "organisation",
            edition.organisation(),
            "date",
            notation.day(edition.date()),
            "month",
            notation.month(table.to())));
  }

  private String change() {
    return table
        .verdict()
        .change()
        .map(Verdict.Change::name)
        .orElse("none")
        .toLowerCase(Locale.ROOT);
  }

  /** A label that names its value; it is not drawn where there is none. */
  private String label(String key, Map<String, String> values, String needed) {
    return values.containsKey(needed) ? words.text(key, values) : "";
  }

  private String description(Map<String, String> values, ShareTrend trend) {
    StringBuilder description = new StringBuilder();
    if (values.containsKey("share_interval")) {
      description.append(words.text("trend.description.current", values)).append(' ');
    }
    if (trend.goal().isPresent()) {
      description.append(words.text("trend.description.goal", values)).append(' ');
    }
    return description.append(words.text("trend.description.form", values)).toString();
  }

  private Map<String, String> values(ShareTrend trend) {
    Map<String, String> values = new HashMap<>();
    ShareTrend.Point last = trend.last();
    Figure rolling = last.rolling();
    values.put("window", notation.period(table.currentWindow()));
    values.put("month", notation.month(table.to()));
    values.put("first_month", notation.month(trend.points().get(0).month()));
    values.put("baseline", notation.period(table.goal().baseline()));
    values.put("goal", notation.change(table.goal().reduction()));
    values.put("n", notation.count(table.verdict().currentShare().n()));
    if (rolling.value().isPresent()) {
      values.put("share", notation.share(rolling.value().getAsDouble()));
      values.put("share_interval", notation.shareWithInterval(rolling));
    }
    last.single().value().ifPresent(s -> values.put("month_share", notation.share(s)));
    trend.baseline().ifPresent(s -> values.put("baseline_share", notation.share(s)));
    trend.goal().ifPresent(s -> values.put("goal_share", notation.share(s)));
    return values;
  }
}
