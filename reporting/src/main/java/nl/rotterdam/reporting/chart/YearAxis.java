// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A time axis of years, each named under its middle. */
final class YearAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;

  private final transient List<WorkSeries.Point> years;

  YearAxis(List<WorkSeries.Point> years, ChartStyle style) {
    this.years = years;
    ShareAxis.plain(this, style);
    setAxisLineVisible(true);
    setAxisLinePaint(style.mark());
    setRange(years.get(0).position() - 0.5, years.get(years.size() - 1).position() + 0.5);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    List<NumberTick> ticks = new ArrayList<>();
    for (WorkSeries.Point year : years) {
      ticks.add(
          new NumberTick(
              TickType.MAJOR,
              year.position(),
              year.name(),
              TextAnchor.TOP_CENTER,
              TextAnchor.TOP_CENTER,
              0));
    }
    return ticks;
  }
}
