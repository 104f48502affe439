// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.text.NumberFormat;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** An axis of counts: from 0, at most five round whole steps, no line of its own. */
final class CountAxis {
  private static final int MOST_STEPS = 5;

  private CountAxis() {}

  /** An axis that ends at the first round step at or above the highest count. */
  static NumberAxis upTo(double highest, NumberFormat counts, ChartStyle style) {
    double step = step(highest);
    NumberAxis axis = new NumberAxis();
    ShareAxis.plain(axis, style);
    axis.setRange(0, Math.max(1, Math.ceil(highest / step)) * step);
    axis.setTickUnit(new NumberTickUnit(step, counts));
    return axis;
  }

  /** The least of 1, 2 and 5 times a power of ten that gives few enough steps. */
  static double step(double highest) {
    double power = 1;
    while (true) {
      for (double factor : new double[] {1, 2, 5}) {
        if (highest <= factor * power * MOST_STEPS) {
          return factor * power;
        }
      }
      power *= 10;
    }
  }
}
