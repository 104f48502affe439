// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.table.Verdict;
import nl.rotterdam.reporting.table.Verdict.Change;
import nl.rotterdam.reporting.table.Verdict.Reason;
import nl.rotterdam.reporting.table.Verdict.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTextTest {
  private static final Figure CURRENT = figure(0.0856, 0.0756, 0.0969);
  private static final Figure GOAL = figure(0.0759, 0.0682, 0.0844);
  private static final Figure BASELINE = figure(0.1084, 0.0974, 0.1205);
  private final VerdictText dutch = new VerdictText(FileWords.DUTCH);
  private final VerdictText english = new VerdictText(FileWords.ENGLISH);

  @Test
  void aFallIsToldWithItsIntervalInTheSameBreath() {
    Verdict verdict =
        verdict(Change.FALLEN, Standing.GOAL_WITHIN_INTERVAL, figure(0.2103, 0.0698, 0.3295));
    assertThat(dutch.sentence(verdict, SampleCity.GOAL))
        .isEqualTo(
            "Van de beantwoorde contacten gaf 8,6% een 6 of lager, 21% (7 tot 33%) minder dan in"
                + " 2022: het doel van 30% minder is niet uitgesloten, maar ook niet zeker.");
    assertThat(english.sentence(verdict, SampleCity.GOAL))
        .startsWith("Of the answered contacts 8.6% gave 6 or lower, 21% (7 to 33%) less");
  }

  @Test
  void aRiseIsToldInPositiveNumbers() {
    Verdict verdict =
        verdict(Change.RISEN, Standing.GOAL_NOT_YET_REACHED, figure(-0.12, -0.22, -0.03));
    assertThat(dutch.sentence(verdict, SampleCity.GOAL))
        .contains("12% (3 tot 22%) meer dan in 2022: het doel van 30% minder is nog niet bereikt.");
  }

  @Test
  void whatIsUnclearIsToldToBothSides() {
    Verdict verdict =
        verdict(Change.UNCLEAR, Standing.GOAL_NOT_YET_REACHED, figure(0.1, -0.06, 0.24));
    assertThat(dutch.sentence(verdict, SampleCity.GOAL))
        .contains("niet duidelijk anders dan in 2022 (24% minder tot 6% meer)");
  }

  @Test
  void aLimitThatWouldRoundOntoTheGoalKeepsADecimal() {
    Verdict verdict =
        verdict(Change.FALLEN, Standing.GOAL_NOT_YET_REACHED, figure(0.2, 0.08, 0.298));
    assertThat(dutch.sentence(verdict, SampleCity.GOAL)).contains("20,0% (8,0 tot 29,8%) minder");
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void everyChangeAndStandingMakesOneSentence(Change change) {
    for (Standing standing : Standing.values()) {
      if (standing == Standing.NO_FIGURE) {
        continue;
      }
      Verdict verdict = verdict(change, standing, figure(0.2103, 0.0698, 0.3295));
      for (VerdictText text : java.util.List.of(dutch, english)) {
        assertThat(text.sentence(verdict, SampleCity.GOAL))
            .endsWith(".")
            .doesNotContain(". ")
            .doesNotContain("{");
        assertThat(text.explanation(verdict, SampleCity.GOAL).split("\\. ")).hasSize(4);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void whereThereIsNoFigureItSaysWhy(Reason reason) {
    Verdict verdict =
        new Verdict(
            Period.twelveMonthsTo(YearMonth.of(2025, 5)),
            Optional.empty(),
            Standing.NO_FIGURE,
            Optional.of(reason),
            Figure.empty(0),
            Optional.empty(),
            Figure.empty(0),
            Figure.empty(0),
            Figure.empty(12));
    for (VerdictText text : java.util.List.of(dutch, english)) {
      assertThat(text.sentence(verdict, SampleCity.GOAL)).endsWith(".").doesNotContain("{");
      assertThat(text.explanation(verdict, SampleCity.GOAL)).contains("30%");
    }
  }

  private static Verdict verdict(Change change, Standing standing, Figure reduction) {
    return new Verdict(
        Period.twelveMonthsTo(YearMonth.of(2025, 5)),
        Optional.of(change),
        standing,
        Optional.empty(),
        reduction,
        Optional.empty(),
        BASELINE,
        GOAL,
        CURRENT);
  }

  private static Figure figure(double value, double lower, double upper) {
    return new Figure(
        OptionalDouble.of(value),
        OptionalDouble.of(lower),
        OptionalDouble.of(upper),
        2651,
        Status.OK);
  }
}
