// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.operation.HolidayRules;
import nl.rotterdam.reporting.operation.WorkingDays;

/**
 * When the municipality works, beside what holds for all of them.
 *
 * @param goodFriday working or closed
 * @param liberationDayFrom from which year on 5 May is a holiday, or never
 * @param closingDays further days without work, as written: a number would pass for a day since
 *     1970
 */
public record CalendarSettings(
    @NotNull @Pattern(regexp = WORKING + "|closed", message = "must be working or closed")
        String goodFriday,
    @NotNull @Pattern(regexp = "\\d{4}|" + NEVER, message = "must be a year such as 2024, or never")
        String liberationDayFrom,
    @NotNull List<String> closingDays) {
  private static final String WORKING = "working";
  private static final String NEVER = "never";

  @JsonIgnore
  @ValidationMethod(message = "calendar.closingDays must hold days such as 2026-05-15")
  public boolean isClosingDaysValid() {
    return closingDays == null || closingDays.stream().allMatch(CalendarSettings::isDay);
  }

  /** The working days, as reporting takes them. */
  public WorkingDays toWorkingDays() {
    return new WorkingDays(
        new HolidayRules(
            goodFriday.equals(WORKING),
            liberationDayFrom.equals(NEVER)
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(liberationDayFrom)),
            closingDays.stream().map(LocalDate::parse).collect(Collectors.toSet())));
  }

  private static boolean isDay(String written) {
    try {
      return written != null && LocalDate.parse(written) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
