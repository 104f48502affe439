// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * The scores of one published group over one calendar year.
 *
 * @param dimension the dimension that is broken down
 * @param group the name of a category, or {@link #OTHER} for all that were merged
 * @param indicator which of the four scores
 * @param grades how often each score was given, at least as many as the threshold
 */
public record GroupGrades(Dimension dimension, String group, Indicator indicator, Grades grades) {

  /** The group of all categories that are not published by themselves. */
  public static final String OTHER = "other";
}
