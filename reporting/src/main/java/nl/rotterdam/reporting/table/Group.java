// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import nl.rotterdam.reporting.breakdown.Dimension;

/**
 * One of the groups into which a year's answers are broken down.
 *
 * @param dimension by what
 * @param name the category, or {@code other} for all that are too small to be shown by themselves
 */
public record Group(Dimension dimension, String name) {
  private static final String OTHER = "other";

  /** Whether these are all that are too small to be shown by themselves. */
  public boolean isOther() {
    return name.equals(OTHER);
  }
}
