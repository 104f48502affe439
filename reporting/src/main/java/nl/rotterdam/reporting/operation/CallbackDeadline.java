// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Until when a resident is to be called back: 17:00:00 on the first working day after the day of
 * the promise.
 *
 * @param workingDays when the municipality works
 * @param zone by whose clock and calendar
 */
public record CallbackDeadline(WorkingDays workingDays, ZoneId zone) {
  private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

  /** The deadline of a promise made at this instant, itself still in time. */
  public ZonedDateTime after(Instant createdAt) {
    LocalDate created = createdAt.atZone(zone).toLocalDate();
    return workingDays.firstAfter(created).atTime(END_OF_DAY).atZone(zone);
  }

  /** The local calendar month in which a promise made at this instant counts. */
  public YearMonth month(Instant createdAt) {
    return YearMonth.from(createdAt.atZone(zone));
  }
}
