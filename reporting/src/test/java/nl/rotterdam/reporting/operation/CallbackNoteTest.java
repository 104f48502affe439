// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallbackNoteTest {
  private static final CallbackDeadline DEADLINE =
      new CallbackDeadline(new WorkingDays(HolidayRules.DEFAULT), ZoneId.of("Europe/Amsterdam"));

  /** Thursday 12 June 2025, 15:00 UTC = 17:00 in Amsterdam, is its deadline. */
  private static final Instant WEDNESDAY = Instant.parse("2025-06-11T08:00:00Z");

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/callbacks_deadline.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Instant createdAt = instant(oracle.text("createdAt"));
    CallbackNote note =
        new CallbackNote(
            createdAt,
            Optional.of(oracle.text("handledAt"))
                .filter(text -> !text.isEmpty())
                .map(CallbackNoteTest::instant));

    assertThat(DEADLINE.after(createdAt).toOffsetDateTime())
        .isEqualTo(OffsetDateTime.parse(oracle.text("exp_deadline")));
    assertThat(DEADLINE.after(createdAt).getOffset())
        .isEqualTo(OffsetDateTime.parse(oracle.text("exp_deadline")).getOffset());
    assertThat(DEADLINE.month(createdAt)).isEqualTo(YearMonth.parse(oracle.text("exp_month")));
    assertThat(note.status(DEADLINE, instant(oracle.text("asOf"))).name().toLowerCase(Locale.ROOT))
        .isEqualTo(oracle.text("exp_status"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-11T08:00:00Z,     OPEN",
    "2025-06-12T15:00:00Z,     OPEN",
    "2025-06-12T15:00:00.001Z, LATE",
  })
  void unhandledIsLateOnlyOnceTheDeadlineHasPassed(Instant asOf, CallbackStatus status) {
    assertThat(new CallbackNote(WEDNESDAY, Optional.empty()).status(DEADLINE, asOf))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-11T08:00:00Z,     ON_TIME",
    "2025-06-12T15:00:00Z,     ON_TIME",
    "2025-06-12T15:00:00.001Z, LATE",
  })
  void handledUpToAndAtTheDeadlineIsOnTime(Instant handledAt, CallbackStatus status) {
    assertThat(handled(handledAt).status(DEADLINE, instant("2025-07-01T00:00:00+02:00")))
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    // handled in time, seen before, at and after that
    "2025-06-12T10:00:00Z, 2025-06-12T09:59:59Z, OPEN",
    "2025-06-12T10:00:00Z, 2025-06-12T10:00:00Z, ON_TIME",
    "2025-06-12T10:00:00Z, 2025-06-12T15:00:01Z, ON_TIME",
    // handled late, seen before the deadline, between and after
    "2025-06-13T10:00:00Z, 2025-06-12T15:00:00Z, OPEN",
    "2025-06-13T10:00:00Z, 2025-06-13T09:00:00Z, LATE",
    "2025-06-13T10:00:00Z, 2025-06-13T10:00:00Z, LATE",
  })
  void whatWasHandledLaterWasNotHandledYet(Instant handledAt, Instant asOf, CallbackStatus status) {
    assertThat(handled(handledAt).status(DEADLINE, asOf)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-30T21:59:59Z, 2025-06, 2025-07-01T17:00+02:00[Europe/Amsterdam]",
    "2025-06-30T22:00:00Z, 2025-07, 2025-07-02T17:00+02:00[Europe/Amsterdam]",
    "2024-02-28T23:30:00Z, 2024-02, 2024-03-01T17:00+01:00[Europe/Amsterdam]",
  })
  void dayAndMonthAreLocal(Instant createdAt, YearMonth month, String deadline) {
    assertThat(DEADLINE.month(createdAt)).isEqualTo(month);
    assertThat(DEADLINE.after(createdAt)).hasToString(deadline);
  }

  @Test
  void rejectsHandlingBeforeThePromise() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handled(WEDNESDAY.minusMillis(1)))
        .withMessageContaining(WEDNESDAY.toString());
    assertThat(handled(WEDNESDAY).status(DEADLINE, WEDNESDAY)).isEqualTo(CallbackStatus.ON_TIME);
  }

  private static CallbackNote handled(Instant at) {
    return new CallbackNote(WEDNESDAY, Optional.of(at));
  }

  private static Instant instant(String written) {
    return OffsetDateTime.parse(written).toInstant();
  }
}
