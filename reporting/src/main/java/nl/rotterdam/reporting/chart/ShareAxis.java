// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.text.NumberFormat;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/** An axis of shares: from 0, at most six round steps, no line of its own. */
final class ShareAxis {
  private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2};
  private static final int MOST_STEPS = 6;
  private static final double STEP_WIDTH = 26;
  private static final double LEAST = 0.05;

  private ShareAxis() {}

  /** An axis that ends at the first round step at or above the highest share, at 100% at most. */
  static NumberAxis upTo(double highest, NumberFormat percentages, ChartStyle style) {
    double needed = Math.max(LEAST, highest);
    double step = STEPS[STEPS.length - 1];
    for (int i = STEPS.length - 1; i >= 0; i--) {
      if (needed / STEPS[i] <= MOST_STEPS) {
        step = STEPS[i];
      }
    }
    NumberAxis axis = new NumberAxis();
    plain(axis, style);
    axis.setRange(0, Math.min(1, Math.ceil(needed / step) * step));
    axis.setTickUnit(new NumberTickUnit(step, percentages));
    return axis;
  }

  /** Takes steps twice as large where their numbers would touch. */
  static void thin(NumberAxis axis, NumberFormat percentages, double width) {
    double step = axis.getTickUnit().getSize();
    while (axis.getRange().getLength() / step * STEP_WIDTH > width && step < 1) {
      step *= 2;
    }
    axis.setTickUnit(new NumberTickUnit(step, percentages));
  }

  /** Takes away what most axes do not need, and sets the type. */
  static void plain(ValueAxis axis, ChartStyle style) {
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setTickLabelFont(SansFont.REGULAR.at(ChartStyle.TEXT_SIZE));
    axis.setTickLabelPaint(style.secondary());
    axis.setLabelFont(SansFont.REGULAR.at(ChartStyle.TEXT_SIZE));
  }
}
