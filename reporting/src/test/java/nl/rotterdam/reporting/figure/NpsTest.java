// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NpsTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/nps.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Nps nps =
        new Nps(oracle.count("promoters"), oracle.count("passives"), oracle.count("detractors"));
    Optional<Estimate> estimate = nps.estimate(oracle.confidence());
    oracle.agrees("exp_nps", nps.points());
    oracle.agrees("exp_nps", estimate.map(Estimate::value));
    oracle.agrees("exp_se", nps.standardError());
    oracle.agrees("exp_lower", estimate.map(Estimate::lower));
    oracle.agrees("exp_upper", estimate.map(Estimate::upper));
  }

  @Test
  void dividesTheScoresAtSixAndNine() {
    assertThat(Nps.of(Grades.of(1, 1, 1, 1, 1, 1, 1, 20, 20, 300, 300)))
        .isEqualTo(new Nps(600, 40, 7));
  }

  @Test
  void nothingHasNoScore() {
    Figure figure = Nps.of(Grades.NONE).figure(PublicationRule.DEFAULT);
    assertThat(figure).isEqualTo(Figure.empty(0));
  }

  @Test
  void isInternalBelowThirtyAnswers() {
    assertThat(new Nps(10, 10, 9).figure(PublicationRule.DEFAULT).status())
        .isEqualTo(Status.BELOW_PUBLICATION);
    assertThat(new Nps(10, 10, 10).figure(PublicationRule.DEFAULT).status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "0,-1,0", "0,0,-1"})
  void rejectsNegativeCounts(long promoters, long passives, long detractors) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Nps(promoters, passives, detractors))
        .withMessageContaining("-1");
  }

  @Test
  void limitsStayOnTheScaleAndNarrowWithMoreAnswers() {
    Random random = new Random(2016);
    for (int i = 0; i < 2000; i++) {
      Nps few = new Nps(random.nextLong(60), random.nextLong(60), random.nextLong(1, 60));
      Nps more = new Nps(2 * few.promoters(), 2 * few.passives(), 2 * few.detractors());
      assertThat(width(more)).as("%s", few).isLessThan(width(few));
      assertThat(few.figure(PublicationRule.DEFAULT).lower().orElseThrow())
          .isGreaterThanOrEqualTo(-100);
      assertThat(few.figure(PublicationRule.DEFAULT).upper().orElseThrow())
          .isLessThanOrEqualTo(100);
    }
  }

  private static double width(Nps nps) {
    Estimate estimate = nps.estimate(ConfidenceLevel.PUBLISHED).orElseThrow();
    return estimate.upper() - estimate.lower();
  }
}
