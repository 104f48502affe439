// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static nl.rotterdam.reporting.CountsFixture.contacts;
import static nl.rotterdam.reporting.figure.Channel.CHAT;
import static nl.rotterdam.reporting.figure.Channel.PHONE;
import static nl.rotterdam.reporting.figure.Indicator.CLARITY;
import static nl.rotterdam.reporting.figure.Indicator.OVERALL;
import static nl.rotterdam.reporting.table.FigureName.ANSWERED;
import static nl.rotterdam.reporting.table.FigureName.ANSWERS;
import static nl.rotterdam.reporting.table.FigureName.CALLBACKS;
import static nl.rotterdam.reporting.table.FigureName.CALLBACKS_ON_TIME;
import static nl.rotterdam.reporting.table.FigureName.CONTACTS;
import static nl.rotterdam.reporting.table.FigureName.FIRST_TIME_FIX;
import static nl.rotterdam.reporting.table.FigureName.INVITED;
import static nl.rotterdam.reporting.table.FigureName.MEAN;
import static nl.rotterdam.reporting.table.FigureName.NOT_INVITED;
import static nl.rotterdam.reporting.table.FigureName.NPS;
import static nl.rotterdam.reporting.table.FigureName.REDUCTION;
import static nl.rotterdam.reporting.table.FigureName.REDUCTION_STANDARDISED;
import static nl.rotterdam.reporting.table.FigureName.RESPONSE_RATE;
import static nl.rotterdam.reporting.table.FigureName.SHARE;
import static nl.rotterdam.reporting.table.FigureName.SHARE_12M;
import static nl.rotterdam.reporting.table.FigureName.TREND_P;
import static nl.rotterdam.reporting.table.FigureName.TREND_Z;
import static nl.rotterdam.reporting.table.FigureName.VIDEO_SUCCESSFUL;
import static nl.rotterdam.reporting.table.FigureName.VISITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.breakdown.GroupGrades;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.NotInvited;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.figure.Visits;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.reporting.table.Verdict.Reason;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Definitions.Version;
import nl.rotterdam.reporting.trend.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresTableTest {
  private static final Goal GOAL =
      new Goal(
          Period.year(2022),
          0.30,
          YearMonth.of(2026, 12),
          Period.twelveMonthsTo(YearMonth.of(2026, 12)));

  private static final Definitions DEFINITIONS = new Definitions(GOAL, PublicationRule.DEFAULT);

  /** 30 of 100 dissatisfied in 2022, 20 of 100 in the twelve months up to March 2024. */
  private static final FiguresTable TABLE =
      table(
          "2024-03",
          contacts("2022-01", PHONE, 400).answered(30, 70).build(),
          contacts("2023-04", PHONE, 100).answered(15, 35).build(),
          contacts("2024-03", PHONE, 300).answered(5, 45).build(),
          contacts("2024-03", CHAT, 20).answered(1, 3).build(),
          contacts("2024-04", PHONE, 999).answered(99, 0).build());

  @Test
  void remembersWhatItIsAbout() {
    assertThat(TABLE.to()).isEqualTo(YearMonth.of(2024, 3));
    assertThat(TABLE.goal()).isEqualTo(GOAL);
    assertThat(TABLE.rule()).isEqualTo(PublicationRule.DEFAULT);
    assertThat(TABLE.firstMonth()).hasValue(YearMonth.of(2022, 1));
    assertThat(TABLE.currentWindow()).hasToString("2023-04..2024-03");
    assertThat(TABLE.verdict().window()).isEqualTo(TABLE.currentWindow());
  }

  @Test
  void countsEveryMonthOfEveryChannelAlsoWhereNothingHappened() {
    assertThat(periodsOf(CONTACTS, Optional.empty(), Optional.of(CHAT)))
        .hasSize(27 + 3)
        .startsWith("2022-01", "2022-02")
        .endsWith("2024-03", "2022", "2023", "2024");
    assertThat(count(CONTACTS, CHAT, Period.month(YearMonth.of(2022, 2)))).isZero();
    assertThat(count(CONTACTS, CHAT, Period.month(YearMonth.of(2024, 3)))).isEqualTo(20);
    assertThat(count(ANSWERS, CHAT, Period.year(2022))).isZero();
    assertThat(count(ANSWERS, PHONE, Period.year(2022))).isEqualTo(100);
    for (Channel channel : Channel.values()) {
      assertThat(periodsOf(ANSWERS, Optional.empty(), Optional.of(channel))).hasSize(30);
    }
  }

  @Test
  void addsTheChannelsUp() {
    assertThat(find(CONTACTS, Optional.empty(), Period.month(YearMonth.of(2024, 3))).value())
        .hasValue(320);
    Figure share =
        TABLE
            .find(
                SHARE, Optional.of(OVERALL), Optional.empty(), Period.month(YearMonth.of(2024, 3)))
            .orElseThrow();
    assertThat(share.value()).hasValue(6.0 / 54);
    assertThat(share.n()).isEqualTo(54);
  }

  @Test
  void aYearHoldsItsMonthsUpToTheMonthAskedFor() {
    Figure year =
        TABLE
            .find(SHARE, Optional.of(OVERALL), Optional.of(PHONE), Period.year(2024))
            .orElseThrow();
    assertThat(year.value()).hasValue(0.1);
    assertThat(year.n()).isEqualTo(50);
    assertThat(
            TABLE.find(
                SHARE,
                Optional.of(OVERALL),
                Optional.of(PHONE),
                Period.yearUpTo(YearMonth.of(2024, 3))))
        .hasValue(year);
  }

  @Test
  void leavesOutFiguresThatRestOnNothing() {
    assertThat(periodsOf(SHARE, Optional.of(OVERALL), Optional.of(PHONE)))
        .containsExactly("2022-01", "2023-04", "2024-03", "2022", "2023", "2024");
    assertThat(periodsOf(SHARE, Optional.of(OVERALL), Optional.of(CHAT)))
        .containsExactly("2024-03", "2024");
  }

  @ParameterizedTest
  @EnumSource(Indicator.class)
  void everyScoreHasItsShareNpsAndMean(Indicator indicator) {
    Map<FigureName, Double> expected = Map.of(SHARE, 0.1, NPS, -10.0, MEAN, 7.8);
    expected.forEach(
        (name, value) ->
            assertThat(
                    TABLE
                        .find(
                            name,
                            Optional.of(indicator),
                            Optional.of(PHONE),
                            Period.month(YearMonth.of(2024, 3)))
                        .orElseThrow()
                        .value()
                        .orElseThrow())
                .isCloseTo(value, within(1e-12)));
  }

  @Test
  void rollsOverEveryTwelveMonthsInsideTheData() {
    assertThat(periodsOf(SHARE_12M, Optional.of(OVERALL), Optional.empty()))
        .startsWith("2022-01..2022-12")
        .endsWith("2023-03..2024-02", "2023-04..2024-03")
        .doesNotContain("2022-02..2023-01")
        .hasSize(1 + 12);
    Figure current =
        TABLE
            .find(SHARE_12M, Optional.of(OVERALL), Optional.of(PHONE), TABLE.currentWindow())
            .orElseThrow();
    assertThat(current.value()).hasValue(0.2);
    assertThat(current.n()).isEqualTo(100);
  }

  @Test
  void comparesTheCurrentWindowWithTheBaseline() {
    Figure reduction =
        TABLE
            .find(REDUCTION, Optional.of(CLARITY), Optional.of(PHONE), TABLE.currentWindow())
            .orElseThrow();
    assertThat(reduction.value().orElseThrow()).isCloseTo(1 - 0.2 / 0.3, within(1e-12));
    assertThat(reduction.n()).isEqualTo(100);
    assertThat(reduction.status()).isEqualTo(Status.OK);
    Figure standardised = find(REDUCTION_STANDARDISED, Optional.of(CLARITY), TABLE.currentWindow());
    assertThat(standardised.value()).isEqualTo(reduction.value());
    assertThat(TABLE.verdict().standardised())
        .hasValue(find(REDUCTION_STANDARDISED, Optional.of(OVERALL), TABLE.currentWindow()));
  }

  @Test
  void aReductionWithoutBaselineIsEmpty() {
    assertThat(
            TABLE.find(REDUCTION, Optional.of(OVERALL), Optional.of(CHAT), TABLE.currentWindow()))
        .hasValue(Figure.empty(4));
  }

  @Test
  void aReductionThatCannotBeStandardisedIsEmpty() {
    FiguresTable table =
        table(
            "2024-03",
            contacts("2022-01", PHONE, 400).answered(9, 20).build(),
            contacts("2022-01", CHAT, 400).answered(9, 20).build(),
            contacts("2024-03", PHONE, 400).answered(30, 70).build());
    assertThat(
            table.find(
                REDUCTION_STANDARDISED,
                Optional.of(OVERALL),
                Optional.empty(),
                table.currentWindow()))
        .hasValue(Figure.empty(100));
  }

  @ParameterizedTest
  @CsvSource({"100,29,BELOW_PUBLICATION", "29,100,BELOW_PUBLICATION", "30,30,OK"})
  void aReductionIsPublicWhereBothSampleSizesAre(long n0, long n1, Status status) {
    FiguresTable table =
        table(
            "2024-03",
            contacts("2022-01", PHONE, 400).answered(10, n0 - 10).build(),
            contacts("2024-03", PHONE, 400).answered(10, n1 - 10).build());
    Figure reduction =
        table
            .find(REDUCTION, Optional.of(OVERALL), Optional.empty(), table.currentWindow())
            .orElseThrow();
    assertThat(reduction.status()).isEqualTo(status);
    assertThat(reduction.n()).isEqualTo(n1);
  }

  @Test
  void responseIsWhatPartOfThoseInvitedAnswered() {
    Figure month = find(RESPONSE_RATE, Optional.empty(), Period.month(YearMonth.of(2024, 3)));
    assertThat(month.value()).hasValue(54.0 / 320);
    assertThat(month.n()).isEqualTo(320);
    Figure window = find(RESPONSE_RATE, Optional.empty(), TABLE.currentWindow());
    assertThat(window.value()).hasValue(104.0 / 420);
    assertThat(periodsOf(RESPONSE_RATE, Optional.empty(), Optional.of(CHAT)))
        .containsExactly("2024-03", "2024", "2023-04..2024-03");
  }

  @Test
  void moreAnswersThanInvitationsAreNoResponseRate() {
    FiguresTable table = table("2024-03", contacts("2024-03", PHONE, 40).answered(20, 21).build());
    assertThat(table.find(RESPONSE_RATE, Optional.empty(), Optional.of(PHONE), Period.year(2024)))
        .hasValue(Figure.empty(40));
  }

  @Test
  void everyContactIsInvitedOrNotForOneReason() {
    FiguresTable table =
        table(
            "2022-12",
            accounted("2022-01", PHONE, 60, Map.of("no_address", 30L, "failed", 10L)),
            accounted("2022-12", PHONE, 5, Map.of("no_address", 2L, "planned", 3L, "failed", 0L)),
            accounted("2022-12", CHAT, 7, Map.of("not_sampled", 13L)));
    Period window = Period.window(YearMonth.of(2022, 1), YearMonth.of(2022, 12));
    for (Period period : List.of(Period.year(2022), window)) {
      assertThat(reasons(table, Optional.of(PHONE), period))
          .as("also in the window that is the baseline")
          .isEqualTo(Map.of("no_address", 32L, "failed", 10L, "planned", 3L));
      assertThat(reasons(table, Optional.empty(), period))
          .isEqualTo(Map.of("no_address", 32L, "failed", 10L, "planned", 3L, "not_sampled", 13L));
      assertThat(table.find(INVITED, Optional.empty(), Optional.of(PHONE), period))
          .hasValue(Figure.count(65));
      assertThat(table.find(ANSWERED, Optional.empty(), Optional.of(PHONE), period))
          .as("complete and partial")
          .hasValue(Figure.count(6));
      assertThat(table.find(ANSWERED, Optional.empty(), Optional.empty(), period))
          .hasValue(Figure.count(9));
    }
    assertThat(table.find(CONTACTS, Optional.empty(), Optional.empty(), Period.year(2022)))
        .hasValue(Figure.count(72 + 58));
  }

  @Test
  void anIncompleteWindowHasNoAccount() {
    FiguresTable table = table("2022-11", accounted("2022-01", PHONE, 60, Map.of("failed", 10L)));
    assertThat(table.rows())
        .filteredOn(row -> List.of(NOT_INVITED, INVITED, ANSWERED).contains(row.name()))
        .isNotEmpty()
        .noneMatch(row -> row.period().kind() == Period.Kind.WINDOW);
  }

  /** Three answers, one of them complete. */
  private static MonthlyCounts accounted(
      String month, Channel channel, long invited, Map<String, Long> notInvited) {
    return new MonthlyCounts(
        YearMonth.parse(month),
        channel,
        invited + notInvited.values().stream().mapToLong(Long::longValue).sum(),
        invited,
        new NotInvited(notInvited),
        1,
        2,
        OwnWork.NONE,
        Map.of());
  }

  private static Map<String, Long> reasons(
      FiguresTable table, Optional<Channel> channel, Period period) {
    return table.rows().stream()
        .filter(row -> row.name() == NOT_INVITED)
        .filter(row -> row.channel().equals(channel) && row.period().equals(period))
        .filter(row -> row.group().orElseThrow().dimension() == Grouping.REASON)
        .collect(Collectors.toMap(row -> row.group().get().name(), row -> row.figure().n()));
  }

  @Test
  void anIncompleteWindowIsNotShown() {
    FiguresTable table = table("2024-03", contacts("2023-05", PHONE, 400).answered(9, 90).build());
    assertThat(table.rows())
        .filteredOn(row -> row.period().kind() == Period.Kind.WINDOW)
        .allMatch(row -> row.name() == TREND_Z || row.name() == TREND_P);
    assertThat(table.verdict().reason()).hasValue(Reason.WINDOW_INCOMPLETE);
  }

  @Test
  void aWindowThatOverlapsTheBaselineIsNotComparedWithIt() {
    FiguresTable table =
        table(
            "2023-11",
            contacts("2022-01", PHONE, 400).answered(30, 70).build(),
            contacts("2023-11", PHONE, 400).answered(20, 80).build());
    assertThat(table.rows())
        .filteredOn(row -> row.period().equals(table.currentWindow()))
        .isNotEmpty()
        .allMatch(
            row ->
                List.of(SHARE_12M, INVITED, ANSWERED).contains(row.name())
                    || row.name().code().startsWith("funnel_"));
    assertThat(table.verdict().reason()).hasValue(Reason.WINDOW_OVERLAPS_BASELINE);
  }

  @Test
  void ownWorkIsCountedByMonthAndYear() {
    FiguresTable table =
        FiguresTable.of(
            new CityCounts(
                List.of(
                    withWork("2024-02", PHONE, new OwnWork(60, 20, 0)),
                    withWork("2024-03", PHONE, new OwnWork(15, 5, 0)),
                    withWork("2024-03", Channel.VIDEO, new OwnWork(0, 0, 7))),
                List.of(
                    new Visits(YearMonth.of(2024, 2), "Noord", 3),
                    new Visits(YearMonth.of(2024, 3), "Noord", 4),
                    new Visits(YearMonth.of(2024, 3), "Centrum", 9),
                    new Visits(YearMonth.of(2024, 4), "Centrum", 99)),
                List.of(
                    new Callbacks(YearMonth.of(2024, 2), 10, 8, 2),
                    new Callbacks(YearMonth.of(2024, 3), 4, 0, 0)),
                Map.of()),
            DEFINITIONS,
            YearMonth.of(2024, 3));
    assertThat(work(table, FIRST_TIME_FIX, Optional.of(PHONE), "2024-03")).isEqualTo("0.75 of 20");
    assertThat(work(table, FIRST_TIME_FIX, Optional.of(PHONE), "2024")).isEqualTo("0.75 of 100");
    assertThat(work(table, VIDEO_SUCCESSFUL, Optional.of(Channel.VIDEO), "2024-03"))
        .isEqualTo("7.0 of 7");
    assertThat(work(table, VIDEO_SUCCESSFUL, Optional.of(Channel.VIDEO), "2024-02"))
        .isEqualTo("0.0 of 0");
    assertThat(work(table, CALLBACKS, Optional.empty(), "2024")).isEqualTo("14.0 of 14");
    assertThat(work(table, CALLBACKS_ON_TIME, Optional.empty(), "2024")).isEqualTo("0.8 of 10");
    assertThat(table.rows())
        .noneMatch(
            row -> row.name() == CALLBACKS_ON_TIME && row.period().toString().equals("2024-03"));
    assertThat(table.rows())
        .filteredOn(row -> row.name() == VISITS)
        .extracting(row -> row.location().orElseThrow() + " " + row.figure().n())
        .containsExactly("Centrum 9", "Noord 7");
    assertThat(table.forThePublic().rows()).isEqualTo(table.rows());
  }

  @Test
  void groupsAreShownForWholeYearsWithTheirFigures() {
    Map<Integer, List<GroupGrades>> groups =
        Map.of(
            2023,
            List.of(
                group(Dimension.PRODUCT, "other", 12, 20),
                group(Dimension.PRODUCT, "Paspoort", 10, 30),
                group(Dimension.LOCATION, "Noord", 1, 32)),
            2024,
            List.of(group(Dimension.PRODUCT, "Paspoort", 10, 30)));
    FiguresTable table =
        FiguresTable.of(
            new CityCounts(
                List.of(contacts("2022-01", PHONE, 400).answered(30, 70).build()),
                List.of(),
                List.of(),
                groups),
            DEFINITIONS,
            YearMonth.of(2024, 3));
    List<FigureRow> rows = table.rows().stream().filter(row -> row.group().isPresent()).toList();
    assertThat(rows).hasSize(4 * 3).allMatch(row -> row.period().toString().equals("2023"));
    assertThat(rows.stream().filter(row -> row.name() == SHARE))
        .extracting(
            row ->
                row.group().get().name()
                    + " "
                    + row.channel().map(Channel::code).orElse("all")
                    + " "
                    + row.figure().value().orElseThrow())
        .containsExactly(
            "Paspoort all 0.25", "other all 0.375", "Noord counter 0.030303030303030304");
    assertThat(rows.stream().filter(row -> row.name() == ANSWERS))
        .allMatch(row -> row.indicator().isEmpty())
        .extracting(row -> row.figure().n())
        .containsExactly(40L, 32L, 33L);
    assertThat(table.find(SHARE, Optional.of(OVERALL), Optional.empty(), Period.year(2023)))
        .isEmpty();
  }

  @Test
  void aKnownBaselineIsTakenAsItIs() {
    Goal known =
        new Goal(GOAL.baseline(), Optional.of(0.4), 0.30, GOAL.horizon(), GOAL.confirmatory());
    FiguresTable table =
        FiguresTable.of(
            CityCounts.of(
                List.of(
                    contacts("2022-01", PHONE, 400).answered(30, 70).build(),
                    contacts("2024-03", PHONE, 400).answered(20, 80).build())),
            new Definitions(known, PublicationRule.DEFAULT),
            YearMonth.of(2024, 3));
    Figure reduction = current(table, REDUCTION, OVERALL);
    assertThat(reduction.value().orElseThrow()).isCloseTo(0.5, within(1e-12));
    Figure share = current(table, SHARE_12M, OVERALL);
    assertThat(reduction.lower().orElseThrow())
        .isCloseTo(1 - share.upper().orElseThrow() / 0.4, within(1e-12));
    assertThat(current(table, FigureName.CHANGE, OVERALL).upper().orElseThrow())
        .isCloseTo(share.upper().orElseThrow() - 0.4, within(1e-12));
    assertThat(current(table, REDUCTION_STANDARDISED, OVERALL).value()).isEmpty();
    assertThat(current(table, FigureName.MIX_EFFECT, OVERALL).value()).isEmpty();
    assertThat(current(table, FigureName.GOAL_PROBABILITY, OVERALL).value()).isPresent();
    assertThat(current(table, FigureName.NONRESPONSE_FACTOR, OVERALL).value().orElseThrow())
        .isCloseTo((2 - 0.25) / 0.75, within(1e-12));
    assertThat(current(table, REDUCTION, CLARITY).value().orElseThrow())
        .isCloseTo(1 - 0.2 / 0.3, within(1e-12));
    assertThat(table.baselineShare(OVERALL, Optional.empty()).orElseThrow().value()).hasValue(0.4);
    assertThat(table.baselineShare(CLARITY, Optional.empty()).orElseThrow().value()).hasValue(0.3);
    assertThat(table.verdict().baselineShare().value()).hasValue(0.4);
    assertThat(table.verdict().goalShare().value().orElseThrow()).isCloseTo(0.28, within(1e-12));
  }

  @Test
  void aBaselineThatIsNeitherAYearNorTwelveMonthsHasItsShareInTheTable() {
    Goal half =
        new Goal(
            Period.window(YearMonth.of(2022, 1), YearMonth.of(2022, 6)),
            0.30,
            GOAL.horizon(),
            GOAL.confirmatory());
    FiguresTable table =
        FiguresTable.of(
            CityCounts.of(
                List.of(
                    contacts("2022-01", PHONE, 400).answered(30, 70).build(),
                    contacts("2022-09", PHONE, 400).answered(90, 10).build(),
                    contacts("2024-03", PHONE, 400).answered(20, 80).build())),
            new Definitions(half, PublicationRule.DEFAULT),
            YearMonth.of(2024, 3));
    assertThat(table.baselineShare(OVERALL, Optional.empty()).orElseThrow().value()).hasValue(0.3);
  }

  @Test
  void aChangeOfQuestionnaireIsABreakInWhatSpansIt() {
    FiguresTable table =
        FiguresTable.of(
            CityCounts.of(
                List.of(
                    contacts("2022-01", PHONE, 400).answered(30, 70).build(),
                    contacts("2024-03", PHONE, 400).answered(20, 80).build())),
            new Definitions(
                GOAL,
                PublicationRule.DEFAULT,
                List.of(
                    new Version("1", YearMonth.of(2022, 1)),
                    new Version("2", YearMonth.of(2022, 6)))),
            YearMonth.of(2024, 3));
    Map<Boolean, List<String>> spanning =
        table.rows().stream()
            .filter(row -> row.indicator().equals(Optional.of(OVERALL)) && row.channel().isEmpty())
            .collect(
                Collectors.partitioningBy(
                    row -> !table.breaksIn(row).isEmpty(),
                    Collectors.mapping(
                        row -> row.name().code() + " " + row.period(), Collectors.toList())));
    assertThat(spanning.get(true))
        .contains(
            "share 2022",
            "share_12m 2022-01..2022-12",
            "reduction 2023-04..2024-03",
            "change 2023-04..2024-03",
            "trend_z 2022-01..2024-03")
        .doesNotContain("share 2022-01", "share 2024-03", "share_12m 2022-06..2023-05");
    assertThat(spanning.get(false)).contains("share 2022-01", "share_12m 2023-04..2024-03");
  }

  private static String work(
      FiguresTable table, FigureName name, Optional<Channel> channel, String period) {
    Figure figure = table.find(name, Optional.empty(), channel, Period.parse(period)).orElseThrow();
    assertThat(figure.status()).isEqualTo(Status.OK);
    assertThat(figure.lower()).isEmpty();
    return figure.value().orElseThrow() + " of " + figure.n();
  }

  private static MonthlyCounts withWork(String month, Channel channel, OwnWork work) {
    return new MonthlyCounts(YearMonth.parse(month), channel, 100, 0, 0, 0, work, Map.of());
  }

  private static GroupGrades group(
      Dimension dimension, String name, long dissatisfied, long satisfied) {
    return new GroupGrades(
        dimension, name, OVERALL, Grades.of(0, 0, 0, 0, 0, 0, dissatisfied, 0, satisfied, 0, 0));
  }

  private static Figure current(FiguresTable table, FigureName name, Indicator indicator) {
    return table
        .find(name, Optional.of(indicator), Optional.empty(), table.currentWindow())
        .orElseThrow();
  }

  @Test
  void tableForThePublicIsMadeOnce() {
    FiguresTable open = TABLE.forThePublic();
    assertThat(TABLE.forThePublic()).isSameAs(open);
    assertThat(open.forThePublic()).isSameAs(open);
  }

  @Test
  void thePublicSeesTheSameRowsWithoutTheValuesOfSmallNumbers() {
    FiguresTable open = TABLE.forThePublic();
    assertThat(open.rows()).hasSameSizeAs(TABLE.rows());
    Optional<Figure> chat =
        open.find(SHARE, Optional.of(OVERALL), Optional.of(CHAT), Period.year(2024));
    assertThat(chat.orElseThrow().value()).isEmpty();
    assertThat(chat.orElseThrow().n()).isEqualTo(4);
    assertThat(open.rows())
        .filteredOn(row -> row.figure().status() == Status.BELOW_PUBLICATION)
        .isNotEmpty()
        .allMatch(row -> row.figure().value().isEmpty() && row.figure().n() > 0);
    assertThat(open.rows().stream().filter(row -> row.figure().status() == Status.OK))
        .isEqualTo(
            TABLE.rows().stream().filter(row -> row.figure().status() == Status.OK).toList());
    assertThat(open.firstMonth()).isEqualTo(TABLE.firstMonth());
  }

  @Test
  void rowsAreOrderedAndUnique() {
    Comparator<FigureRow> order =
        Comparator.comparing(FigureRow::name)
            .thenComparing(row -> row.indicator().map(Indicator::ordinal).orElse(-1))
            .thenComparing(row -> row.channel().map(Channel::ordinal).orElse(-1))
            .thenComparing(row -> row.period().kind())
            .thenComparing(row -> row.period().first());
    assertThat(TABLE.rows()).isSortedAccordingTo(order).doesNotHaveDuplicates();
  }

  @Test
  void findsEveryRow() {
    assertThat(TABLE.rows())
        .allSatisfy(
            row ->
                assertThat(TABLE.find(row.name(), row.indicator(), row.channel(), row.period()))
                    .hasValue(row.figure()));
    assertThat(TABLE.find(SHARE, Optional.empty(), Optional.empty(), Period.year(2022))).isEmpty();
  }

  @Test
  void withoutContactsTheTableIsEmpty() {
    FiguresTable table = table("2024-03");
    assertThat(table.rows()).isEmpty();
    assertThat(table.firstMonth()).isEmpty();
    assertThat(table.verdict().reason()).hasValue(Reason.WINDOW_INCOMPLETE);
  }

  @Test
  void oneAnswerHasAShareWithoutMeanLimits() {
    FiguresTable table = table("2024-03", contacts("2024-03", PHONE, 1).answered(1, 0).build());
    Figure mean =
        table.find(MEAN, Optional.of(OVERALL), Optional.empty(), Period.year(2024)).orElseThrow();
    assertThat(mean.value()).hasValue(6);
    assertThat(mean.lower()).isEmpty();
    assertThat(mean.status()).isEqualTo(Status.BELOW_PUBLICATION);
  }

  @Test
  void codesAreReadBackAsTheyAreWritten() {
    assertThat(Stream.of(FigureName.values()).map(FigureName::code).map(FigureName::of))
        .containsExactlyElementsOf(optionals(FigureName.values()));
    assertThat(Stream.of(Channel.values()).map(Channel::code).map(Channel::of))
        .containsExactlyElementsOf(optionals(Channel.values()));
    assertThat(Stream.of(Indicator.values()).map(Indicator::code).map(Indicator::of))
        .containsExactlyElementsOf(optionals(Indicator.values()));
    assertThat(FigureName.of("gut feeling")).isEmpty();
  }

  private static <T> List<Optional<T>> optionals(T[] values) {
    return Stream.of(values).map((Function<T, Optional<T>>) Optional::of).toList();
  }

  private static double count(FigureName name, Channel channel, Period period) {
    Figure figure = TABLE.find(name, Optional.empty(), Optional.of(channel), period).orElseThrow();
    assertThat(figure.status()).isEqualTo(Status.OK);
    return figure.value().orElseThrow();
  }

  private static Figure find(FigureName name, Optional<Indicator> indicator, Period period) {
    return TABLE.find(name, indicator, Optional.empty(), period).orElseThrow();
  }

  private static List<String> periodsOf(
      FigureName name, Optional<Indicator> indicator, Optional<Channel> channel) {
    return TABLE.rows().stream()
        .filter(row -> row.name() == name)
        .filter(row -> row.indicator().equals(indicator) && row.channel().equals(channel))
        .map(row -> row.period().toString())
        .toList();
  }

  private static FiguresTable table(String to, MonthlyCounts... counts) {
    return FiguresTable.of(CityCounts.of(List.of(counts)), DEFINITIONS, YearMonth.parse(to));
  }
}
