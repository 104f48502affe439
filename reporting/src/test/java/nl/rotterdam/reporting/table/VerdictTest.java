// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static nl.rotterdam.reporting.CountsFixture.contacts;
import static nl.rotterdam.reporting.figure.Channel.CHAT;
import static nl.rotterdam.reporting.figure.Channel.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.table.Verdict.Change;
import nl.rotterdam.reporting.table.Verdict.Reason;
import nl.rotterdam.reporting.table.Verdict.Standing;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Goal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baseline 2022, goal 30%, verdict on 2026. */
class VerdictTest {
  private static final Goal GOAL = goal(0.30);

  @ParameterizedTest(name = "{0} of 1000 from 300 of 1000, up to {1}: {2}, {3}")
  @CsvSource({
    "100,2025-12,FALLEN,INTERVAL_BEYOND_GOAL",
    "220,2025-12,FALLEN,GOAL_WITHIN_INTERVAL",
    "260,2025-12,FALLEN,GOAL_NOT_YET_REACHED",
    "290,2025-12,UNCLEAR,GOAL_NOT_YET_REACHED",
    "400,2025-12,RISEN,GOAL_NOT_YET_REACHED",
    "0,2025-12,FALLEN,INTERVAL_BEYOND_GOAL",
    "100,2027-01,FALLEN,INTERVAL_BEYOND_GOAL",
    "100,2026-12,FALLEN,DEMONSTRATED",
    "220,2026-12,FALLEN,CANNOT_BE_TOLD",
    "260,2026-12,FALLEN,NOT_MET",
    "290,2026-12,UNCLEAR,NOT_MET",
    "400,2026-12,RISEN,NOT_MET"
  })
  void standsAgainstTheGoal(long dissatisfied, YearMonth to, Change change, Standing standing) {
    Verdict verdict =
        verdict(
            to,
            contacts("2022-01", PHONE, 9000).answered(300, 700).build(),
            contacts(to.toString(), PHONE, 9000)
                .answered(dissatisfied, 1000 - dissatisfied)
                .build());
    assertThat(verdict.change()).hasValue(change);
    assertThat(verdict.standing()).isEqualTo(standing);
    assertThat(verdict.reason()).isEmpty();
    assertThat(verdict.window()).isEqualTo(Period.twelveMonthsTo(to));
    assertThat(verdict.reduction().value().orElseThrow())
        .isCloseTo(1 - dissatisfied / 300.0, within(1e-12));
    assertThat(verdict.reduction().n()).isEqualTo(1000);
    assertThat(verdict.standardised()).hasValue(verdict.reduction());
    assertThat(verdict.baselineShare().value()).hasValue(0.3);
    assertThat(verdict.currentShare().value()).hasValue(dissatisfied / 1000.0);
  }

  @Test
  void aFallThatOnlyTheMixOfChannelsExplainsIsNotDemonstrated() {
    Verdict verdict =
        verdict(
            YearMonth.of(2026, 12),
            contacts("2022-01", PHONE, 5000).answered(100, 900).build(),
            contacts("2022-01", CHAT, 5000).answered(500, 500).build(),
            contacts("2026-12", PHONE, 5000).answered(190, 1710).build(),
            contacts("2026-12", CHAT, 5000).answered(50, 50).build());
    assertThat(verdict.reduction().lower().orElseThrow()).isGreaterThan(0.3);
    assertThat(verdict.standardised().orElseThrow().value().orElseThrow())
        .isCloseTo(0, within(1e-12));
    assertThat(verdict.standing()).isEqualTo(Standing.CANNOT_BE_TOLD);
  }

