// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static nl.rotterdam.reporting.CountsFixture.contacts;
import static nl.rotterdam.reporting.figure.Channel.CHAT;
import static nl.rotterdam.reporting.figure.Channel.PHONE;
import static nl.rotterdam.reporting.figure.Indicator.OVERALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.breakdown.GroupGrades;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.NotInvited;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.reporting.table.FigureRow.Subject;
import nl.rotterdam.reporting.table.Publication.Reason;
import nl.rotterdam.reporting.table.Publication.Restated;
import nl.rotterdam.reporting.trend.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published in May 2025 with 40 of 100 dissatisfied in March; then in a later month. */
class PublicationTest {
  private static final Definitions DEFINITIONS =
      new Definitions(SampleCity.GOAL, PublicationRule.DEFAULT);
  private static final Period MARCH = Period.month(YearMonth.of(2025, 3));
  private static final FiguresTable MAY = table("2025-05", march(40, 60));

  @Test
  void theFirstPublicationIsTheTableAsItStands() {
    Publication first = Publication.of(MAY, Optional.empty());
    assertThat(first.table()).isSameAs(MAY);
    assertThat(first.restated()).isEmpty();
  }

  @Test
  void whatHasNotChangedIsPublishedAsItStands() {
    FiguresTable june = table("2025-06", march(40, 60));
    Publication next = Publication.of(june, Optional.of(MAY));
    assertThat(next.table().rows()).isEqualTo(june.rows());
    assertThat(next.restated()).isEmpty();
  }

  @ParameterizedTest(name = "{0} answers more, published in {1}: restated {2}")
  @CsvSource({
    "1,2025-06,false",
    "4,2025-06,false",
    "5,2025-06,true",
    "4,2025-11,false",
    "1,2025-12,true",
    "1,2026-02,true"
  })
  void aFigureIsRestatedFromFiveAnswersOnAndAtTheYearsEndFromOne(
      long more, String to, boolean restated) {
    FiguresTable later = table(to, march(40 + more, 60));
    Publication next = Publication.of(later, Optional.of(MAY));
    Figure old = share(MAY);
    Figure now = share(later);
    assertThat(share(next.table())).isEqualTo(restated ? now : old);
    if (restated) {
      Restated march =
          next.restated().stream()
              .filter(row -> row.now().name() == FigureName.SHARE)
              .filter(row -> row.now().indicator().equals(Optional.of(OVERALL)))
              .filter(row -> row.now().channel().isEmpty() && row.now().period().equals(MARCH))
              .findFirst()
              .orElseThrow();
      assertThat(march.before().figure()).isEqualTo(old);
      assertThat(march.now().figure()).isEqualTo(now);
      assertThat(march.reason()).isEqualTo(Reason.LATE);
    } else {
      assertThat(next.restated()).isEmpty();
    }
  }

  @Test
  void aYearsSumOfSmallChangesIsRestatedWhereItsMonthsAreNot() {
    FiguresTable april2026 =
        table("2026-04", march(40, 60), contacts("2024-02", PHONE, 100).answered(10, 40).build());
    FiguresTable before =
        table("2026-03", march(40, 60), contacts("2024-02", PHONE, 100).answered(10, 37).build());
    FiguresTable both =
        table(
            "2026-04",
            march(40, 60),
            contacts("2024-02", PHONE, 100).answered(10, 40).build(),
            contacts("2024-03", PHONE, 3).answered(0, 3).build());
    assertThat(Publication.of(april2026, Optional.of(before)).restated()).isEmpty();
    assertThat(Publication.of(both, Optional.of(before)).restated())
        .extracting(row -> row.now().period().toString())
        .contains("2024")
        .doesNotContain("2024-02", "2024-03");
  }

  @Test
  void anErasureNeverChangesWhatWasPublished() {
    for (String to : List.of("2025-06", "2025-12")) {
      Publication next = Publication.of(table(to, march(20, 30)), Optional.of(MAY));
      assertThat(share(next.table())).isEqualTo(share(MAY));
      assertThat(next.restated()).noneMatch(row -> row.now().period().equals(MARCH));
    }
    Publication allErased =
        Publication.of(table("2025-06", contacts("2025-03", PHONE, 500).build()), Optional.of(MAY));
    assertThat(share(allErased.table())).isEqualTo(share(MAY));
  }

  @Test
  void anotherValueOfAsManyWaitsForTheYearsEnd() {
    FiguresTable june = table("2025-06", march(39, 61));
    assertThat(share(Publication.of(june, Optional.of(MAY)).table())).isEqualTo(share(MAY));
    FiguresTable december = table("2025-12", march(39, 61));
    assertThat(Publication.of(december, Optional.of(MAY)).restated())
        .isNotEmpty()
        .allMatch(row -> row.reason() == Reason.CORRECTED);
  }

  @Test
  void answersInAMonthThatHadNoneAreRestatedFromNothing() {
    FiguresTable june =
        table("2025-06", march(40, 60), contacts("2025-03", CHAT, 50).answered(5, 5).build());
    Publication next = Publication.of(june, Optional.of(MAY));
    assertThat(next.restated())
        .filteredOn(row -> row.now().channel().equals(Optional.of(CHAT)))
        .filteredOn(row -> row.now().name() == FigureName.SHARE)
        .extracting(row -> row.before().figure())
        .contains(Figure.empty(0));
    FiguresTable few =
        table("2025-06", march(40, 60), contacts("2025-03", CHAT, 4).answered(2, 2).build());
    assertThat(
            Publication.of(few, Optional.of(MAY))
                .table()
                .find(FigureName.SHARE, Optional.of(OVERALL), Optional.of(CHAT), MARCH))
        .isEmpty();
  }

