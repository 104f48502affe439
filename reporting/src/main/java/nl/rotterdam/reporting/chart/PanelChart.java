// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.BasicStroke;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Small charts beside each other on one scale, each with the twelve-month line of one group in its
 * 95% band and the line of all groups together in grey behind it.
 */
public final class PanelChart {
  private static final double GAP = 12;
  private static final double HEIGHT = 122;
  private static final double LEAST_PANEL = 72;

  /**
   * One group.
   *
   * @param name who or what it is
   * @param value the last share; the number of answers where there is none
   * @param missing words in the panel that say why there is no last share; else empty
   * @param trend its share over time, over the same months as the other panels
   */
  public record Panel(String name, String value, String missing, ShareTrend trend) {}

  private PanelChart() {}

  /**
   * A chart of all panels.
   *
   * @param all the share of all groups together, over the same months
   * @throws IllegalArgumentException if there is no panel, or one has no month
   */
  public static Chart of(
      List<Panel> panels,
      ShareTrend all,
      ChartText text,
      NumberFormat percentages,
      ChartStyle style) {
    if (panels.isEmpty() || panels.stream().anyMatch(panel -> panel.trend().points().isEmpty())) {
      throw new IllegalArgumentException("Panels without months cannot be drawn");
    }
    NumberFormat format = (NumberFormat) percentages.clone();
    double leastWidth = panels.size() * LEAST_PANEL;
    return new Chart(
        text, data(panels), style, HEIGHT, leastWidth, () -> plot(panels, all, format, style));
  }

  /** The numbers of all panels; without rows where there is no panel. */
  public static ChartData data(List<Panel> panels) {
    List<Column> columns = new ArrayList<>(List.of(new Column("channel", Kind.TEXT)));
    columns.addAll(ShareTrend.COLUMNS);
    List<List<Cell>> rows =
        panels.stream()
            .flatMap(
                panel ->
                    panel.trend().data().rows().stream()
                        .map(
                            row ->
                                Stream.concat(Stream.of(Cell.of(panel.name())), row.stream())
                                    .toList()))
            .toList();
    return new ChartData(columns, rows);
  }

  private static Plot plot(
      List<Panel> panels, ShareTrend all, NumberFormat percentages, ChartStyle style) {
    NumberAxis shares =
        ShareAxis.upTo(
            panels.stream().mapToDouble(panel -> highest(panel.trend())).max().orElse(0),
            percentages,
            style);
    CombinedRangeXYPlot plot = new CombinedRangeXYPlot(shares);
    plot.setGap(GAP);
    plot.setInsets(new RectangleInsets(PanelPlot.HEADING, 0, 0, GAP));
    TrendDataset behind = TrendDataset.of(all);
    for (Panel panel : panels) {
      plot.add(subplot(panel, behind, style));
    }
    return plot;
  }

  private static XYPlot subplot(Panel panel, TrendDataset behind, ChartStyle style) {
    TrendDataset dataset = TrendDataset.of(panel.trend());
    XYPlot plot = new PanelPlot(panel, style);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDataset(0, dataset.bands());
    plot.setRenderer(0, TrendChart.band(dataset, style));
    plot.setDataset(1, behind.rolling());
    plot.setRenderer(1, grey(behind, style));
    plot.setDataset(2, dataset.rolling());
    plot.setRenderer(2, TrendChart.line(dataset.rolling(), style));
    plot.setDomainAxis(TrendChart.months(panel.trend(), MonthAxis.Names.ENDS, style));
    TrendChart.plain(plot, style);
    return plot;
  }

  private static XYLineAndShapeRenderer grey(TrendDataset behind, ChartStyle style) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int run = 0; run < behind.rolling().getSeriesCount(); run++) {
      renderer.setSeriesPaint(run, style.mark());
      renderer.setSeriesStroke(run, new BasicStroke(1));
    }
    return renderer;
  }

  private static double highest(ShareTrend trend) {
    return trend.points().stream()
        .mapToDouble(point -> point.rolling().upper().orElse(0))
        .max()
        .orElse(0);
  }
}
