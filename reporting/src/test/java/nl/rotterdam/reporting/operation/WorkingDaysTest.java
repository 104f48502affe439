// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
  private static final WorkingDays DEFAULT = new WorkingDays(HolidayRules.DEFAULT);

  /** Of some years, all days without work from Monday to Friday. */
  @ParameterizedTest
  @CsvSource({
    // 1 January on Saturday, 25 December on Sunday
    "2022, 04-18 04-27 05-26 06-06 12-26",
    // 1 January on Sunday
    "2023, 04-10 04-27 05-18 05-29 12-25 12-26",
    // 27 April on Saturday; the first 5 May that counts is a Sunday
    "2024, 01-01 04-01 05-09 05-20 12-25 12-26",
    // 27 April on Sunday, so that it is the 26th, a Saturday
    "2025, 01-01 04-21 05-05 05-29 06-09 12-25 12-26",
    // 26 December on Saturday
    "2026, 01-01 04-06 04-27 05-05 05-14 05-25 12-25",
  })
  void nobodyWorksOnHolidays(int year, String monthDays) {
    assertThat(
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .filter(day -> !DEFAULT.isWorkingDay(day))
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" ")))
        .isEqualTo(monthDays);
  }

  @Test
  void nobodyWorksAtTheWeekend() {
    assertThat(DEFAULT.isWorkingDay(LocalDate.of(2025, 6, 13))).isTrue();
    assertThat(DEFAULT.isWorkingDay(LocalDate.of(2025, 6, 14))).isFalse();
    assertThat(DEFAULT.isWorkingDay(LocalDate.of(2025, 6, 15))).isFalse();
    assertThat(DEFAULT.isWorkingDay(LocalDate.of(2025, 6, 16))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-04-15", "2023-04-07", "2024-03-29", "2025-04-18", "2026-04-03"})
  void goodFridayIsAsTheRulesSay(LocalDate goodFriday) {
    assertThat(DEFAULT.isWorkingDay(goodFriday)).isTrue();
    assertThat(
            new WorkingDays(new HolidayRules(false, OptionalInt.of(2024), Set.of()))
                .isWorkingDay(goodFriday))
        .isFalse();
  }

  /** The library has it every year from 1990 on, and in 1980 but not in 1986. */
  @ParameterizedTest
  @CsvSource({
    "1980, 1981, true",
    "1986, 1986, false",
    "2022, 2024, true",
    "2023, 2024, true",
    "2023, 2023, false",
    "2025, 2024, false",
    "2026, 2027, true",
  })
  void liberationDayIsAHolidayFromTheYearOfTheRules(int year, int from, boolean worked) {
    assertThat(withLiberationDay(OptionalInt.of(from)).isWorkingDay(LocalDate.of(year, 5, 5)))
        .isEqualTo(worked);
  }

  @Test
  void liberationDayMayNeverBeAHoliday() {
    WorkingDays never = withLiberationDay(OptionalInt.empty());
    assertThat(
            IntStream.rangeClosed(2020, 2040)
                .mapToObj(year -> LocalDate.of(year, 5, 5))
                .filter(day -> day.getDayOfWeek().getValue() <= 5))
        .isNotEmpty()
        .allMatch(never::isWorkingDay);
  }

  @Test
  void nobodyWorksOnAscensionDayThatIsThe5thOfMay() {
    assertThat(withLiberationDay(OptionalInt.empty()).isWorkingDay(LocalDate.of(2016, 5, 5)))
        .isFalse();
  }

  @Test
  void nobodyWorksOnClosingDays() {
    LocalDate bridge = LocalDate.of(2025, 5, 30);
    assertThat(DEFAULT.isWorkingDay(bridge)).isTrue();
    WorkingDays closed =
        new WorkingDays(new HolidayRules(true, OptionalInt.of(2024), Set.of(bridge)));
    assertThat(closed.isWorkingDay(bridge)).isFalse();
    assertThat(closed.firstAfter(LocalDate.of(2025, 5, 28))).isEqualTo("2025-06-02");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-11, 2025-06-12",
    "2025-06-13, 2025-06-16",
    "2025-06-14, 2025-06-16",
    "2024-12-24, 2024-12-27",
    "2021-12-31, 2022-01-03",
    "2024-12-31, 2025-01-02",
    "2024-02-28, 2024-02-29",
  })
  void theFirstWorkingDayIsLaterThanTheDayItself(LocalDate day, LocalDate first) {
    assertThat(DEFAULT.firstAfter(day)).isEqualTo(first);
  }

  private static WorkingDays withLiberationDay(OptionalInt from) {
    return new WorkingDays(new HolidayRules(true, from, Set.of()));
  }
}
