// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonResponseTest {
  private static final Share TEN_PERCENT = new Share(10, 100);
  private static final Share A_FIFTH = new Share(500, 2500);

  @ParameterizedTest(name = "from {0}% to {1}%, {2}% response: {3}")
  @CsvSource({
    "10, 7, 20, 1.5357142857142857",
    "10, 10, 20, 1",
    "10, 20, 20, 0.375",
    "10, 100, 20, -0.125",
    "10, 5, 0, 2",
    "10, 5, 60, 3.5"
  })
  void saysHowDissatisfiedTheOthersMustBe(
      long baseline, long current, long response, double expected) {
    assertThat(
            NonResponse.factor(
                    new Share(current, 100), new Share(baseline, 100), new Share(response, 100))
                .orElseThrow())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void atThatFactorAllTogetherAreAsDissatisfiedAsBefore() {
    Share current = new Share(70, 1000);
    double factor = NonResponse.factor(current, TEN_PERCENT, A_FIFTH).orElseThrow();
    assertThat(0.2 * 0.07 + 0.8 * factor * 0.07).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void withoutAnswersOrDissatisfiedOrOthersThereIsNone() {
    Share nobody = new Share(0, 40);
    assertThat(NonResponse.factor(nobody, TEN_PERCENT, A_FIFTH)).isEmpty();
    assertThat(NonResponse.factor(Share.NONE, TEN_PERCENT, A_FIFTH)).isEmpty();
    assertThat(NonResponse.factor(TEN_PERCENT, nobody, A_FIFTH)).isEmpty();
    assertThat(NonResponse.factor(TEN_PERCENT, Share.NONE, A_FIFTH)).isEmpty();
    assertThat(NonResponse.factor(TEN_PERCENT, TEN_PERCENT, new Share(9, 9))).isEmpty();
    assertThat(NonResponse.factor(TEN_PERCENT, TEN_PERCENT, Share.NONE)).isEmpty();
  }
}
