// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.trend.Goal;
import org.junit.jupiter.api.Test;

class FigureSettingsTest {
  private static final FigureSettings SETTINGS =
      new FigureSettings("2022", 0.30, YearMonth.of(2026, 12), "2026-01..2026-12", 30, 0.9);

  @Test
  void anotherBaselineLeavesThePromiseAsItIs() {
    Goal goal = SETTINGS.against(window(2023, 11), 2026).toGoal();
    assertThat(goal.baseline()).isEqualTo(window(2023, 11));
    assertThat(goal.confirmatory()).isEqualTo(window(2026, 1));
    assertThat(goal.horizon()).isEqualTo(YearMonth.of(2026, 12));
    assertThat(goal.reduction()).isEqualTo(0.30);
  }

  @Test
  void theVerdictMovesOutOfABaselineThatReachesIntoIt() {
    Goal goal = SETTINGS.against(window(2025, 6), 2028).toGoal();
    assertThat(goal.confirmatory()).isEqualTo(window(2028, 1));
    assertThat(goal.horizon()).isEqualTo(YearMonth.of(2028, 12));
  }

  private static Period window(int year, int month) {
    YearMonth first = YearMonth.of(year, month);
    return Period.window(first, first.plusMonths(11));
  }
}
