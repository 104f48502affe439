// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as they are read, by the clock of the municipality. */
public record Moments(ZoneId zone, Locale locale) {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, H:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("d MMM yyyy, H:mm:ss");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy");

  /** To the minute. */
  public String text(Instant moment) {
    return MOMENT.withLocale(locale).format(moment.atZone(zone));
  }

  /** To the second. */
  public String exact(Instant moment) {
    return SECOND.withLocale(locale).format(moment.atZone(zone));
  }

  public String month(YearMonth month) {
    return MONTH.withLocale(locale).format(month);
  }
}
