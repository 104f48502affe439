// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import nl.rotterdam.reporting.operation.WorkingDays;
import nl.rotterdam.survey.invitation.AskingSettings.QuietDay;

/**
 * When nobody is written to: at night, on Sundays and on public holidays, by the residents' own
 * clock, whatever it is set forward or back.
 */
public final class QuietHours {
  private final LocalTime from;
  private final LocalTime to;
  private final List<QuietDay> days;
  private final WorkingDays calendar;
  private final ZoneId zone;

  /**
   * @param calendar knows the public holidays
   * @param zone the residents' time zone
   */
  public QuietHours(AskingSettings settings, WorkingDays calendar, ZoneId zone) {
    boolean off = settings.quietHours().equals(AskingSettings.OFF);
    // a night from a time to the same time is none
    String night = off ? "00:00-00:00" : settings.quietHours();
    this.from = LocalTime.parse(night.substring(0, 5));
    this.to = LocalTime.parse(night.substring(6));
    this.days = off ? List.of() : List.copyOf(settings.quietDays());
    this.calendar = calendar;
    this.zone = zone;
  }

  /** Whether nobody is written to at this moment. */
  public boolean isQuiet(Instant moment) {
    return isQuiet(moment.atZone(zone));
  }

  /** This moment, or else the first one after it at which people are written to. */
  public Instant firstAllowed(Instant moment) {
    ZonedDateTime allowed = moment.atZone(zone);
    while (isQuiet(allowed)) {
      allowed = isQuietDay(allowed.toLocalDate()) ? nextDay(allowed) : morning(allowed);
    }
    return allowed.toInstant();
  }

  private boolean isQuiet(ZonedDateTime moment) {
    return isNight(moment.toLocalTime()) || isQuietDay(moment.toLocalDate());
  }

  private boolean isNight(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean goingOn = time.isBefore(to);
    return from.isAfter(to) ? begun || goingOn : begun && goingOn;
  }

  private boolean isQuietDay(LocalDate day) {
    return (days.contains(QuietDay.SUNDAYS) && day.getDayOfWeek() == DayOfWeek.SUNDAY)
        || (days.contains(QuietDay.HOLIDAYS) && calendar.isHoliday(day));
  }

  private ZonedDateTime nextDay(ZonedDateTime moment) {
    return moment.toLocalDate().plusDays(1).atStartOfDay(zone);
  }

  /**
   * When this night ends: in the hour that the clock repeats, on this side of the change; in the
   * one that it leaves out, at the change.
   */
  private ZonedDateTime morning(ZonedDateTime night) {
    LocalDate day = night.toLocalDate().plusDays(night.toLocalTime().isBefore(to) ? 0 : 1);
    ZoneOffsetTransition change = zone.getRules().getTransition(day.atTime(to));
    return change != null && change.isGap()
        ? change.getInstant().atZone(zone)
        : ZonedDateTime.ofLocal(day.atTime(to), zone, night.getOffset());
  }
}
