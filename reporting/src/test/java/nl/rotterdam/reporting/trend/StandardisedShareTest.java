// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.trend.StandardisedShare.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisedShareTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/standardise.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    List<Stratum> strata =
        IntStream.range(0, oracle.list("x").size())
            .mapToObj(
                i ->
                    stratum(
                        Long.parseLong(oracle.list("x").get(i)),
                        Long.parseLong(oracle.list("n").get(i)),
                        Double.parseDouble(oracle.list("weights").get(i))))
            .toList();
    PublicationRule rule =
        new PublicationRule(
            (int) oracle.count("min_n"), oracle.number("min_coverage").orElseThrow());
    StandardisedShare share = StandardisedShare.of(strata, rule);
    Optional<Estimate> estimate = share.estimate(oracle.confidence());
    oracle.agrees("exp_coverage", OptionalDouble.of(share.coverage()));
    oracle.agrees("exp_std", estimate.map(Estimate::value));
    oracle.agrees("exp_se", share.standardError());
    oracle.agrees("exp_lower", estimate.map(Estimate::lower));
    oracle.agrees("exp_upper", estimate.map(Estimate::upper));
  }

  @Test
  void doesNotMoveWhenAChannelIsAskedMoreOften() {
    Estimate before = published(stratum(50, 500, 6), stratum(40, 200, 4));
    Estimate after = published(stratum(50, 500, 6), stratum(400, 2000, 4));
    assertThat(before.value()).isCloseTo(0.6 * 0.1 + 0.4 * 0.2, within(1e-12));
    assertThat(after.value()).isCloseTo(before.value(), within(1e-12));
  }

  @Test
  void leavesOutStrataWithTooFewObservations() {
    StandardisedShare share = standardised(stratum(3, 30, 90), stratum(29, 29, 10));
    assertThat(share.coverage()).isEqualTo(0.9);
    assertThat(share.n()).isEqualTo(30);
    assertThat(share.estimate(ConfidenceLevel.PUBLISHED).orElseThrow().value())
        .isCloseTo(0.1, within(1e-12));
  }

  @Test
  void hasNoFigureWhereTooMuchIsLeftOut() {
    StandardisedShare share = standardised(stratum(3, 30, 89), stratum(29, 29, 11));
    assertThat(share.coverage()).isEqualTo(0.89);
    assertThat(share.estimate(ConfidenceLevel.PUBLISHED)).isEmpty();
    assertThat(share.standardError()).isEmpty();
  }

  @Test
  void hasNoFigureWithoutStrataOrWeight() {
    assertThat(standardised().estimate(ConfidenceLevel.PUBLISHED)).isEmpty();
    assertThat(standardised(stratum(3, 30, 0)).coverage()).isZero();
    assertThat(standardised(stratum(3, 30, 0)).estimate(ConfidenceLevel.PUBLISHED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsWeightsThatAreNone(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stratum(1, 2, weight))
        .withMessageContaining(String.valueOf(weight));
  }

  private static Estimate published(Stratum... strata) {
    return standardised(strata).estimate(ConfidenceLevel.PUBLISHED).orElseThrow();
  }

  private static StandardisedShare standardised(Stratum... strata) {
    return StandardisedShare.of(List.of(strata), PublicationRule.DEFAULT);
  }

  private static Stratum stratum(long count, long n, double weight) {
    return new Stratum(new Share(count, n), weight);
  }
}
