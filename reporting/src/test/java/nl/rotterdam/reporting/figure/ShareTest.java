// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShareTest {

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/wilson.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Share share = new Share(oracle.count("x"), oracle.count("n"));
    Optional<Estimate> estimate = share.estimate(oracle.confidence());
    oracle.agrees("exp_p", share.value());
    oracle.agrees("exp_p", estimate.map(Estimate::value));
    oracle.agrees("exp_lower", estimate.map(Estimate::lower));
    oracle.agrees("exp_upper", estimate.map(Estimate::upper));
  }

  @Test
  void limitsAreExactAtBothEnds() {
    LongStream.rangeClosed(1, 2000)
        .forEach(
            n -> {
              assertThat(published(0, n).lower()).isEqualTo(0.0);
              assertThat(published(n, n).upper()).isEqualTo(1.0);
            });
  }

  @Test
  void nothingHasNoShare() {
    assertThat(Share.NONE.value()).isEmpty();
    assertThat(Share.NONE.estimate(ConfidenceLevel.PUBLISHED)).isEmpty();
    assertThat(Share.NONE.figure(PublicationRule.DEFAULT)).isEqualTo(Figure.empty(0));
  }

  @Test
  void countsScoresOfSixAndLower() {
    assertThat(Share.dissatisfied(Grades.of(1, 1, 1, 1, 1, 1, 1, 10, 10, 10, 10)))
        .isEqualTo(new Share(7, 47));
  }

  @ParameterizedTest
  @CsvSource({"1,BELOW_PUBLICATION", "29,BELOW_PUBLICATION", "30,OK"})
  void isPublicFromThirtyAnswers(long n, Status status) {
    Figure figure = new Share(1, n).figure(PublicationRule.DEFAULT);
    assertThat(figure.status()).isEqualTo(status);
    assertThat(figure.n()).isEqualTo(n);
    assertThat(figure.value()).hasValue(1.0 / n);
  }

  @ParameterizedTest
  @CsvSource({"-1,5", "6,5", "0,-1"})
  void rejectsCountsOutsideTheirRange(long count, long n) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Share(count, n))
        .withMessageContaining(String.valueOf(n))
        .withMessageContaining(String.valueOf(count));
  }

  @Test
  void limitsEncloseTheShareAndStayWithinZeroAndOne() {
    Random random = new Random(1927);
    for (int i = 0; i < 5000; i++) {
      long n = random.nextLong(1, 5000);
      Estimate share = published(random.nextLong(n + 1), n);
      assertThat(share.value()).isBetween(share.lower(), share.upper());
      assertThat(share.lower()).isNotNegative();
      assertThat(share.upper()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void moreAnswersAtTheSameShareNeverWidenTheInterval() {
    Random random = new Random(1927);
    for (int i = 0; i < 1000; i++) {
      long n = random.nextLong(1, 500);
      long count = random.nextLong(n + 1);
      for (int times = 2; times < 6; times++) {
        Estimate fewer = published(count * (times - 1), n * (times - 1));
        Estimate more = published(count * times, n * times);
        assertThat(more.upper() - more.lower()).isLessThan(fewer.upper() - fewer.lower());
      }
    }
  }

  private static Estimate published(long count, long n) {
    return new Share(count, n).estimate(ConfidenceLevel.PUBLISHED).orElseThrow();
  }
}
