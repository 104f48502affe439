// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.Set;
import nl.rotterdam.reporting.operation.HolidayRules;
import nl.rotterdam.reporting.operation.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportCalendarTest {
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final ReportCalendar calendar = third(HolidayRules.DEFAULT);

  private static ReportCalendar third(HolidayRules rules) {
    return new ReportCalendar(new WorkingDays(rules), 3, LocalTime.of(7, 0), AMSTERDAM);
  }

  @ParameterizedTest
  @CsvSource({
    // 1 May Friday, 4 May Monday, 5 May Liberation Day
    "2026-04, 2026-05-06T05:00:00Z",
    // 1 January Thursday, then a weekend
    "2025-12, 2026-01-06T06:00:00Z",
    // begins on a Sunday
    "2026-01, 2026-02-04T06:00:00Z",
    // 6 April is Easter Monday, after the third working day
    "2026-03, 2026-04-03T05:00:00Z",
    // 1 April 2024 is Easter Monday
    "2024-03, 2024-04-04T05:00:00Z",
    // 25 and 26 December of the year before do not matter
    "2026-05, 2026-06-03T05:00:00Z",
  })
  void theThirdWorkingDayLeavesHolidaysOut(YearMonth month, Instant due) {
    assertThat(calendar.due(month)).isEqualTo(due);
  }

  @Test
  void theMunicipalitysOwnDaysCount() {
    HolidayRules rules =
        new HolidayRules(false, OptionalInt.empty(), Set.of(LocalDate.of(2026, 4, 2)));

    assertThat(third(rules).due(YearMonth.of(2026, 3)))
        .as("Good Friday and the day before are closed, then come Easter and its Monday")
        .isEqualTo(Instant.parse("2026-04-08T05:00:00Z"));
    assertThat(third(rules).due(YearMonth.of(2026, 4)))
        .as("5 May is worked")
        .isEqualTo(Instant.parse("2026-05-05T05:00:00Z"));
  }

  @Test
  void itIsTheLastMonthThatIsDueAndNoneBeforeThatDay() {
    assertThat(calendar.monthDue(Instant.parse("2026-04-30T22:30:00Z"))).isEmpty();
    assertThat(calendar.monthDue(Instant.parse("2026-05-06T04:59:59Z"))).isEmpty();
    assertThat(calendar.monthDue(Instant.parse("2026-05-06T05:00:00Z")))
        .contains(YearMonth.of(2026, 4));
    assertThat(calendar.monthDue(Instant.parse("2026-05-31T21:59:59Z")))
        .contains(YearMonth.of(2026, 4));
    assertThat(calendar.monthDue(Instant.parse("2026-05-31T22:00:00Z"))).isEmpty();
  }

  @Test
  void aMonthEndsAtMidnightOfItsOwnZone() {
    assertThat(calendar.end(YearMonth.of(2026, 4)))
        .isEqualTo(Instant.parse("2026-04-30T22:00:00Z"));
  }

  @Test
  void thereIsNoWorkingDay0() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ReportCalendar(
                    new WorkingDays(HolidayRules.DEFAULT), 0, LocalTime.NOON, AMSTERDAM))
        .withMessageContaining("workingDay");
  }
}
