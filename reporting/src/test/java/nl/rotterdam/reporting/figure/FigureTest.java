// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
  private static final Optional<Estimate> ESTIMATE = Optional.of(new Estimate(0.2, 0.1, 0.4));

  @Test
  void thePublicDoesNotSeeValuesBelowTheThreshold() {
    Figure open = Figure.of(ESTIMATE, 12, Status.BELOW_PUBLICATION).forThePublic();
    assertThat(open.value()).isEmpty();
    assertThat(open.lower()).isEmpty();
    assertThat(open.upper()).isEmpty();
    assertThat(open.n()).isEqualTo(12);
    assertThat(open.status()).isEqualTo(Status.BELOW_PUBLICATION);
  }

  @Test
  void thePublicSeesEverythingElse() {
    Figure ok = Figure.of(ESTIMATE, 30, Status.OK);
    assertThat(ok.forThePublic()).isEqualTo(ok);
    assertThat(Figure.count(0).forThePublic()).isEqualTo(Figure.count(0));
    assertThat(Figure.empty(3).forThePublic()).isEqualTo(Figure.empty(3));
  }

  @Test
  void withoutEstimateThereIsNoFigureWhateverTheStatus() {
    assertThat(Figure.of(Optional.empty(), 40, Status.OK)).isEqualTo(Figure.empty(40));
  }

  @Test
  void aCountOfNothingIsAFigure() {
    assertThat(Figure.count(0).value()).hasValue(0);
    assertThat(Figure.count(0).status()).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @CsvSource({"0,1,0", "1,1,1", "3,4,0.75", "29,29,1"})
  void aShareOfOwnWorkIsPublicWithoutLimitsHoweverSmall(long count, long n, double value) {
    Figure figure = Figure.ofWork(new Share(count, n));
    assertThat(figure.value()).hasValue(value);
    assertThat(figure.lower()).isEmpty();
    assertThat(figure.upper()).isEmpty();
    assertThat(figure.n()).isEqualTo(n);
    assertThat(figure.status()).isEqualTo(Status.OK);
    assertThat(figure.forThePublic()).isEqualTo(figure);
  }

  @Test
  void aShareOfNoWorkIsNoFigure() {
    assertThat(Figure.ofWork(Share.NONE)).isEqualTo(Figure.empty(0));
  }

  @Test
  void rejectsValuesThatDoNotFitTheStatus() {
    OptionalDouble none = OptionalDouble.empty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Figure(none, none, none, 30, Status.OK));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Figure(OptionalDouble.of(1), none, none, 0, Status.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> Figure.empty(-1));
  }

  @Test
  void rejectsValuesAndLimitsThatAreNoNumbers() {
    OptionalDouble one = OptionalDouble.of(1);
    for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      OptionalDouble none = OptionalDouble.of(number);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Figure(none, one, one, 30, Status.OK));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Figure(one, none, one, 30, Status.OK));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Figure(one, one, none, 30, Status.OK));
    }
  }

  @ParameterizedTest
  @CsvSource({"NaN,0,1", "0,NaN,1", "0,0,NaN", "0,1,0", "0,-Infinity,0", "0,0,Infinity"})
  void rejectsLimitsThatAreNoInterval(double value, double lower, double upper) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(value, lower, upper));
  }

  @Test
  void anExactEstimateHasNoWidth() {
    assertThat(Estimate.exact(0.1)).isEqualTo(new Estimate(0.1, 0.1, 0.1));
  }

  @Test
  void everyAnswerAndAllContactsAreTheEndsOfTheRule() {
    PublicationRule rule = new PublicationRule(1, 1);
    assertThat(rule.statusOf(0)).isEqualTo(Status.EMPTY);
    assertThat(rule.statusOf(1)).isEqualTo(Status.OK);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1.01, Double.NaN})
  void rejectsCoverageThatIsNoShare(double coverage) {
    assertThatIllegalArgumentException().isThrownBy(() -> new PublicationRule(30, coverage));
    assertThatIllegalArgumentException().isThrownBy(() -> new PublicationRule(0, 0.9));
  }
}