  @ParameterizedTest
  @CsvSource({"100", "290"})
  void withoutStandardisedReductionThereIsNoVerdict(long dissatisfied) {
    Verdict verdict =
        verdict(
            YearMonth.of(2026, 12),
            contacts("2022-01", PHONE, 8900).answered(300, 700).build(),
            contacts("2022-01", CHAT, 1100).answered(0, 29).build(),
            contacts("2026-12", PHONE, 9000).answered(dissatisfied, 1000 - dissatisfied).build(),
            contacts("2026-12", CHAT, 9000).answered(10, 90).build());
    assertThat(verdict.standardised()).isEmpty();
    assertThat(verdict.standing()).isEqualTo(Standing.CANNOT_BE_TOLD);
    assertThat(verdict.reduction().status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest(name = "{0} of {1} in the baseline, {2} of {3} now")
  @CsvSource({"60,100,29,29", "20,29,30,30"})
  void channelsWithTooFewAnswersInEitherPeriodDoNotCount(long x0, long n0, long x1, long n1) {
    Verdict verdict =
        verdict(
            YearMonth.of(2025, 12),
            contacts("2022-01", PHONE, 9000).answered(300, 700).build(),
            contacts("2022-01", CHAT, 1000).answered(x0, n0 - x0).build(),
            contacts("2025-12", PHONE, 100).answered(20, 80).build(),
            contacts("2025-12", CHAT, 9000).answered(x1, n1 - x1).build());
    Figure standardised = verdict.standardised().orElseThrow();
    assertThat(standardised.value().orElseThrow()).isCloseTo(1 - 0.2 / 0.3, within(1e-12));
    assertThat(standardised.n()).isEqualTo(100);
    assertThat(verdict.reduction().n()).isEqualTo(100 + n1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12,DEMONSTRATED,CANNOT_BE_TOLD",
    "2025-12,INTERVAL_BEYOND_GOAL,GOAL_WITHIN_INTERVAL"
  })
  void aLimitThatEqualsTheGoalReachesIt(YearMonth to, Standing atLower, Standing atUpper) {
    MonthlyCounts baseline = contacts("2022-01", PHONE, 9000).answered(300, 700).build();
    MonthlyCounts now = contacts(to.toString(), PHONE, 9000).answered(100, 900).build();
    Figure reduction = verdict(to, baseline, now).reduction();
    assertThat(verdict(goal(reduction.lower().orElseThrow()), to, baseline, now).standing())
        .isEqualTo(atLower);
    assertThat(verdict(goal(reduction.upper().orElseThrow()), to, baseline, now).standing())
        .isEqualTo(atUpper);
  }

  @Test
  void thirtyAnswersInEitherPeriodAreEnough() {
    Verdict verdict =
        verdict(
            YearMonth.of(2025, 12),
            contacts("2022-01", PHONE, 9000).answered(10, 20).build(),
            contacts("2025-12", PHONE, 9000).answered(1, 29).build());
    assertThat(verdict.reason()).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1} in the baseline, {2} of {3} now, up to {4}: {5}")
  @CsvSource({
    "30,100,20,100,2022-11,WINDOW_INCOMPLETE",
    "30,100,20,100,2022-12,WINDOW_OVERLAPS_BASELINE",
    "30,100,20,100,2023-11,WINDOW_OVERLAPS_BASELINE",
    "0,0,20,100,2025-12,NO_ANSWERS_IN_BASELINE",
    "30,100,0,0,2025-12,NO_ANSWERS_IN_WINDOW",
    "29,29,20,100,2025-12,TOO_FEW_ANSWERS",
    "0,29,20,100,2025-12,TOO_FEW_ANSWERS",
    "30,100,20,29,2025-12,TOO_FEW_ANSWERS",
    "0,100,20,100,2025-12,NO_DISSATISFIED_IN_BASELINE"
  })
  void saysWhyThereIsNoFigure(long x0, long n0, long x1, long n1, YearMonth to, Reason reason) {
    Verdict verdict =
        verdict(
            to,
            contacts("2022-01", PHONE, 9000).answered(x0, n0 - x0).build(),
            contacts(to.toString(), PHONE, 9000).answered(x1, n1 - x1).build());
    assertThat(verdict.reason()).hasValue(reason);
    assertThat(verdict.standing()).isEqualTo(Standing.NO_FIGURE);
    assertThat(verdict.change()).isEmpty();
  }

  @Test
  void firstTwelveMonthsAfterTheBaselineCanBeCompared() {
    Verdict verdict =
        verdict(
            YearMonth.of(2023, 12),
            contacts("2022-12", PHONE, 100).answered(30, 70).build(),
            contacts("2023-12", PHONE, 100).answered(20, 80).build());
    assertThat(verdict.reason()).isEmpty();
  }

  @Test
  void monthsAtTheEndWithoutAContactAreNotJudged() {
    Verdict verdict =
        verdict(
            YearMonth.of(2026, 12),
            contacts("2022-12", PHONE, 100).answered(30, 70).build(),
            contacts("2026-11", PHONE, 100).answered(5, 95).build());
    assertThat(verdict.reason()).hasValue(Reason.NO_CONTACTS_AT_THE_END);
    assertThat(verdict.standing()).isEqualTo(Standing.NO_FIGURE);
  }

  @Test
  void withoutDataTheWindowIsIncomplete() {
    Verdict verdict = verdict(YearMonth.of(2025, 12));
    assertThat(verdict.reason()).hasValue(Reason.WINDOW_INCOMPLETE);
    assertThat(verdict.baselineShare()).isEqualTo(Figure.empty(0));
    assertThat(verdict.currentShare()).isEqualTo(Figure.empty(0));
  }

  @Test
  void anIncompleteWindowHasNoShare() {
    Verdict verdict =
        verdict(YearMonth.of(2025, 12), contacts("2025-02", PHONE, 100).answered(30, 70).build());
    assertThat(verdict.currentShare()).isEqualTo(Figure.empty(0));
  }

  @Test
  void thePublicDoesNotSeeFiguresOnTooFewAnswers() {
    FiguresTable table =
        table(
            GOAL,
            YearMonth.of(2025, 12),
            contacts("2022-01", PHONE, 9000).answered(300, 700).build(),
            contacts("2025-12", PHONE, 9000).answered(2, 10).build());
    Verdict verdict = table.verdict();
    assertThat(verdict.reduction().value()).isPresent();
    assertThat(verdict.currentShare().value()).isPresent();
    Verdict open = table.forThePublic().verdict();
    assertThat(open.reduction().value()).isEmpty();
    assertThat(open.currentShare().value()).isEmpty();
    assertThat(open.currentShare().n()).isEqualTo(12);
    assertThat(open.baselineShare()).isEqualTo(verdict.baselineShare());
  }

  @Test
  void rejectsAReasonBesideAVerdict() {
    Figure none = Figure.empty(0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Verdict(
                    GOAL.confirmatory(),
                    Optional.of(Change.FALLEN),
                    Standing.DEMONSTRATED,
                    Optional.of(Reason.TOO_FEW_ANSWERS),
                    none,
                    Optional.empty(),
                    none,
                    none,
                    none));
  }

  private static Goal goal(double reduction) {
    YearMonth horizon = YearMonth.of(2026, 12);
    return new Goal(Period.year(2022), reduction, horizon, Period.twelveMonthsTo(horizon));
  }

  private static Verdict verdict(YearMonth to, MonthlyCounts... counts) {
    return verdict(GOAL, to, counts);
  }

  private static Verdict verdict(Goal goal, YearMonth to, MonthlyCounts... counts) {
    return table(goal, to, counts).verdict();
  }

  private static FiguresTable table(Goal goal, YearMonth to, MonthlyCounts... counts) {
    return FiguresTable.of(
        CityCounts.of(List.of(counts)), new Definitions(goal, PublicationRule.DEFAULT), to);
  }
}
