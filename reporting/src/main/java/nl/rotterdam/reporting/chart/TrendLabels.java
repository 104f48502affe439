// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.text.NumberFormat;

/**
 * What stands in the trend chart itself, in the language of its reader. All but the last two are
 * labels at the end of a line and hold the line's value.
 *
 * @param rolling at the line of twelve months
 * @param month at the point of the last month
 * @param baseline at the line of the baseline
 * @param goal at the line of the goal
 * @param tooFew in a gap of the line
 * @param broken at an upright line from which on the way of asking was another
 * @param percentages how the numbers at the axis are written
 */
public record TrendLabels(
    String rolling,
    String month,
    String baseline,
    String goal,
    String tooFew,
    String broken,
    NumberFormat percentages) {

  public TrendLabels {
    percentages = (NumberFormat) percentages.clone();
  }

  /** How the numbers at the axis are written. */
  @Override
  public NumberFormat percentages() {
    return (NumberFormat) percentages.clone();
  }
}
