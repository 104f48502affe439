// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static nl.rotterdam.reporting.CountsFixture.contacts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.reporting.table.CallbackDetails.Part;
import nl.rotterdam.reporting.table.CallbackDetails.Scores;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Goal;
import org.junit.jupiter.api.Test;

class CallbackRowsTest {
  private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);
  private static final Scores SCORES =
      new Scores(
          Grades.of(0, 0, 0, 0, 0, 0, 4, 6, 20, 8, 2), Grades.of(2, 0, 3, 0, 6, 9, 10, 0, 2, 0, 0));

  private static final Goal GOAL =
      new Goal(Period.year(2022), 0.30, YearMonth.of(2026, 12), Period.parse("2026-01..2026-12"));

  private static List<FigureRow> rows(YearMonth to, FigureName name, boolean inGroups) {
    Callbacks whole = new Callbacks(FEBRUARY, 10, 6, 3);
    CityCounts counts =
        new CityCounts(
                List.of(contacts("2023-02", Channel.PHONE, 100).build()),
                List.of(),
                List.of(whole),
                List.of(),
                Map.of())
            .with(
                new CallbackDetails(
                    List.of(
                        new Part(
                            Dimension.CLUSTER, "Vergunningen", new Callbacks(FEBRUARY, 4, 2, 1)),
                        new Part(
                            Dimension.CLUSTER,
                            "Vergunningen",
                            new Callbacks(FEBRUARY.plusMonths(1), 5, 5, 0)),
                        new Part(Dimension.WIJK, "Delfshaven", new Callbacks(FEBRUARY, 3, 0, 3))),
                    Map.of(2023, SCORES)));
    return FiguresTable.of(counts, new Definitions(GOAL, PublicationRule.DEFAULT), to)
        .rows()
        .stream()
        .filter(row -> row.name() == name && row.group().isPresent() == inGroups)
        .toList();
  }

  private static List<String> read(List<FigureRow> rows) {
    return rows.stream()
        .map(
            row ->
                "%s %s %s of %d"
                    .formatted(
                        row.period(),
                        row.group().map(Group::name).orElse("all"),
                        row.figure().value().isPresent()
                            ? row.figure().value().getAsDouble()
                            : "none",
                        row.figure().n()))
        .toList();
  }

  @Test
  void notesAreCountedByMonthAndYearAsOnTimeLateOrOpen() {
    YearMonth march = FEBRUARY.plusMonths(1);
    assertThat(read(rows(march, FigureName.CALLBACKS, false)))
        .containsExactly("2023-02 all 10.0 of 10", "2023-03 all 0.0 of 0", "2023 all 10.0 of 10");
    assertThat(read(rows(march, FigureName.CALLBACKS_LATE, false)))
        .containsExactly("2023-02 all 3.0 of 3", "2023-03 all 0.0 of 0", "2023 all 3.0 of 3");
    assertThat(read(rows(march, FigureName.CALLBACKS_OPEN, false)))
        .containsExactly("2023-02 all 1.0 of 1", "2023-03 all 0.0 of 0", "2023 all 1.0 of 1");
  }

  @Test
  void yearsAreBrokenDownByClusterAndNeighbourhoodUpToTheMonthAskedFor() {
    assertThat(read(rows(FEBRUARY, FigureName.CALLBACKS, true)))
        .containsExactly("2023 Delfshaven 3.0 of 3", "2023 Vergunningen 4.0 of 4");
    List<FigureRow> march = rows(FEBRUARY.plusMonths(1), FigureName.CALLBACKS_ON_TIME, true);
    assertThat(read(march))
        .containsExactly("2023 Delfshaven 0.0 of 3", "2023 Vergunningen 0.875 of 8");
    assertThat(march).noneMatch(FigureRow::isBreakdown);
  }

  @Test
  void whatResidentsSayIsThereOnceTheYearIsOver() {
    assertThat(rows(YearMonth.of(2023, 11), FigureName.TIMELINESS_BY_CALLBACK, true)).isEmpty();
    List<FigureRow> rows = rows(YearMonth.of(2023, 12), FigureName.TIMELINESS_BY_CALLBACK, true);
    assertThat(read(rows))
        .containsExactly(
            "2023 difference 3.23125 of 32", "2023 late 4.71875 of 32", "2023 on_time 7.95 of 40");
    assertThat(rows).allMatch(FigureRow::isBreakdown);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.figure().status()).isEqualTo(Status.OK);
              assertThat(row.figure().lower()).isPresent();
            });
  }

  @Test
  void ofTooFewResidentsTheMeanAndTheDifferenceAreForTheInternalAudience() {
    CityCounts counts =
        CityCounts.of(List.of(contacts("2023-02", Channel.PHONE, 100).build()))
            .with(
                new CallbackDetails(
                    List.of(),
                    Map.of(
                        2023,
                        new Scores(SCORES.onTime(), Grades.of(9, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0)))));
    FiguresTable table =
        FiguresTable.of(
            counts, new Definitions(GOAL, PublicationRule.DEFAULT), YearMonth.of(2023, 12));
    assertThat(table.forThePublic().rows())
        .filteredOn(row -> row.name() == FigureName.TIMELINESS_BY_CALLBACK)
        .filteredOn(row -> row.figure().value().isPresent())
        .extracting(row -> row.group().orElseThrow().name())
        .containsExactly("on_time");
  }
}
