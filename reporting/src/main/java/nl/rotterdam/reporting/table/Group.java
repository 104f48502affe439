// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import nl.rotterdam.reporting.breakdown.Dimension;

/**
 * One of the groups into which a year's answers are broken down, or into which the contacts are
 * whose resident was not invited.
 *
 * @param dimension by what
 * @param name the category, or {@code other} for all that are too small to be shown by themselves;
 *     by reason, its code
 */
public record Group(Grouping dimension, String name) {
  private static final String OTHER = "other";

  /** One of the groups of a year's answers. */
  public Group(Dimension dimension, String name) {
    this(Grouping.by(dimension), name);
  }

  /** Whether these are all that are too small to be shown by themselves. */
  public boolean isOther() {
    return name.equals(OTHER);
  }
}
