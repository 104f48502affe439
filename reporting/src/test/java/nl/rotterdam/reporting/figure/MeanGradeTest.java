// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeanGradeTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/mean_grade.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Grades grades =
        Grades.of(IntStream.rangeClosed(0, 10).mapToLong(c -> oracle.count("c" + c)).toArray());
    MeanGrade mean = new MeanGrade(grades);
    Optional<Estimate> estimate = mean.estimate(oracle.confidence());
    assertThat(grades.n()).isEqualTo(oracle.count("exp_n"));
    oracle.agrees("exp_mean", mean.mean());
    oracle.agrees("exp_sd", mean.standardDeviation());
    oracle.agrees("exp_se", mean.standardError());
    oracle.agrees("exp_lower", estimate.map(Estimate::lower));
    oracle.agrees("exp_upper", estimate.map(Estimate::upper));
  }

  @Test
  void nothingHasNoMean() {
    assertThat(new MeanGrade(Grades.NONE).figure(PublicationRule.DEFAULT))
        .isEqualTo(Figure.empty(0));
  }

  @Test
  void oneAnswerAndEqualAnswersHaveAMeanWithoutLimits() {
    Stream.of(1, 40)
        .map(n -> new MeanGrade(Grades.of(0, 0, 0, 0, 0, 0, 0, n, 0, 0, 0)))
        .map(mean -> mean.figure(PublicationRule.DEFAULT))
        .forEach(
            figure -> {
              assertThat(figure.value()).hasValue(7);
              assertThat(figure.lower()).isEmpty();
              assertThat(figure.upper()).isEmpty();
              assertThat(figure.status())
                  .isEqualTo(figure.n() == 1 ? Status.BELOW_PUBLICATION : Status.OK);
            });
  }

  @Test
  void limitsEncloseTheMeanAndNarrowWithMoreAnswers() {
    Random random = new Random(1908);
    for (int i = 0; i < 500; i++) {
      Grades grades = Grades.of(random.longs(11, 0, 20).toArray());
      Estimate few = published(grades);
      Estimate more = published(grades.plus(grades));
      assertThat(few.value()).isBetween(few.lower(), few.upper()).isBetween(0.0, 10.0);
      assertThat(more.upper() - more.lower()).isLessThan(few.upper() - few.lower());
    }
  }

  private static Estimate published(Grades grades) {
    return new MeanGrade(grades).estimate(ConfidenceLevel.PUBLISHED).orElseThrow();
  }
}
