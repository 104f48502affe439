// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.time.YearMonth;

/**
 * Visits to one location in one month.
 *
 * @param month local calendar month in which the visits began
 * @param location name of the location
 * @param visits number of contacts at its counter, 0 or more
 */
public record Visits(YearMonth month, String location, long visits) {

  public Visits {
    if (visits < 0) {
      throw new IllegalArgumentException(
          "Visits to %s in %s must be 0 or more, not %d".formatted(location, month, visits));
    }
  }
}
