// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Status;
import org.junit.jupiter.api.Test;

class NotationTest {
  private final Notation dutch = new Notation(FileWords.DUTCH);
  private final Notation english = new Notation(FileWords.ENGLISH);

  @Test
  void dutchNumbersHaveACommaAndPointsBetweenThousands() {
    assertThat(dutch.share(0.0856)).isEqualTo("8,6%");
    assertThat(dutch.count(448285)).isEqualTo("448.285");
    assertThat(dutch.grade(8)).isEqualTo("8,0");
    assertThat(english.share(0.0856)).isEqualTo("8.6%");
    assertThat(english.count(448285)).isEqualTo("448,285");
  }

  @Test
  void halvesAreRoundedAwayFromZeroAndZeroHasNoSign() {
    assertThat(dutch.share(0.0005)).isEqualTo("0,1%");
    assertThat(dutch.points(-0.4)).isEqualTo("0");
    assertThat(dutch.points(-12.5)).isEqualTo("\u221213");
    assertThat(dutch.share(1)).isEqualTo("100,0%");
  }

  @Test
  void theIntervalStandsInTheSameBreath() {
    Figure reduction =
        new Figure(
            OptionalDouble.of(0.2103),
            OptionalDouble.of(0.0698),
            OptionalDouble.of(0.3295),
            2651,
            Status.OK);
    assertThat(dutch.changeWithInterval(reduction)).isEqualTo("21% (7 tot 33%)");
    assertThat(dutch.shareWithInterval(reduction)).isEqualTo("21,0% (7,0 tot 33,0%)");
    assertThat(english.changeWithInterval(reduction)).isEqualTo("21% (7 to 33%)");
  }

  @Test
  void periodsAreWrittenAsTheyAreSaid() {
    Period window = Period.twelveMonthsTo(YearMonth.of(2025, 5));
    assertThat(dutch.period(window)).isEqualTo("juni 2024 t/m mei 2025");
    assertThat(english.period(window)).isEqualTo("June 2024 to May 2025");
    assertThat(dutch.period(Period.year(2022))).isEqualTo("2022");
    assertThat(dutch.period(Period.month(YearMonth.of(2025, 3)))).isEqualTo("maart 2025");
    assertThat(dutch.day(LocalDate.of(2025, 6, 3))).isEqualTo("3 juni 2025");
  }
}
