// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.trend.MonthSeries;
import org.junit.jupiter.api.Test;

/** How many open answers are about each theme. */
class ThemeRowsTest {
  private static final YearMonth MAY = YearMonth.of(2025, 5);
  private static final MonthSeries SERIES =
      MonthSeries.of(
          List.of(new MonthlyCounts(MAY, Channel.PHONE, 9, 0, 0, 0, OwnWork.NONE, Map.of())), MAY);
  private static final List<ThemeCount> COUNTS =
      List.of(
          new ThemeCount(MAY, Channel.PHONE, Set.of("care"), 20),
          new ThemeCount(MAY, Channel.PHONE, Set.of("care", "nuisance"), 4),
          new ThemeCount(MAY, Channel.PHONE, Set.of(), 7),
          new ThemeCount(MAY, Channel.CHAT, Set.of("nuisance"), 3));

  private static List<FigureRow> rows() {
    return new ThemeRows(SERIES, COUNTS, PublicationRule.DEFAULT)
        .stream().filter(row -> row.period().toString().equals("2025-05")).toList();
  }

  @Test
  void answerCountsInEachOfItsThemesAndNoThemeIsSaid() {
    assertThat(rows())
        .filteredOn(row -> !row.channel().equals(Optional.of(Channel.CHAT)))
        .extracting(
            row ->
                row.channel().map(Channel::code).orElse("all")
                    + " "
                    + row.group().orElseThrow().name()
                    + " "
                    + (long) row.figure().value().orElseThrow()
                    + "/"
                    + row.figure().n())
        .containsExactly(
            "all care 24/34",
            "all nuisance 7/34",
            "all none 7/34",
            "phone care 24/31",
            "phone nuisance 4/31",
            "phone none 7/31");
  }

  @Test
  void fewOpenAnswersAreNotForThePublic() {
    assertThat(rows())
        .filteredOn(row -> row.channel().equals(Optional.of(Channel.CHAT)))
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row.figure().n()).isEqualTo(3);
              assertThat(row.figure().status()).isEqualTo(Status.BELOW_PUBLICATION);
              assertThat(row.forThePublic().figure().value()).isEmpty();
            });
  }

  @Test
  void whereNobodyWroteThereAreNoRows() {
    assertThat(new ThemeRows(SERIES, List.of(), PublicationRule.DEFAULT).stream()).isEmpty();
    assertThatThrownBy(() -> new ThemeCount(MAY, Channel.PHONE, Set.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
