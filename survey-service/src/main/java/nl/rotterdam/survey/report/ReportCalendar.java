// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import nl.rotterdam.reporting.operation.WorkingDays;

/**
 * When the report of a month is due: on a working day of the next month, at a time.
 *
 * @param workingDay 1 for the first working day of the next month
 */
public record ReportCalendar(WorkingDays days, int workingDay, LocalTime time, ZoneId zone) {

  public ReportCalendar {
    if (workingDay < 1) {
      throw new IllegalArgumentException("workingDay is 1 or more, not " + workingDay);
    }
  }

  /** From when on the report of this month is due. */
  public Instant due(YearMonth month) {
    LocalDate day = month.atEndOfMonth();
    for (int i = 0; i < workingDay; i++) {
      day = days.firstAfter(day);
    }
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** The month before the running one, once its report is due. */
  public Optional<YearMonth> monthDue(Instant now) {
    YearMonth last = YearMonth.from(now.atZone(zone)).minusMonths(1);
    return Optional.of(last).filter(month -> !now.isBefore(due(month)));
  }

  /** When the month is over. */
  public Instant end(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }
}
