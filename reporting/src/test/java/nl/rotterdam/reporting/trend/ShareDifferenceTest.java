// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareDifferenceTest {

  /** Newcombe 1998, Statistics in Medicine 17:873, table II, method 10, to twelve digits. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.2, 0.052431472402365, 0.333872654036906",
    "9, 10, 3, 10, 0.6, 0.170522723934503, 0.809017973535488"
  })
  void agreesWithNewcombe(
      long x1, long n1, long x2, long n2, double difference, double lower, double upper) {
    Estimate result = ShareDifference.of(estimate(x1, n1), estimate(x2, n2));
    assertThat(result.value()).isCloseTo(difference, within(1e-12));
    assertThat(result.lower()).isCloseTo(lower, within(1e-10));
    assertThat(result.upper()).isCloseTo(upper, within(1e-10));
  }

  private static Estimate estimate(long count, long n) {
    return new Share(count, n).estimate(ConfidenceLevel.PUBLISHED).orElseThrow();
  }
}
