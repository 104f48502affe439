// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalProbabilityTest {
  private static final Share BASELINE = new Share(305, 2671);

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/target_test.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Share current = new Share(oracle.count("x1"), oracle.count("n1"));
    double goal = oracle.number("target").orElseThrow();
    OptionalDouble known = oracle.number("p0_known");
    oracle.agrees(
        "exp_prob_target",
        known.isPresent()
            ? GoalProbability.of(current, known.getAsDouble(), goal)
            : GoalProbability.of(current, new Share(oracle.count("x0"), oracle.count("n0")), goal),
        1e-8);
  }

  /** scipy.integrate.quad over pieces of the same integral, SciPy 1.17, errors below 1e-12. */
  @ParameterizedTest
  @CsvSource({
    "140000, 2000000, 200000, 2000000, 0.49995348654058",
    "139000, 2000000, 199000, 2000000, 0.74007864004179",
    "5, 60, 200000, 2000000, 0.32080349114521",
    "140000, 2000000, 6, 60, 0.52335330358319",
    "178087, 323388, 2, 2, 0.70317329051332",
    "1400000, 2000000, 2000000, 2000000, 0.49982558559677",
    "0, 2000000, 1, 2000000, 0.75684628522466",
    "0, 1, 1, 2000000, 0.00084996113548",
    "1, 2000000, 1, 1, 0.99999999942170"
  })
  void holdsForVeryManyAndVeryFewAnswers(long x1, long n1, long x0, long n0, double expected) {
    double probability =
        GoalProbability.of(new Share(x1, n1), new Share(x0, n0), 0.3).orElseThrow();
    assertThat(probability).isCloseTo(expected, within(1e-8)).isBetween(0.0, 1.0);
  }

  @Test
  void comesNearTheKnownBaselineAsItsAnswersGrow() {
    Share current = new Share(203, 2900);
    double known = GoalProbability.of(current, 0.1, 0.3).orElseThrow();
    assertThat(GoalProbability.of(current, new Share(20_000_000, 200_000_000), 0.3).orElseThrow())
        .isCloseTo(known, within(1e-4));
  }

  @Test
  void withoutAnswersOrWithNobodyDissatisfiedInTheBaselineThereIsNone() {
    assertThat(GoalProbability.of(Share.NONE, BASELINE, 0.3)).isEmpty();
    assertThat(GoalProbability.of(Share.NONE, 0.1, 0.3)).isEmpty();
    assertThat(GoalProbability.of(BASELINE, Share.NONE, 0.3)).isEmpty();
    assertThat(GoalProbability.of(BASELINE, new Share(0, 60), 0.3)).isEmpty();
    assertThat(GoalProbability.of(BASELINE, 0, 0.3)).isEmpty();
  }

  @Test
  void everyShareIsAKnownBaseline() {
    assertThat(GoalProbability.of(new Share(0, 60), 1, 0.3).orElseThrow())
        .isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.3, 30, Double.NaN})
  void rejectsGoalsOutsideZeroAndOne(double goal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoalProbability.of(BASELINE, BASELINE, goal))
        .withMessageContaining(String.valueOf(goal));
    assertThatIllegalArgumentException().isThrownBy(() -> GoalProbability.of(BASELINE, 0.1, goal));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, 10, Double.NaN})
  void rejectsBaselinesThatAreNoShare(double baseline) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GoalProbability.of(BASELINE, baseline, 0.3))
        .withMessageContaining(String.valueOf(baseline));
  }
}
