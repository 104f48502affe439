// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The days on which a Dutch municipality works: not Saturdays and Sundays; not 1 January, Easter
 * Monday, 27 April (26 April where the 27th is a Sunday), Ascension Day, Whit Monday, 25 and 26
 * December; and not the days that its own rules name. Before 2014 the day in April is the Queen's
 * day of its time. Safe for use by several threads.
 */
public final class WorkingDays {
  private final HolidayRules rules;

  /** Asking Jollyday about every day takes ten times as long. */
  private final Map<Integer, Set<LocalDate>> holidaysByYear = new ConcurrentHashMap<>();

  /** The working days under these rules. */
  public WorkingDays(HolidayRules rules) {
    this.rules = rules;
  }

  /** Whether the municipality works on this day. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
        && !rules.closingDays().contains(day)
        && !isHoliday(day);
  }

  /**
   * Whether this day is a public holiday, on whatever day of the week; Good Friday and 5 May as the
   * rules say. A closing day is none.
   */
  public boolean isHoliday(LocalDate day) {
    return holidaysByYear.computeIfAbsent(day.getYear(), this::holidays).contains(day);
  }

  /** The first working day later than this day, whether or not that is one itself. */
  public LocalDate firstAfter(LocalDate day) {
    return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
        .filter(this::isWorkingDay)
        .findFirst()
        .orElseThrow();
  }

  private Set<LocalDate> holidays(int year) {
    // Jollyday reads its calendar at the first question only, a quarter of a second.
    HolidayManager netherlands =
        HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NETHERLANDS));
    Stream<LocalDate> found =
        netherlands.getHolidays(Year.of(year)).stream()
            .filter(this::isHoliday)
            .map(Holiday::getDate);
    Stream<LocalDate> liberationDay =
        Stream.of(LocalDate.of(year, Month.MAY, 5))
            .filter(day -> rules.closedOnLiberationDay(year));
    return Stream.concat(found, liberationDay).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Jollyday has 5 May as a holiday every year from 1990 on (every fifth year before), which is
   * that of the state, not of every employer; and Good Friday as an observance. The rules decide on
   * both.
   */
  private boolean isHoliday(Holiday holiday) {
    return switch (holiday.getPropertiesKey()) {
      case "LIBERATION" -> false;
      case "christian.GOOD_FRIDAY" -> !rules.goodFridayWorked();
      default -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY;
    };
  }
}
