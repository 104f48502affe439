// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.IntervalChart;
import nl.rotterdam.reporting.exhibit.ShareYears.Direction;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;

/** The share dissatisfied on each of the four scores, beside that of a year earlier. */
final class IndicatorsExhibit {
  private static final List<Double> WEIGHTS = List.of(1.4, 0.8, 1.0, 0.8, 0.9);

  private final Showing showing;
  private final Words words;
  private final Notation notation;
  private final FigureText text;
  private final ShareYears shares;
  private final Optional<Channel> channel;
  private final Map<String, String> values;
  private final List<Indicator> indicators;

  IndicatorsExhibit(Showing showing) {
    this.showing = showing;
    this.words = showing.words();
    this.notation = showing.notation();
    this.text = showing.text();
    this.shares = new ShareYears(showing.table());
    this.channel = showing.selection().channel();
    this.values = showing.values();
    this.indicators =
        Arrays.stream(Indicator.values()).filter(each -> current(each).n() > 0).toList();
  }

  Exhibit exhibit() {
    boolean drawn = indicators.stream().anyMatch(each -> current(each).value().isPresent());
    values.put("indicators", notation.list(indicators.stream().map(this::inWords).toList()));
    ChartText chartText =
        showing.chartText(
            title(),
            words.text("indicators.subtitle", values),
            words.text(drawn ? "indicators.description" : "indicators.none", values));
    return new Exhibit(
        ExhibitName.INDICATORS,
        chartText,
        words.text(drawn ? "indicators.sentence" : "indicators.none", values),
        showing.definition(ExhibitName.INDICATORS),
        drawn
            ? Optional.of(
                IntervalChart.of(
                    indicators.stream().map(this::row).toList(),
                    key(),
                    chartText,
                    data(),
                    notation.axisPercentages(),
                    ChartStyle.DEFAULT))
            : Optional.empty(),
        readable(),
        data());
  }

  /** Which of the four went down or up by more than chance. */
  private String title() {
    if (indicators.stream().allMatch(each -> shares.difference(each, channel).isEmpty())) {
      return words.text("indicators.title.first", values);
    }
    String lower = named(Direction.LOWER);
    String higher = named(Direction.HIGHER);
    values.put("lower", lower);
    values.put("higher", higher);
    if (!lower.isEmpty()) {
      return words.text(
          higher.isEmpty() ? "indicators.title.lower" : "indicators.title.both", values);
    }
    return words.text(
        higher.isEmpty() ? "indicators.title.unclear" : "indicators.title.higher", values);
  }

  private String named(Direction direction) {
    return notation.list(
        indicators.stream()
            .filter(
                each ->
                    shares
                        .difference(each, channel)
                        .map(ShareYears::direction)
                        .filter(direction::equals)
                        .isPresent())
            .map(each -> showing.inline(text.name(each)))
            .toList());
  }

  private String inWords(Indicator indicator) {
    Figure current = current(indicator);
    return showing.inline(text.name(indicator))
        + " "
        + (current.value().isPresent()
            ? notation.shareWithInterval(current)
            : text.missing(current));
  }

  private IntervalChart.Row row(Indicator indicator) {
    Figure current = current(indicator);
    return new IntervalChart.Row(
        text.name(indicator),
        current.value().isPresent() ? notation.shareWithInterval(current) : text.missing(current),
        text.apart(current).get(0).text(),
        current,
        earlier(indicator).value());
  }

  private IntervalChart.Key key() {
    boolean before = indicators.stream().anyMatch(each -> earlier(each).value().isPresent());
    return new IntervalChart.Key(
        words.text("indicators.key.current", values),
        before ? words.text("indicators.key.earlier") : "");
  }

  private Optional<DataTable> readable() {
    if (indicators.isEmpty()) {
      return Optional.empty();
    }
    List<DataTable.Row> rows =
        indicators.stream()
            .map(
                each -> {
                  List<DataTable.Cell> cells = new ArrayList<>(text.apart(current(each)));
                  cells.add(text.apart(earlier(each)).get(0));
                  return new DataTable.Row(text.name(each), cells);
                })
            .toList();
    return Optional.of(
        new DataTable(
            words.text("indicators.table.caption", values),
            List.of(
                words.text("table.question"),
                words.text("table.share"),
                words.text("table.interval"),
                words.text("table.answers"),
                words.text("table.year_earlier")),
            rows,
            WEIGHTS));
  }

  private ChartData data() {
    return new ChartData(
        List.of(
            new Column("indicator", Kind.TEXT),
            new Column("period", Kind.TEXT),
            new Column("share", Kind.SHARE),
            new Column("share_lower", Kind.SHARE),
            new Column("share_upper", Kind.SHARE),
            new Column("share_n", Kind.COUNT),
            new Column("share_year_earlier", Kind.SHARE),
            new Column("share_year_earlier_n", Kind.COUNT)),
        indicators.stream()
            .map(
                each ->
                    List.of(
                        Cell.of(text.name(each)),
                        Cell.of(showing.table().currentWindow().toString()),
                        Cell.of(current(each).value()),
                        Cell.of(current(each).lower()),
                        Cell.of(current(each).upper()),
                        Cell.of(current(each).n()),
                        Cell.of(earlier(each).value()),
                        Cell.of(earlier(each).n())))
            .toList());
  }

  private Figure current(Indicator indicator) {
    return shares.current(indicator, channel);
  }

  private Figure earlier(Indicator indicator) {
    return shares.earlier(indicator, channel);
  }
}
