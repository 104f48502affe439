// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeanDifferenceTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/mean_difference.csv");
  }

  private static MeanGrade mean(String counts) {
    return new MeanGrade(
        Grades.of(Arrays.stream(counts.split(";")).mapToLong(Long::parseLong).toArray()));
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    MeanDifference difference =
        new MeanDifference(mean(oracle.text("first")), mean(oracle.text("second")));
    Optional<Estimate> estimate = difference.estimate(ConfidenceLevel.PUBLISHED);
    oracle.agrees("exp_diff", difference.difference());
    oracle.agrees("exp_lower", estimate.map(Estimate::lower));
    oracle.agrees("exp_upper", estimate.map(Estimate::upper));
  }

  @Test
  void nothingOnOneSideHasNoDifference() {
    MeanDifference difference =
        new MeanDifference(mean("0;0;0;0;0;0;0;0;40;0;0"), new MeanGrade(Grades.NONE));
    assertThat(difference.difference()).isEmpty();
    assertThat(difference.estimate(ConfidenceLevel.PUBLISHED)).isEmpty();
    assertThat(difference.figure(PublicationRule.DEFAULT)).isEqualTo(Figure.empty(0));
  }

  @Test
  void withoutSpreadOrWithOneAnswerThereAreNoLimits() {
    MeanGrade eights = mean("0;0;0;0;0;0;0;0;40;0;0");
    MeanGrade fives = mean("0;0;0;0;0;50;0;0;0;0;0");
    Figure figure = new MeanDifference(eights, fives).figure(PublicationRule.DEFAULT);
    assertThat(figure.value()).hasValue(3);
    assertThat(figure.lower()).isEmpty();
    assertThat(figure.n()).isEqualTo(40);
    MeanGrade one = mean("0;0;0;1;0;0;0;0;0;0;0");
    Figure alone =
        new MeanDifference(mean("1;0;0;0;0;0;0;9;40;0;0"), one).figure(PublicationRule.DEFAULT);
    assertThat(alone.upper()).isEmpty();
    assertThat(alone.n()).isEqualTo(1);
    assertThat(alone.status()).isEqualTo(Status.BELOW_PUBLICATION);
    assertThat(alone.forThePublic().value()).isEmpty();
  }
}
