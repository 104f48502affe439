// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.rotterdam.reporting.figure.Figure;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * A trend in the form that the chart library draws. Each unbroken run of months is a series of its
 * own, so that no line and no band can cross a gap.
 *
 * @param months shares of single months, one series
 * @param rolling shares over twelve months, one series per run
 * @param bands the same with their 95% limits
 * @param gaps first and last month of each gap between two runs
 */
record TrendDataset(
    XYSeriesCollection months,
    XYSeriesCollection rolling,
    YIntervalSeriesCollection bands,
    List<Gap> gaps) {

  /** Months without a twelve-month share, with such a share before them. */
  record Gap(YearMonth first, YearMonth last) {}

  static TrendDataset of(ShareTrend trend) {
    TrendDataset dataset =
        new TrendDataset(
            new XYSeriesCollection(),
            new XYSeriesCollection(),
            new YIntervalSeriesCollection(),
            new ArrayList<>());
    dataset.addMonths(trend.points());
    dataset.addRuns(trend.points());
    return dataset;
  }

  /** Where a month stands on the time axis. */
  static double position(YearMonth month) {
    return month.getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH);
  }

  private void addMonths(List<ShareTrend.Point> points) {
    XYSeries series = new XYSeries("months");
    points.forEach(
        point ->
            point.single().value().ifPresent(share -> series.add(position(point.month()), share)));
    months.addSeries(series);
  }

  private void addRuns(List<ShareTrend.Point> points) {
    YearMonth previous = null;
    for (ShareTrend.Point point : points) {
      if (point.rolling().value().isEmpty()) {
        continue;
      }
      if (previous == null || !previous.plusMonths(1).equals(point.month())) {
        startRun(previous, point.month());
      }
      addToRun(position(point.month()), point.rolling());
      previous = point.month();
    }
    YearMonth last = points.isEmpty() ? null : points.get(points.size() - 1).month();
    if (previous != null && previous.isBefore(last)) {
      gaps.add(new Gap(previous.plusMonths(1), last));
    }
  }

  private void startRun(YearMonth previous, YearMonth start) {
    if (previous != null) {
      gaps.add(new Gap(previous.plusMonths(1), start.minusMonths(1)));
    }
    String name = "run " + start;
    rolling.addSeries(new XYSeries(name));
    bands.addSeries(new YIntervalSeries(name));
  }

  private void addToRun(double position, Figure figure) {
    int run = rolling.getSeriesCount() - 1;
    double share = figure.value().getAsDouble();
    rolling.getSeries(run).add(position, share);
    bands
        .getSeries(run)
        .add(position, share, figure.lower().orElse(share), figure.upper().orElse(share));
  }
}
