// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static nl.rotterdam.reporting.CountsFixture.contacts;
import static nl.rotterdam.reporting.figure.Channel.CHAT;
import static nl.rotterdam.reporting.figure.Channel.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.figure.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MonthSeriesTest {
  private static final YearMonth TO = YearMonth.of(2024, 3);

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/rolling12.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void rollingShareAgreesWithR(Oracle oracle) {
    List<MonthlyCounts> counts =
        IntStream.range(0, oracle.list("months").size())
            .mapToObj(
                i -> {
                  long dissatisfied = Long.parseLong(oracle.list("x").get(i));
                  long n = Long.parseLong(oracle.list("n").get(i));
                  return contacts(oracle.list("months").get(i), PHONE, n + 1)
                      .answered(dissatisfied, n - dissatisfied)
                      .build();
                })
            .toList();
    YearMonth end = YearMonth.parse(oracle.text("window_end"));
    MonthSeries series = MonthSeries.of(counts, end);
    Period window = series.currentWindow();
    Share share =
        Share.dissatisfied(series.over(Optional.empty(), window).grades(Indicator.OVERALL));
    Optional<Estimate> estimate = share.estimate(oracle.confidence());
    assertThat(share).isEqualTo(new Share(oracle.count("exp_x"), oracle.count("exp_n")));
    oracle.agrees("exp_p", estimate.map(Estimate::value));
    oracle.agrees("exp_lower", estimate.map(Estimate::lower));
    oracle.agrees("exp_upper", estimate.map(Estimate::upper));
    assertThat(series.covers(window)).isEqualTo(Boolean.parseBoolean(oracle.text("exp_complete")));
    assertThat(series.twelveMonthWindows().contains(window)).isEqualTo(series.covers(window));
  }

  @Test
  void runsFromTheFirstMonthWithAContact() {
    MonthSeries series =
        series(
            contacts("2023-11", PHONE, 0).build(),
            contacts("2024-02", PHONE, 3).build(),
            contacts("2023-12", CHAT, 2).build());
    assertThat(series.first()).hasValue(YearMonth.of(2023, 12));
    assertThat(series.months())
        .extracting(Period::toString)
        .containsExactly("2023-12", "2024-01", "2024-02", "2024-03");
    assertThat(series.years()).containsExactly(Period.year(2023), Period.yearUpTo(TO));
  }

  @Test
  void leavesOutWhatLiesOutsideTheData() {
    MonthSeries series =
        series(
            contacts("2023-11", PHONE, 0).answered(9, 9).build(),
            contacts("2024-03", PHONE, 3).answered(1, 1).build(),
            contacts("2024-04", PHONE, 5).answered(5, 0).build());
    Tally tally =
        series.over(Optional.empty(), Period.window(YearMonth.of(2023, 1), YearMonth.of(2024, 12)));
    assertThat(tally.contacts()).isEqualTo(3);
    assertThat(tally.grades(Indicator.OVERALL).n()).isEqualTo(2);
  }

  @Test
  void countsOneChannelOrAllTogether() {
    MonthSeries series =
        series(
            contacts("2024-03", PHONE, 3).build(),
            contacts("2024-03", PHONE, 4).build(),
            contacts("2024-03", CHAT, 5).build());
    Period march = Period.month(TO);
    assertThat(series.over(Optional.of(PHONE), march).contacts()).isEqualTo(7);
    assertThat(series.over(Optional.of(CHAT), march).contacts()).isEqualTo(5);
    assertThat(series.over(Optional.empty(), march).contacts()).isEqualTo(12);
  }

  @Test
  void twelveMonthsAreTheLeastThatMakeAWindow() {
    assertThat(series(contacts("2023-05", PHONE, 1).build()).twelveMonthWindows()).isEmpty();
    assertThat(series(contacts("2023-04", PHONE, 1).build()).twelveMonthWindows())
        .containsExactly(Period.twelveMonthsTo(TO));
    assertThat(series(contacts("2023-02", PHONE, 1).build()).twelveMonthWindows())
        .extracting(Period::toString)
        .containsExactly("2023-02..2024-01", "2023-03..2024-02", "2023-04..2024-03");
  }

  @Test
  void withoutContactsThereAreNoData() {
    for (MonthSeries series :
        List.of(series(), series(contacts("2024-04", PHONE, 1).answered(1, 0).build()))) {
      assertThat(series.first()).isEmpty();
      assertThat(series.months()).isEmpty();
      assertThat(series.years()).isEmpty();
      assertThat(series.twelveMonthWindows()).isEmpty();
      assertThat(series.covers(Period.month(TO))).isFalse();
      assertThat(series.over(Optional.empty(), series.currentWindow())).isEqualTo(Tally.NONE);
    }
  }

  private static MonthSeries series(MonthlyCounts... counts) {
    return MonthSeries.of(List.of(counts), TO);
  }
}
