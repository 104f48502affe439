// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.time.YearMonth;
import java.util.Map;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * What was answered on the counter screens of one location in one month.
 *
 * @param month local calendar month in which it was answered
 * @param location name of the location
 * @param grades the scores that count
 * @param setAside number of answers that look like a flood and do not count, 0 or more
 */
public record KioskMonth(
    YearMonth month, String location, Map<Indicator, Grades> grades, long setAside) {

  public KioskMonth {
    grades = Map.copyOf(grades);
    if (setAside < 0) {
      throw new IllegalArgumentException(
          "Answers set apart at %s in %s must be 0 or more, not %d"
              .formatted(location, month, setAside));
    }
  }

  /** Scores for the indicator; {@link Grades#NONE} where there are none. */
  public Grades grades(Indicator indicator) {
    return grades.getOrDefault(indicator, Grades.NONE);
  }
}
