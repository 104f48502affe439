// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbacksTest {
  private static final YearMonth MAY = YearMonth.of(2025, 5);
  private static final YearMonth JUNE = YearMonth.of(2025, 6);
  private static final CallbackDeadline DEADLINE =
      new CallbackDeadline(new WorkingDays(HolidayRules.DEFAULT), ZoneId.of("Europe/Amsterdam"));

  @Test
  void openNotesAreInNoShare() {
    Callbacks counts = new Callbacks(MAY, 55, 43, 10);
    assertThat(counts.open()).isEqualTo(2);
    assertThat(counts.shareOnTime()).isEqualTo(new Share(43, 53));
  }

  @ParameterizedTest
  @CsvSource({"0", "3"})
  void whereNothingIsDueThereIsNoShare(long created) {
    Callbacks counts = new Callbacks(MAY, created, 0, 0);
    assertThat(counts.open()).isEqualTo(created);
    assertThat(counts.shareOnTime().value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,1,0,1", "1,0,1,0"})
  void oneNoteThatIsDueIsAShare(long created, long onTime, long late, double share) {
    assertThat(new Callbacks(MAY, created, onTime, late).shareOnTime().value()).hasValue(share);
  }

  @ParameterizedTest
  @CsvSource({
    "-1,0,0",
    "5,-1,0",
    "5,0,-1",
    "5,3,3",
    "5,6,-1",
    "5,9223372036854775807,9223372036854775807"
  })
  void rejectsCountsThatContradictEachOther(long created, long onTime, long late) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Callbacks(MAY, created, onTime, late))
        .withMessageContaining("Of %d call-back notes in 2025-05", created);
  }

  @Test
  void notesCountInTheMonthInWhichTheyWereMade() {
    Instant asOf = Instant.parse("2025-06-30T22:00:00Z");
    Stream<CallbackNote> notes =
        Stream.of(
            // still open, the last second of June
            note("2025-06-30T21:59:59Z", null),
            // late in May, and handled in June
            note("2025-05-28T08:00:00Z", "2025-06-02T08:00:00Z"),
            note("2025-06-11T08:00:00Z", "2025-06-12T15:00:00Z"),
            note("2025-06-11T09:00:00Z", "2025-06-12T15:00:01Z"),
            note("2025-06-11T10:00:00Z", null),
            // handled later than we look
            note("2025-06-30T08:00:00Z", "2025-07-01T08:00:00Z"),
            // made later than we look
            note("2025-06-30T22:00:01Z", null));

    assertThat(Callbacks.byMonth(notes, DEADLINE, asOf))
        .containsExactly(new Callbacks(MAY, 1, 0, 1), new Callbacks(JUNE, 5, 1, 2));
  }

  @Test
  void noNotesAreNoMonths() {
    assertThat(Callbacks.byMonth(Stream.of(), DEADLINE, Instant.EPOCH)).isEmpty();
  }

  private static CallbackNote note(String createdAt, String handledAt) {
    return new CallbackNote(
        Instant.parse(createdAt), Optional.ofNullable(handledAt).map(Instant::parse));
  }
}