  @Test
  void theRunningYearAndTheLastWindowAreAlwaysNew() {
    FiguresTable june =
        table("2025-06", march(40, 60), contacts("2025-06", PHONE, 100).answered(1, 99).build());
    Publication next = Publication.of(june, Optional.of(MAY));
    assertThat(next.restated()).isEmpty();
    assertThat(find(next.table(), Period.year(2025)).n()).isEqualTo(200);
    assertThat(next.table().rows()).isEqualTo(june.rows());
  }

  @Test
  void aFigureThatDidNotExistIsNoRestatement() {
    FiguresTable june =
        FiguresTable.of(
            new CityCounts(
                List.of(march(40, 60)),
                List.of(),
                List.of(new Callbacks(YearMonth.of(2025, 3), 20, 12, 8)),
                Map.of()),
            DEFINITIONS,
            YearMonth.of(2025, 6));
    FiguresTable before =
        FiguresTable.ofRows(
            MAY.rows().stream().filter(row -> !row.name().code().startsWith("callbacks")).toList(),
            DEFINITIONS,
            MAY.to());
    Publication next = Publication.of(june, Optional.of(before));
    assertThat(next.restated()).isEmpty();
    assertThat(next.table().rows()).isEqualTo(june.rows());
  }

  @Test
  void breakdownsAreNeverRestated() {
    FiguresTable may = broken("2025-05", Map.of("Paspoort", 40L, "other", 35L));
    FiguresTable june = broken("2025-06", Map.of("Paspoort", 80L, "Rijbewijs", 31L, "other", 50L));
    Publication next = Publication.of(june, Optional.of(may));
    assertThat(groups(next.table())).isEqualTo(groups(may));
    assertThat(groups(may)).containsExactlyInAnyOrder("Paspoort 40", "other 35");
    assertThat(next.restated()).isEmpty();
    Publication ofOther = Publication.of(june, Optional.of(MAY));
    assertThat(groups(ofOther.table())).isEqualTo(groups(june));
  }

  @ParameterizedTest(name = "{0} of 40 planned are sent, {1} contacts erased: restated {2}")
  @CsvSource({"40,0,true", "5,0,true", "4,0,false", "0,6,false"})
  void whoIsInvitedAfterAllIsNoLongerNotInvited(long sent, long erased, boolean restated) {
    FiguresTable before = asked("2025-01", 100, 40);
    FiguresTable now = asked("2025-02", 100 + sent, 40 - sent - erased);
    Publication next = Publication.of(now, Optional.of(before));
    Subject planned = planned("2024");
    assertThat(next.table().find(planned)).isEqualTo((restated ? now : before).find(planned));
    assertThat(next.restated())
        .filteredOn(row -> row.now().subject().equals(planned))
        .extracting(Restated::reason)
        .isEqualTo(restated ? List.of(Reason.CORRECTED) : List.of());
  }

  private static Subject planned(String period) {
    return new Subject(
        FigureName.NOT_INVITED,
        Optional.empty(),
        Optional.of(PHONE),
        Optional.empty(),
        period,
        Optional.of(new Group(Grouping.REASON, "planned")));
  }

  private static FiguresTable asked(String to, long invited, long planned) {
    return table(
        to,
        new MonthlyCounts(
            YearMonth.of(2024, 12),
            PHONE,
            invited + planned,
            invited,
            new NotInvited(Map.of("planned", planned)),
            0,
            0,
            OwnWork.NONE,
            Map.of()));
  }

  private static FiguresTable broken(String to, Map<String, Long> groups) {
    List<GroupGrades> grades =
        groups.entrySet().stream()
            .map(
                group ->
                    new GroupGrades(
                        Dimension.PRODUCT,
                        group.getKey(),
                        OVERALL,
                        Grades.of(0, 0, 0, 0, 0, 0, 0, 0, group.getValue(), 0, 0)))
            .toList();
    return FiguresTable.of(
        new CityCounts(
            List.of(march(40, 60), contacts("2024-01", PHONE, 400).answered(0, 200).build()),
            List.of(),
            List.of(),
            Map.of(2024, grades)),
        DEFINITIONS,
        YearMonth.parse(to));
  }

  private static List<String> groups(FiguresTable table) {
    return table.rows().stream()
        .filter(row -> row.name() == FigureName.SHARE && row.group().isPresent())
        .map(row -> row.group().get().name() + " " + row.figure().n())
        .collect(Collectors.toList());
  }

  private static MonthlyCounts march(long dissatisfied, long satisfied) {
    return contacts("2025-03", PHONE, 500).answered(dissatisfied, satisfied).build();
  }

  private static Figure share(FiguresTable table) {
    return find(table, MARCH);
  }

  private static Figure find(FiguresTable table, Period period) {
    return table
        .find(FigureName.SHARE, Optional.of(OVERALL), Optional.empty(), period)
        .orElseThrow();
  }

  private static FiguresTable table(String to, MonthlyCounts... counts) {
    return FiguresTable.of(
        CityCounts.of(Stream.of(counts).toList()), DEFINITIONS, YearMonth.parse(to));
  }
}
