// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import nl.rotterdam.reporting.operation.HolidayRules;
import nl.rotterdam.reporting.operation.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest(name = "{0}: {1} waits until {2}")
  @CsvSource({
    // by day nothing waits; the evening begins and the morning ends on the minute
    "20:00-09:00, 2025-05-14T12:00:00+02:00,     2025-05-14T12:00:00+02:00",
    "20:00-09:00, 2025-05-14T19:59:59.999+02:00, 2025-05-14T19:59:59.999+02:00",
    "20:00-09:00, 2025-05-14T20:00:00+02:00,     2025-05-15T09:00:00+02:00",
    "20:00-09:00, 2025-05-15T08:59:59.999+02:00, 2025-05-15T09:00:00+02:00",
    "20:00-09:00, 2025-05-15T09:00:00+02:00,     2025-05-15T09:00:00+02:00",
    // the night after midnight is that of the day before
    "20:00-09:00, 2025-05-15T00:30:00+02:00,     2025-05-15T09:00:00+02:00",
    // over a Sunday
    "20:00-09:00, 2025-05-17T20:30:00+02:00,     2025-05-19T09:00:00+02:00",
    "20:00-09:00, 2025-05-18T12:00:00+02:00,     2025-05-19T09:00:00+02:00",
    // over Good Friday, on which people work, and Easter
    "20:00-09:00, 2025-04-18T12:00:00+02:00,     2025-04-18T12:00:00+02:00",
    "20:00-09:00, 2025-04-19T21:00:00+02:00,     2025-04-22T09:00:00+02:00",
    // King's Day, brought forward from a Sunday to a Saturday
    "20:00-09:00, 2025-04-25T20:00:00+02:00,     2025-04-28T09:00:00+02:00",
    // Christmas before a Sunday, and the turn of the year
    "20:00-09:00, 2026-12-24T22:00:00+01:00,     2026-12-28T09:00:00+01:00",
    "20:00-09:00, 2025-12-31T23:59:59+01:00,     2026-01-02T09:00:00+01:00",
    // the clock goes forward and back in the night before a Sunday
    "20:00-09:00, 2025-03-29T21:00:00+01:00,     2025-03-31T09:00:00+02:00",
    "20:00-09:00, 2025-10-25T21:00:00+02:00,     2025-10-27T09:00:00+01:00",
    // a night that does not go over midnight
    "01:00-05:00, 2025-05-14T00:59:59+02:00,     2025-05-14T00:59:59+02:00",
    "01:00-05:00, 2025-05-14T01:00:00+02:00,     2025-05-14T05:00:00+02:00",
    "20:00-00:00, 2025-05-14T20:00:00+02:00,     2025-05-15T00:00:00+02:00",
    "off,         2025-05-18T03:00:00+02:00,     2025-05-18T03:00:00+02:00",
    "off,         2025-12-25T03:00:00+01:00,     2025-12-25T03:00:00+01:00",
  })
  void waitsUntilPeopleAreWrittenTo(
      String quietHours, OffsetDateTime moment, OffsetDateTime allowed) {
    QuietHours quiet = quiet(quietHours);

    assertThat(quiet.firstAllowed(moment.toInstant())).isEqualTo(allowed.toInstant());
    assertThat(quiet.isQuiet(moment.toInstant())).isEqualTo(!moment.equals(allowed));
    assertThat(quiet.isQuiet(allowed.toInstant())).isFalse();
  }

  @Test
  void closingDaysOfTheMunicipalityAreNoHolidays() {
    Instant bridge = Instant.parse("2026-05-15T10:00:00Z");

    assertThat(
            new QuietHours(
                    AskingFixtures.settings("20:00-09:00", 1),
                    new WorkingDays(
                        new HolidayRules(
                            true, OptionalInt.empty(), Set.of(LocalDate.of(2026, 5, 15)))),
                    AskingFixtures.ZONE)
                .isQuiet(bridge))
        .isFalse();
  }

  @Test
  void hourThatTheClockRepeatsIsQuietTwice() {
    QuietHours quiet =
        new QuietHours(
            withoutQuietDays("02:10-02:30"),
            new WorkingDays(HolidayRules.DEFAULT),
            AskingFixtures.ZONE);

    assertThat(quiet.firstAllowed(Instant.parse("2025-10-26T00:15:00Z")))
        .isEqualTo("2025-10-26T00:30:00Z");
    assertThat(quiet.firstAllowed(Instant.parse("2025-10-26T01:15:00Z")))
        .isEqualTo("2025-10-26T01:30:00Z");
  }

  @Test
  void nightThatEndsInTheHourLeftOutEndsAtTheChange() {
    QuietHours quiet =
        new QuietHours(
            withoutQuietDays("01:30-02:30"),
            new WorkingDays(HolidayRules.DEFAULT),
            AskingFixtures.ZONE);

    assertThat(quiet.firstAllowed(Instant.parse("2025-03-30T00:45:00Z")))
        .isEqualTo("2025-03-30T01:00:00Z");
  }

  private static QuietHours quiet(String quietHours) {
    return AskingFixtures.quietHours(AskingFixtures.settings(quietHours, 1));
  }

  private static AskingSettings withoutQuietDays(String quietHours) {
    AskingSettings all = AskingFixtures.settings(quietHours, 1);
    return new AskingSettings(
        all.quietHours(),
        List.of(),
        all.notAgainWithin(),
        all.maxAge(),
        all.sensitiveProducts(),
        all.testAddresses(),
        all.channels());
  }
}
