// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A time axis of months that names the years: a tick at each January, the year right of it. */
final class MonthAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private static final double HALF_A_MONTH = 0.5;
  private static final int FEWEST_MONTHS_FOR_A_NAME = 4;

  /** Which years are named. */
  enum Names {
    ALL(0.01),
    /** The first and the last, where there is no room for more. */
    ENDS(0.04);

    /** Part of the axis that is left free for the mark at the line's end. */
    private final double room;

    Names(double room) {
      this.room = room;
    }
  }

  private final YearMonth first;
  private final YearMonth last;
  private final Names names;

  MonthAxis(YearMonth first, YearMonth last, Names names) {
    this.names = names;
    this.first = first;
    this.last = last;
    double room = (TrendDataset.position(last) - TrendDataset.position(first)) * names.room;
    setRange(
        TrendDataset.position(first) - HALF_A_MONTH,
        TrendDataset.position(last) + HALF_A_MONTH + room);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    List<NumberTick> ticks = new ArrayList<>();
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      YearMonth start = later(first, YearMonth.of(year, 1));
      YearMonth end = later(start, YearMonth.of(year, 12));
      YearMonth shownEnd = end.isAfter(last) ? last : end;
      double edgeOfYear = TrendDataset.position(start) - HALF_A_MONTH;
      double middle = (edgeOfYear + TrendDataset.position(shownEnd) + HALF_A_MONTH) / 2;
      ticks.add(tick(TickType.MAJOR, edgeOfYear, ""));
      if (isWideEnough(start, shownEnd) && isNamed(year)) {
        ticks.add(tick(TickType.MINOR, middle, String.valueOf(year)));
      }
    }
    return ticks;
  }

  /** A year of which the axis shows a month or two has no room for its name. */
  private boolean isWideEnough(YearMonth start, YearMonth end) {
    return ChronoUnit.MONTHS.between(start, end) + 1 >= FEWEST_MONTHS_FOR_A_NAME
        || ChronoUnit.MONTHS.between(first, last) < 12;
  }

  private boolean isNamed(int year) {
    return names == Names.ALL || year == first.getYear() || year == last.getYear();
  }

  private static YearMonth later(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }

  private static NumberTick tick(TickType type, double position, String label) {
    return new NumberTick(type, position, label, TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0);
  }
}
