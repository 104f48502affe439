// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CochranArmitageTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/trend_ca.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    List<Double> scores = oracle.list("scores").stream().map(Double::valueOf).toList();
    Optional<CochranArmitage> test = CochranArmitage.of(scores, oracle.shares("x", "n"));
    oracle.agrees("exp_z", test.map(CochranArmitage::z));
    oracle.agrees("exp_p_two_sided", test.map(CochranArmitage::p));
  }

  /** 2 * scipy.stats.norm.sf(|z|), SciPy 1.17. */
  @ParameterizedTest
  @CsvSource({
    "-4.21456623412155, 2.5025870289017394e-05",
    "10, 1.523970604832094e-23",
    "-30, 9.813427854295816e-198"
  })
  void smallProbabilitiesKeepTheirDigits(double z, double expected) {
    assertThat(new CochranArmitage(z).p()).isCloseTo(expected, withinPercentage(1e-10));
  }

  @Test
  void placesInTheListAreTheScoresAndEmptyMonthsKeepTheirs() {
    Share few = new Share(1, 10);
    Share many = new Share(5, 10);
    assertThat(CochranArmitage.of(List.of(few, Share.NONE, many, few)))
        .isPresent()
        .isEqualTo(CochranArmitage.of(List.of(0.0, 2.0, 3.0), List.of(few, many, few)));
  }

  @Test
  void fewerThanThreeMonthsShowNoTrend() {
    Share share = new Share(1, 10);
    assertThat(CochranArmitage.of(List.of())).isEmpty();
    assertThat(CochranArmitage.of(List.of(share, Share.NONE, new Share(9, 10)))).isEmpty();
    assertThat(CochranArmitage.of(List.of(share, share, new Share(9, 10)))).isPresent();
  }

  @Test
  void monthsOfOneScoreShowNoTrend() {
    Share share = new Share(1, 3);
    assertThat(CochranArmitage.of(List.of(0.1, 0.1, 0.1), List.of(share, share, share))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
  void rejectsScoresThatAreNoNumbers(double score) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CochranArmitage.of(List.of(score), List.of(Share.NONE)))
        .withMessageContaining(String.valueOf(score));
    assertThatIllegalArgumentException().isThrownBy(() -> new CochranArmitage(score));
  }

  @Test
  void rejectsMonthsWithoutScores() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CochranArmitage.of(List.of(1.0, 2.0), List.of(Share.NONE)));
  }
}
