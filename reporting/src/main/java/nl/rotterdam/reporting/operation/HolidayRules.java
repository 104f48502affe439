// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a municipality decides for itself about its working days, beside weekends and the holidays
 * on which all of them are closed.
 *
 * @param goodFridayWorked whether Good Friday is a working day
 * @param liberationDayFrom from which year on 5 May is a holiday; empty where it never is
 * @param closingDays further days without work
 */
public record HolidayRules(
    boolean goodFridayWorked, OptionalInt liberationDayFrom, Set<LocalDate> closingDays) {

  /**
   * Work on Good Friday; no work on 5 May from 2024 on (CAO Gemeenten, art. 6.6); no further
   * closing days.
   */
  public static final HolidayRules DEFAULT = new HolidayRules(true, OptionalInt.of(2024), Set.of());

  public HolidayRules {
    closingDays = Set.copyOf(closingDays);
  }

  /** Whether 5 May is a holiday in this year. */
  boolean closedOnLiberationDay(int year) {
    return liberationDayFrom.isPresent() && year >= liberationDayFrom.getAsInt();
  }
}
