// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import nl.rotterdam.reporting.figure.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTest {
  private static final YearMonth HORIZON = YearMonth.of(2026, 12);

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.3, 30, Double.NaN})
  void rejectsReductionsOutsideZeroAndOne(double reduction) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Goal(Period.year(2022), reduction, HORIZON, Period.twelveMonthsTo(HORIZON)))
        .withMessageContaining(String.valueOf(reduction));
  }

  @ParameterizedTest
  @CsvSource({"2026-02,2026-12", "2025-12,2026-12", "2022-12,2023-11"})
  void rejectsAVerdictOnAnythingButTwelveMonthsOutsideTheBaseline(YearMonth first, YearMonth last) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Goal(Period.year(2022), 0.3, HORIZON, Period.window(first, last)))
        .withMessageContaining(first + ".." + last);
  }

  @Test
  void aWindowIsConfirmatoryHoweverItIsWritten() {
    Goal goal = new Goal(Period.year(2022), 0.3, HORIZON, Period.year(2026));
    assertThat(goal.isConfirmatory(Period.twelveMonthsTo(HORIZON))).isTrue();
    assertThat(goal.isConfirmatory(Period.twelveMonthsTo(HORIZON.minusMonths(1)))).isFalse();
    assertThat(goal.isConfirmatory(Period.month(HORIZON))).isFalse();
  }
}
