// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalLong;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.trend.AnswersNeeded.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers: the formula, solved and rounded up in Python. */
class AnswersNeededTest {
  private static final Share CURRENT = new Share(174, 2900);
  private static final Share BASELINE = new Share(600, 6000);

  @ParameterizedTest(name = "{0} of {1} against {2} of {3}: {4}")
  @CsvSource({
    "174, 2900, 600, 6000, 10234",
    "270, 3000, 290, 2900, 2042",
    "80, 1000, 600, 6000, 14852",
    "9, 10, 10, 10, 14",
    "50, 50, 60, 600, 1"
  })
  void saysHowManyOnEitherSideOfTheGoal(long x1, long n1, long x0, long n0, long expected) {
    assertThat(AnswersNeeded.of(new Share(x1, n1), new Share(x0, n0), 0.3))
        .isEqualTo(new AnswersNeeded(Outcome.NUMBER, OptionalLong.of(expected)));
  }

  @ParameterizedTest(name = "{0} of {1} against exactly 10%: {2}")
  @CsvSource({"174, 2900, 5169", "270, 3000, 1256", "80, 1000, 5057"})
  void againstAnExactBaselineFewerAnswersDo(long x1, long n1, long expected) {
    assertThat(AnswersNeeded.of(new Share(x1, n1), 0.1, 0.3))
        .isEqualTo(new AnswersNeeded(Outcome.NUMBER, OptionalLong.of(expected)));
  }

  @Test
  void sayingSoDoesNotDependOnTheAnswersThatThereAre() {
    assertThat(AnswersNeeded.of(new Share(6, 100), BASELINE, 0.3))
        .isEqualTo(AnswersNeeded.of(CURRENT, BASELINE, 0.3));
  }

  @ParameterizedTest
  @CsvSource({"174, 2900, 290, 2900", "80, 1000, 290, 2900", "1, 1, 1, 2"})
  void theBaselinesOwnErrorMayForbidIt(long x1, long n1, long x0, long n0) {
    assertThat(AnswersNeeded.of(new Share(x1, n1), new Share(x0, n0), 0.3))
        .isEqualTo(new AnswersNeeded(Outcome.BASELINE_FORBIDS, OptionalLong.empty()));
  }

  @Test
  void noNumberCanTellAReductionFromTheGoalItEquals() {
    Share onTheGoal = new Share(7, 100);
    assertUndefined(AnswersNeeded.of(onTheGoal, BASELINE, 0.3));
    assertUndefined(AnswersNeeded.of(onTheGoal, 0.1, 0.3));
    assertUndefined(AnswersNeeded.of(onTheGoal, 0.1 + 1e-12, 0.3));
    assertUndefined(AnswersNeeded.of(new Share(50, 100), 1, 0.5));
  }

  @Test
  void withoutAnswersOrDissatisfiedThereIsNone() {
    assertUndefined(AnswersNeeded.of(Share.NONE, BASELINE, 0.3));
    assertUndefined(AnswersNeeded.of(new Share(0, 40), BASELINE, 0.3));
    assertUndefined(AnswersNeeded.of(new Share(0, 40), 0.1, 0.3));
    assertUndefined(AnswersNeeded.of(CURRENT, Share.NONE, 0.3));
    assertUndefined(AnswersNeeded.of(CURRENT, new Share(0, 40), 0.3));
    assertUndefined(AnswersNeeded.of(CURRENT, 0, 0.3));
  }

  @Test
  void everyoneDissatisfiedIsKnownFromOneAnswer() {
    assertThat(AnswersNeeded.of(new Share(3, 3), 1, 0.3).answers()).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.3, 30, Double.NaN})
  void rejectsGoalsOutsideZeroAndOne(double goal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswersNeeded.of(CURRENT, BASELINE, goal))
        .withMessageContaining(String.valueOf(goal));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, 10, Double.NaN})
  void rejectsBaselinesThatAreNoShare(double baseline) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnswersNeeded.of(CURRENT, baseline, 0.3))
        .withMessageContaining(String.valueOf(baseline));
  }

  @Test
  void rejectsNumbersThatDoNotFitTheOutcome() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnswersNeeded(Outcome.NUMBER, OptionalLong.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnswersNeeded(Outcome.NUMBER, OptionalLong.of(0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnswersNeeded(Outcome.UNDEFINED, OptionalLong.of(3)));
  }

  private static void assertUndefined(AnswersNeeded needed) {
    assertThat(needed).isEqualTo(new AnswersNeeded(Outcome.UNDEFINED, OptionalLong.empty()));
  }
}
