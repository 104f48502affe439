// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The share dissatisfied over time: the rolling twelve months as a line with its 95% band, single
 * months as points, baseline and goal as level lines. Each carries its label; there is no legend.
 */
public final class TrendChart {
  private static final double HEIGHT = 190;
  static final Stroke THIN = new BasicStroke(0.5f);
  private static final Stroke LEVEL = new BasicStroke(0.9f);
  static final Stroke GOAL =
      new BasicStroke(
          1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0);
  private static final Stroke STRONG =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private TrendChart() {}

  /**
   * A chart of the trend.
   *
   * @throws IllegalArgumentException if the trend has no point; say so in words instead
   */
  public static Chart of(ShareTrend trend, ChartText text, TrendLabels labels, ChartStyle style) {
    if (trend.points().isEmpty()) {
      throw new IllegalArgumentException("A trend without months cannot be drawn");
    }
    return new Chart(text, trend.data(), style, HEIGHT, () -> plot(trend, labels, style));
  }

  private static Plot plot(ShareTrend trend, TrendLabels labels, ChartStyle style) {
    TrendDataset dataset = TrendDataset.of(trend);
    LabelledPlot plot =
        new LabelledPlot(style, lineLabels(trend, labels, style), dataset.gaps(), labels.tooFew());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDataset(0, dataset.bands());
    plot.setRenderer(0, band(dataset, style));
    plot.setDataset(1, dataset.months());
    plot.setRenderer(1, points(style));
    plot.setDataset(2, dataset.rolling());
    plot.setRenderer(2, line(dataset.rolling(), style));
    plot.setDomainAxis(months(trend, MonthAxis.Names.ALL, style));
    plot.setRangeAxis(ShareAxis.upTo(highest(trend), labels.percentages(), style));
    plain(plot, style);
    addLevel(plot, trend.baseline(), style.ink(), LEVEL);
    addLevel(plot, trend.goal(), style.ink(), GOAL);
    trend.breaks().forEach(month -> addBreak(plot, month, labels.broken(), style));
    return plot;
  }

  /** Takes away what no plot here needs: frame, background, upright grid lines. */
  static void plain(XYPlot plot, ChartStyle style) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(style.line());
    plot.setRangeGridlineStroke(THIN);
  }

  static DeviationRenderer band(TrendDataset dataset, ChartStyle style) {
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(1);
    for (int run = 0; run < dataset.bands().getSeriesCount(); run++) {
      renderer.setSeriesFillPaint(run, style.accentTint());
    }
    return renderer;
  }

  private static DotRenderer points(ChartStyle style) {
    DotRenderer renderer = new DotRenderer(3.2);
    renderer.setSeriesPaint(0, style.mark());
    return renderer;
  }

  static XYLineAndShapeRenderer line(XYSeriesCollection runs, ChartStyle style) {
    int lastRun = runs.getSeriesCount() - 1;
    XYLineAndShapeRenderer renderer = new EndPointRenderer();
    renderer.setDrawSeriesLineAsPath(true);
    for (int run = 0; run <= lastRun; run++) {
      renderer.setSeriesPaint(run, style.accent());
      renderer.setSeriesStroke(run, STRONG);
      renderer.setSeriesShape(run, new Ellipse2D.Double(-2.8, -2.8, 5.6, 5.6));
    }
    return renderer;
  }

  static MonthAxis months(ShareTrend trend, MonthAxis.Names names, ChartStyle style) {
    return months(trend.points().get(0).month(), trend.last().month(), names, style);
  }

  static MonthAxis months(
      YearMonth first, YearMonth last, MonthAxis.Names names, ChartStyle style) {
    MonthAxis axis = new MonthAxis(first, last, names);
    ShareAxis.plain(axis, style);
    axis.setAxisLineVisible(true);
    axis.setAxisLinePaint(style.mark());
    axis.setTickMarksVisible(true);
    axis.setTickMarkPaint(style.mark());
    axis.setTickMarkOutsideLength(4);
    axis.setMinorTickMarkOutsideLength(0);
    return axis;
  }

  private static double highest(ShareTrend trend) {
    double highest = trend.baseline().orElse(0);
    for (ShareTrend.Point point : trend.points()) {
      highest = Math.max(highest, point.single().value().orElse(0));
      highest = Math.max(highest, point.rolling().upper().orElse(0));
    }
    return highest;
  }

  private static void addLevel(XYPlot plot, OptionalDouble share, Color colour, Stroke stroke) {
    if (share.isPresent()) {
      plot.addRangeMarker(
          0, new ValueMarker(share.getAsDouble(), colour, stroke), Layer.FOREGROUND);
    }
  }

  /** Between the last month of one way of asking and the first of the next. */
  private static void addBreak(XYPlot plot, YearMonth month, String label, ChartStyle style) {
    ValueMarker marker = new ValueMarker(TrendDataset.position(month) - 0.5, style.mark(), GOAL);
    marker.setLabel(label);
    marker.setLabelFont(SansFont.REGULAR.at(ChartStyle.TEXT_SIZE));
    marker.setLabelPaint(style.secondary());
    marker.setLabelBackgroundColor(style.paper());
    marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    marker.setLabelTextAnchor(TextAnchor.TOP_RIGHT);
    plot.addDomainMarker(0, marker, Layer.FOREGROUND);
  }

  private static List<LineLabel> lineLabels(
      ShareTrend trend, TrendLabels labels, ChartStyle style) {
    ShareTrend.Point last = trend.last();
    List<LineLabel> all = new ArrayList<>();
    last.rolling()
        .value()
        .ifPresent(
            share ->
                all.add(new LineLabel(labels.rolling(), share, SansFont.BOLD, style.accent())));
    last.single()
        .value()
        .ifPresent(
            share ->
                all.add(new LineLabel(labels.month(), share, SansFont.REGULAR, style.secondary())));
    trend
        .baseline()
        .ifPresent(
            share ->
                all.add(new LineLabel(labels.baseline(), share, SansFont.REGULAR, style.ink())));
    trend
        .goal()
        .ifPresent(
            share -> all.add(new LineLabel(labels.goal(), share, SansFont.REGULAR, style.ink())));
    return all;
  }

  /** Marks the last point of all, and every point that stands alone. */
  private static final class EndPointRenderer extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;

    EndPointRenderer() {
      super(true, true);
    }

    @Override
    public boolean getItemShapeVisible(int series, int item) {
      XYDataset runs = getPlot().getDataset(getPlot().getIndexOf(this));
      int items = runs.getItemCount(series);
      boolean lastOfAll = series == runs.getSeriesCount() - 1 && item == items - 1;
      return lastOfAll || items == 1;
    }
  }
}
