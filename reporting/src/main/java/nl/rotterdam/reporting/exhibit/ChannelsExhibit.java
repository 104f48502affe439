// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.PanelChart;
import nl.rotterdam.reporting.chart.ShareTrend;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.table.FiguresTable;

/** The share dissatisfied by channel: over time as pictures, on the four scores as a table. */
final class ChannelsExhibit {
  private static final List<Double> WEIGHTS = List.of(1.0, 1.0, 1.0, 1.0, 1.0);

  private final Showing showing;
  private final FiguresTable table;
  private final ShareYears shares;
  private final Words words;
  private final FigureText text;
  private final Map<String, String> values;

  ChannelsExhibit(Showing showing) {
    this.showing = showing;
    this.table = showing.table();
    this.shares = new ShareYears(table);
    this.words = showing.words();
    this.text = showing.text();
    this.values = showing.values();
  }

  Exhibit exhibit() {
    List<PanelChart.Panel> panels = shares.channelsWithAnswers().stream().map(this::panel).toList();
    boolean drawn = panels.stream().anyMatch(panel -> panel.trend().hasRollingValues());
    ChartText chartText = chartText();
    Optional<Chart> chart = drawn ? Optional.of(chart(panels, chartText)) : Optional.empty();
    return new Exhibit(
        ExhibitName.CHANNELS,
        chartText,
        drawn ? words.text("channels.sentence", values) : words.text("channels.none", values),
        showing.definition(ExhibitName.CHANNELS),
        chart,
        readable(),
        PanelChart.data(drawn ? panels : List.of()));
  }

  private ChartText chartText() {
    values.put(
        "channels",
        String.join("; ", shares.channelsWithAnswers().stream().map(this::described).toList()));
    return showing.chartText(
        title(),
        words.text("channels.subtitle", values),
        words.text("channels.description", values));
  }

  /** Which channels are higher than the whole, as far as any can be compared with it. */
  private String title() {
    if (channels().noneMatch(channel -> channel.isPresent() && hasShare(channel))) {
      return words.text("channels.title.unknown", values);
    }
    List<String> higher = shares.clearlyHigher().stream().map(text::name).toList();
    return higher.isEmpty()
        ? words.text("channels.title.none")
        : words.text("channels.title.higher", Map.of("channels", String.join(", ", higher)));
  }

  private boolean hasShare(Optional<Channel> channel) {
    return shares.current(Indicator.OVERALL, channel).value().isPresent();
  }

  private Chart chart(List<PanelChart.Panel> panels, ChartText chartText) {
    return PanelChart.of(
        panels,
        trend(Optional.empty()),
        chartText,
        showing.notation().axisPercentages(),
        ChartStyle.DEFAULT);
  }

  private PanelChart.Panel panel(Channel channel) {
    Figure current = current(channel);
    boolean enough = current.value().isPresent();
    return new PanelChart.Panel(
        text.name(channel),
        enough ? showing.notation().share(current.value().getAsDouble()) : text.number(current.n()),
        enough ? "" : text.missing(current),
        trend(Optional.of(channel)));
  }

  private String described(Channel channel) {
    Figure current = current(channel);
    return text.name(channel)
        + " "
        + (current.value().isPresent()
            ? showing.notation().shareWithInterval(current)
            : text.missing(current));
  }

  private ShareTrend trend(Optional<Channel> channel) {
    ShareTrend whole = ShareTrend.of(table, Indicator.OVERALL, channel);
    return showing.selection().from().map(whole::from).orElse(whole);
  }

  private Figure current(Channel channel) {
    return shares.current(Indicator.OVERALL, Optional.of(channel));
  }

  /** The share dissatisfied over twelve months: four scores by channel. */
  private Optional<DataTable> readable() {
    List<DataTable.Row> rows =
        channels()
            .map(
                channel ->
                    new DataTable.Row(
                        showing.name(channel),
                        Arrays.stream(Indicator.values())
                            .map(indicator -> text.share(shares.current(indicator, channel)))
                            .toList(),
                        channel.isEmpty()))
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>(List.of(words.text("table.channel")));
    Arrays.stream(Indicator.values()).map(text::name).forEach(columns::add);
    return Optional.of(
        new DataTable(words.text("channels.table.caption", values), columns, rows, WEIGHTS));
  }

  private Stream<Optional<Channel>> channels() {
    return showing.channels(channel -> shares.current(Indicator.OVERALL, channel).n() > 0);
  }
}
