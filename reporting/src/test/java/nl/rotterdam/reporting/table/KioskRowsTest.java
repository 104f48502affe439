// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.trend.MonthSeries;
import org.junit.jupiter.api.Test;

/** What was answered on counter screens stands beside the other figures. */
class KioskRowsTest {
  private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
  private static final PublicationRule RULE = new PublicationRule(30, 0.9);
  private static final List<KioskMonth> MONTHS =
      List.of(
          month(11, "Centrum", 20, 20, 7),
          month(12, "Centrum", 10, 30, 0),
          month(12, "Delfshaven", 5, 30, 0),
          month(12, "Noord", 1, 4, 2));

  private static KioskMonth month(
      int month, String location, long dissatisfied, long satisfied, long setAside) {
    Grades grades = Grades.of(0, 0, 0, 0, 0, 0, dissatisfied, 0, satisfied, 0, 0);
    return new KioskMonth(
        YearMonth.of(2025, month), location, Map.of(Indicator.OVERALL, grades), setAside);
  }

  private static List<String> rows(Predicate<Integer> isOver) {
    MonthSeries series =
        MonthSeries.of(
            List.of(
                new MonthlyCounts(
                    YearMonth.of(2025, 10), Channel.COUNTER, 9, 0, 0, 0, OwnWork.NONE, Map.of())),
            DECEMBER);
    List<String> rows = new ArrayList<>();
    new KioskRows(series, KioskCounts.of(MONTHS, isOver, 30), RULE)
        .stream()
            .forEach(
                row -> {
                  assertThat(row.channel()).contains(Channel.COUNTER);
                  assertThat(row.figure().status()).isEqualTo(Status.OK);
                  rows.add(
                      row.name().code()
                          + row.group().map(group -> " " + group.name()).orElse("")
                          + " "
                          + row.period()
                          + " "
                          + row.figure().n());
                });
    return rows;
  }

  @Test
  void answersAreCountedByMonthAndYearAndWhatIsSetApartBeside() {
    assertThat(rows(year -> false))
        .containsExactly(
            "kiosk_answers 2025-11 40",
            "kiosk_answers 2025-12 80",
            "kiosk_answers 2025 120",
            "kiosk_share 2025-11 40",
            "kiosk_share 2025-12 80",
            "kiosk_share 2025 120",
            "kiosk_mean 2025-11 40",
            "kiosk_mean 2025-12 80",
            "kiosk_mean 2025 120",
            "kiosk_set_aside 2025-11 7",
            "kiosk_set_aside 2025-12 2",
            "kiosk_set_aside 2025 9");
  }

  @Test
  void locationUnderTheThresholdIsMergedWithTheNextSmallest() {
    assertThat(rows(year -> true))
        .contains("kiosk_answers Centrum 2025 80", "kiosk_answers other 2025 40")
        .noneMatch(row -> row.contains("Noord") || row.contains("Delfshaven"));
  }
}
