// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final YearMonth MAY = YearMonth.of(2025, 5);

  @Test
  void isWrittenAsInTheFiguresTable() {
    assertThat(Period.month(MAY)).hasToString("2025-05");
    assertThat(Period.year(2022)).hasToString("2022");
    assertThat(Period.yearUpTo(MAY)).hasToString("2025");
    assertThat(Period.twelveMonthsTo(MAY)).hasToString("2024-06..2025-05");
  }

  @Test
  void holdsBothItsEnds() {
    assertThat(Period.twelveMonthsTo(MAY).months())
        .hasSize(12)
        .startsWith(YearMonth.of(2024, 6))
        .endsWith(MAY)
        .allMatch(Period.twelveMonthsTo(MAY)::contains);
    assertThat(Period.yearUpTo(MAY).months()).hasSize(5);
    assertThat(Period.month(MAY).months()).containsExactly(MAY);
    assertThat(Period.month(MAY).contains(MAY.plusMonths(1))).isFalse();
    assertThat(Period.month(MAY).contains(MAY.minusMonths(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2022-12,true", "2023-11,true", "2023-12,false", "2021-12,false", "2022-01,true"})
  void overlapsWhereAMonthIsShared(YearMonth last, boolean overlaps) {
    Period window = Period.twelveMonthsTo(last);
    assertThat(window.overlaps(Period.year(2022))).isEqualTo(overlaps);
    assertThat(Period.year(2022).overlaps(window)).isEqualTo(overlaps);
  }

  @Test
  void cannotEndBeforeItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.window(MAY, MAY.minusMonths(1)))
        .withMessageContaining("2025-04");
  }
}
