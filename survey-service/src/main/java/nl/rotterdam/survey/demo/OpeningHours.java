// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;
import nl.rotterdam.reporting.operation.HolidayRules;
import nl.rotterdam.reporting.operation.WorkingDays;

/** When people can reach the made-up city, by its own clock. */
record OpeningHours(ZoneId zone) {
  private static final WorkingDays CALENDAR = new WorkingDays(HolidayRules.DEFAULT);

  /** Some moment of the month at which the channel is open; mornings are busier. */
  ZonedDateTime moment(YearMonth month, ChannelTraits channel, RandomGenerator random) {
    LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    while (closed(day, channel)) {
      day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    }
    int open = (channel.closes() - channel.opens()) * 3600;
    double early = Math.min(random.nextDouble(), 0.25 + 0.75 * random.nextDouble());
    LocalTime time = LocalTime.of(channel.opens(), 0).plusSeconds((long) (early * open));
    return day.atTime(time).atZone(zone);
  }

  private static boolean closed(LocalDate day, ChannelTraits channel) {
    return day.getDayOfWeek().compareTo(channel.lastDay()) > 0
        || (CALENDAR.isHoliday(day) && channel.lastDay() != DayOfWeek.SUNDAY);
  }

  /** Some working hour, before 17:00, this many working days later. */
  ZonedDateTime workingHour(ZonedDateTime from, int days, RandomGenerator random) {
    LocalDate day = from.toLocalDate();
    for (int i = 0; i < days; i++) {
      day = CALENDAR.firstAfter(day);
    }
    return day.atTime(9, 0).plusSeconds(random.nextInt(8 * 3600)).atZone(zone);
  }

  /** Until when somebody is called back in time. */
  ZonedDateTime endOfNextWorkingDay(ZonedDateTime created) {
    return CALENDAR.firstAfter(created.toLocalDate()).atTime(17, 0).atZone(zone);
  }
}
