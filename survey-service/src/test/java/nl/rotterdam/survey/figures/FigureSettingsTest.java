// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Definitions.Version;
import nl.rotterdam.reporting.trend.Goal;
import nl.rotterdam.survey.figures.FigureSettings.VersionSettings;
import org.junit.jupiter.api.Test;

class FigureSettingsTest {
  private static final FigureSettings SETTINGS =
      new FigureSettings(
          "2022",
          null,
          0.30,
          YearMonth.of(2026, 12),
          "2026-01..2026-12",
          30,
          0.9,
          List.of(new VersionSettings("2", LocalDate.of(2024, 3, 15))),
          Duration.ofSeconds(45));

  @Test
  void anotherBaselineLeavesThePromiseAsItIs() {
    Goal goal = SETTINGS.against(window(2023, 11), 2026).toDefinitions().goal();
    assertThat(goal.baseline()).isEqualTo(window(2023, 11));
    assertThat(goal.confirmatory()).isEqualTo(window(2026, 1));
    assertThat(goal.horizon()).isEqualTo(YearMonth.of(2026, 12));
    assertThat(goal.reduction()).isEqualTo(0.30);
  }

  @Test
  void theVerdictMovesOutOfABaselineThatReachesIntoIt() {
    Goal goal = SETTINGS.against(window(2025, 6), 2028).toDefinitions().goal();
    assertThat(goal.confirmatory()).isEqualTo(window(2028, 1));
    assertThat(goal.horizon()).isEqualTo(YearMonth.of(2028, 12));
  }

  @Test
  void aKnownBaselineAndVersionsBecomeDefinitions() {
    FigureSettings known =
        new FigureSettings(
            "2022",
            0.114,
            0.25,
            YearMonth.of(2026, 12),
            "2026-01..2026-12",
            20,
            0.8,
            SETTINGS.versions(),
            SETTINGS.maxAge());
    Definitions definitions = known.toDefinitions();
    assertThat(definitions.goal().knownShare()).hasValue(0.114);
    assertThat(definitions.goal().reduction()).isEqualTo(0.25);
    assertThat(definitions.rule().threshold()).isEqualTo(20);
    assertThat(definitions.rule().coverage()).isEqualTo(0.8);
    assertThat(definitions.versions()).containsExactly(new Version("2", YearMonth.of(2024, 3)));
  }

  private static Period window(int year, int month) {
    YearMonth first = YearMonth.of(year, month);
    return Period.window(first, first.plusMonths(11));
  }
}
