// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RelativeReductionTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/relative_reduction.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Optional<Estimate> current =
        new Share(oracle.count("x1"), oracle.count("n1")).estimate(oracle.confidence());
    Optional<Estimate> baseline =
        oracle.number("p0_known").isPresent()
            ? Optional.of(Estimate.exact(oracle.number("p0_known").getAsDouble()))
            : new Share(oracle.count("x0"), oracle.count("n0")).estimate(oracle.confidence());
    Optional<Estimate> reduction =
        current.flatMap(now -> baseline.flatMap(then -> RelativeReduction.of(now, then)));
    oracle.agrees("exp_r", reduction.map(Estimate::value));
    oracle.agrees("exp_lower", reduction.map(Estimate::lower));
    oracle.agrees("exp_upper", reduction.map(Estimate::upper));
  }

  @Test
  void nobodyDissatisfiedIsAReductionOfOne() {
    Estimate reduction = RelativeReduction.of(share(0, 50), share(10, 60)).orElseThrow();
    assertThat(reduction.value()).isEqualTo(1);
    assertThat(reduction.upper()).isEqualTo(1);
  }

  @Test
  void fromNobodyDissatisfiedThereIsNoReduction() {
    assertThat(RelativeReduction.of(share(5, 50), share(0, 60))).isEmpty();
    assertThat(RelativeReduction.of(share(5, 50), Estimate.exact(0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"205,2900,0.1", "0,50,0.12", "50,50,0.5", "1,1,1"})
  void againstAnExactBaselineOnlyTheCurrentLimitsCount(long count, long n, double p0) {
    Estimate current = share(count, n);
    Estimate reduction = RelativeReduction.of(current, Estimate.exact(p0)).orElseThrow();
    assertThat(reduction.lower()).isCloseTo(1 - current.upper() / p0, within(1e-12));
    assertThat(reduction.upper()).isCloseTo(1 - current.lower() / p0, within(1e-12));
  }

  @Test
  void staysDefinedWhereTheUpperLimitIsTwiceTheBaseline() {
    Estimate baseline = new Estimate(0.2, 0.1, 0.4);
    Estimate reduction = RelativeReduction.of(new Estimate(0.1, 0.05, 0.3), baseline).orElseThrow();
    // l1 (2 p1 - l1) / (2 p1 p0) = 0.0075 / 0.04
    assertThat(reduction.upper()).isCloseTo(1 - 0.1875, within(1e-12));
  }

  @Test
  void limitsEncloseTheReductionAndNarrowWithMoreAnswers() {
    Random random = new Random(2012);
    for (int i = 0; i < 2000; i++) {
      long n1 = random.nextLong(1, 3000);
      long n0 = random.nextLong(1, 3000);
      long x1 = random.nextLong(n1 + 1);
      long x0 = random.nextLong(1, n0 + 1);
      Estimate few = RelativeReduction.of(share(x1, n1), share(x0, n0)).orElseThrow();
      Estimate more =
          RelativeReduction.of(share(2 * x1, 2 * n1), share(2 * x0, 2 * n0)).orElseThrow();
      assertThat(few.value()).isBetween(few.lower(), few.upper());
      assertThat(few.upper()).isLessThanOrEqualTo(1);
      assertThat(more.upper() - more.lower()).isLessThan(few.upper() - few.lower());
    }
  }

  private static Estimate share(long count, long n) {
    return new Share(count, n).estimate(ConfidenceLevel.PUBLISHED).orElseThrow();
  }
}
