// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Work over time: how much there was as bars from 0, and below it, where that is known, what part
 * of it went well as a line. Few bars carry their number each, many only the last.
 */
public final class WorkChart {
  private static final double BARS = 78;
  private static final double SHARES = 80;
  private static final double AXIS = 18;
  private static final double MONTH_WIDTH = 0.72;
  private static final double YEAR_WIDTH = 0.45;
  private static final double ROOMY = 6;
  private static final int FEW = 13;

  /**
   * What stands in the chart, in the language of its reader.
   *
   * @param number above the bars: what is counted
   * @param share above the line: what part
   * @param norm at the line of what is agreed; empty where nothing is
   * @param missing where the line has a gap: why
   * @param counts how numbers are written at the axis
   * @param percentages how shares are written at the axis
   * @param numbers how a number is written at its bar
   * @param shares how a share is written at the line
   */
  public record Labels(
      String number,
      String share,
      String norm,
      String missing,
      NumberFormat counts,
      NumberFormat percentages,
      DoubleFunction<String> numbers,
      DoubleFunction<String> shares) {}

  private WorkChart() {}

  /**
   * A chart of the work.
   *
   * @param norm share that is agreed, 0..1; empty where nothing is
   * @throws IllegalArgumentException if there was no work; say so in words instead
   */
  public static Chart of(
      WorkSeries series,
      OptionalDouble norm,
      ChartText text,
      Labels labels,
      ChartData data,
      ChartStyle style) {
    if (!series.hasValues()) {
      throw new IllegalArgumentException("No work cannot be drawn");
    }
    double height =
        series.hasShares()
            ? BARS + SHARES + AXIS + 2 * WorkPlot.HEADING
            : BARS + AXIS + WorkPlot.TOP;
    return new Chart(text, data, style, height, () -> plot(series, norm, labels, style));
  }

  private static Plot plot(
      WorkSeries series, OptionalDouble norm, Labels labels, ChartStyle style) {
    ValueAxis time = time(series, style);
    List<WorkPlot.Mark> shareMarks = shareMarks(series, norm, labels);
    List<WorkPlot.Mark> numberMarks = numberMarks(series, labels);
    double right = Math.max(WorkPlot.widestBeside(shareMarks), WorkPlot.widestBeside(numberMarks));
    CombinedDomainXYPlot plot = new CombinedDomainXYPlot(time);
    plot.setGap(WorkPlot.HEADING);
    plot.setInsets(
        new RectangleInsets(series.hasShares() ? WorkPlot.HEADING : WorkPlot.TOP, 0, 0, right));
    plot.add(numbers(series, numberMarks, labels, style), (int) BARS);
    if (series.hasShares()) {
      plot.add(shares(series, norm, shareMarks, labels, style), (int) SHARES);
    }
    return plot;
  }

  private static ValueAxis time(WorkSeries series, ChartStyle style) {
    if (!series.isByYear()) {
      return TrendChart.months(
          series.points().get(0).period().first(),
          series.last().period().first(),
          MonthAxis.Names.ALL,
          style);
    }
    return new YearAxis(series.points(), style);
  }

  private static XYPlot numbers(
      WorkSeries series, List<WorkPlot.Mark> marks, Labels labels, ChartStyle style) {
    XYSeries numbers = new XYSeries("number");
    series
        .points()
        .forEach(
            point -> WorkSeries.number(point).ifPresent(n -> numbers.add(point.position(), n)));
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, style.accent());
    boolean named = marks.size() == series.points().size();
    NumberAxis axis = CountAxis.upTo(series.highest(), labels.counts(), style);
    if (named) {
      axis.setTickLabelsVisible(false);
    }
    XYPlot plot =
        new WorkPlot(
            series.hasShares() ? labels.number() : "", marks, List.of(), labels.missing(), style);
    plot.setDataset(new XYBarDataset(new XYSeriesCollection(numbers), barWidth(series)));
    plot.setRenderer(renderer);
    plot.setRangeAxis(axis);
    TrendChart.plain(plot, style);
    plot.setRangeGridlinesVisible(!named);
    return plot;
  }

  /** As part of the room that a month or year has: where there are few, that is wide. */
  private static double barWidth(WorkSeries series) {
    double widest = series.isByYear() ? YEAR_WIDTH : MONTH_WIDTH;
    return widest * Math.min(1, series.length() / ROOMY);
  }

  private static XYPlot shares(
      WorkSeries series,
      OptionalDouble norm,
      List<WorkPlot.Mark> marks,
      Labels labels,
      ChartStyle style) {
    XYSeriesCollection runs = new XYSeriesCollection();
    List<Double> gaps = new ArrayList<>();
    XYSeries run = null;
    for (WorkSeries.Point point : series.points()) {
      if (point.share().value().isEmpty()) {
        gaps.add(point.position());
        run = null;
        continue;
      }
      if (run == null) {
        run = new XYSeries("from " + point.position());
        runs.addSeries(run);
      }
      run.add(point.position(), point.share().value().getAsDouble());
    }
    XYPlot plot = new WorkPlot(labels.share(), marks, gaps, labels.missing(), style);
    plot.setDataset(0, runs);
    plot.setRenderer(0, TrendChart.line(runs, style));
    plot.setDataset(1, runs);
    plot.setRenderer(1, dots(runs, style));
    plot.setRangeAxis(ShareAxis.upTo(1, labels.percentages(), style));
    TrendChart.plain(plot, style);
    norm.ifPresent(
        share ->
            plot.addRangeMarker(
                0, new ValueMarker(share, style.ink(), TrendChart.GOAL), Layer.FOREGROUND));
    return plot;
  }

  private static DotRenderer dots(XYSeriesCollection runs, ChartStyle style) {
    DotRenderer renderer = new DotRenderer(4.5);
    for (int run = 0; run < runs.getSeriesCount(); run++) {
      renderer.setSeriesPaint(run, style.accent());
    }
    return renderer;
  }

  private static List<WorkPlot.Mark> numberMarks(WorkSeries series, Labels labels) {
    return named(series).stream()
        .filter(point -> WorkSeries.number(point).isPresent())
        .map(
            point -> {
              double number = WorkSeries.number(point).getAsDouble();
              return new WorkPlot.Mark(
                  point.position(), number, labels.numbers().apply(number), isFew(series), true);
            })
        .toList();
  }

  private static List<WorkPlot.Mark> shareMarks(
      WorkSeries series, OptionalDouble norm, Labels labels) {
    List<WorkPlot.Mark> marks = new ArrayList<>();
    for (WorkSeries.Point point : named(series)) {
      point
          .share()
          .value()
          .ifPresent(
              share ->
                  marks.add(
                      new WorkPlot.Mark(
                          point.position(),
                          share,
                          labels.shares().apply(share),
                          isFew(series),
                          true)));
    }
    norm.ifPresent(
        share ->
            marks.add(
                new WorkPlot.Mark(series.last().position(), share, labels.norm(), false, false)));
    return marks;
  }

  private static boolean isFew(WorkSeries series) {
    return series.length() <= FEW;
  }

  /** The points that carry their value. */
  private static List<WorkSeries.Point> named(WorkSeries series) {
    return isFew(series) ? series.points() : List.of(series.last());
  }
}
