// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: scipy.stats {@code norm.ppf} and {@code t.ppf}, 1.17. */
class ConfidenceLevelTest {

  @ParameterizedTest
  @CsvSource({"0.90,1.6448536269514722", "0.95,1.959963984540054", "0.99,2.5758293035489004"})
  void normalQuantile(double level, double expected) {
    assertThat(new ConfidenceLevel(level).z()).isCloseTo(expected, within(1e-14));
  }

  @ParameterizedTest
  @CsvSource({"1,12.706204736174694", "29,2.045229642132703", "5230,1.9604176768915715"})
  void studentQuantile(long degreesOfFreedom, double expected) {
    assertThat(ConfidenceLevel.PUBLISHED.t(degreesOfFreedom)).isCloseTo(expected, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
  void rejectsLevelsOutsideZeroAndOne(double level) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceLevel(level))
        .withMessageContaining(String.valueOf(level));
  }

  @Test
  void rejectsStudentWithoutDegreesOfFreedom() {
    assertThatIllegalArgumentException().isThrownBy(() -> ConfidenceLevel.PUBLISHED.t(0));
  }
}
