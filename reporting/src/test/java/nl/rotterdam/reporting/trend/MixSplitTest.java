// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.trend.MixSplit.Part;
import nl.rotterdam.reporting.trend.MixSplit.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MixSplitTest {
  private static final OptionalDouble SHARE = OptionalDouble.of(0.2);

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/kitagawa.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    List<Stratum> strata =
        IntStream.range(0, oracle.list("p0").size())
            .mapToObj(
                i ->
                    new Stratum(
                        number(oracle.list("p0").get(i)),
                        number(oracle.list("p1").get(i)),
                        Double.parseDouble(oracle.list("w0").get(i)),
                        Double.parseDouble(oracle.list("w1").get(i))))
            .toList();
    MixSplit split = MixSplit.of(strata).orElseThrow();
    oracle.agrees("exp_total0", OptionalDouble.of(split.baseline()));
    oracle.agrees("exp_total1", OptionalDouble.of(split.current()));
    oracle.agrees("exp_delta", OptionalDouble.of(split.current() - split.baseline()));
    oracle.agrees("exp_rate_effect", OptionalDouble.of(split.rateEffect()));
    oracle.agrees("exp_mix_effect", OptionalDouble.of(split.mixEffect()));
    assertAgree(
        oracle.list("exp_rate_by_stratum"), split.parts().stream().map(Part::rateEffect).toList());
    assertAgree(
        oracle.list("exp_mix_by_stratum"), split.parts().stream().map(Part::mixEffect).toList());
  }

  @Test
  void answersAsWeightsGiveTheOfficialFigures() {
    MixSplit split =
        MixSplit.of(
                List.of(
                    Stratum.of(new Share(30, 100), new Share(20, 300)),
                    Stratum.of(new Share(5, 100), new Share(9, 60)),
                    Stratum.of(Share.NONE, new Share(1, 40))))
            .orElseThrow();
    assertThat(split.baseline()).isCloseTo(35.0 / 200, within(1e-12));
    assertThat(split.current()).isCloseTo(30.0 / 400, within(1e-12));
    assertThat(split.parts().get(2).rateEffect()).isZero();
  }

  @Test
  void withoutAnswersInAPeriodThereIsNothingToSplit() {
    Share share = new Share(1, 10);
    assertThat(MixSplit.of(List.of())).isEmpty();
    assertThat(MixSplit.of(List.of(Stratum.of(share, Share.NONE)))).isEmpty();
    assertThat(MixSplit.of(List.of(Stratum.of(Share.NONE, share)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsWeightsThatAreNone(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(SHARE, SHARE, weight, 1))
        .withMessageContaining(String.valueOf(weight));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stratum(SHARE, SHARE, 1, weight));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, 20, Double.NaN})
  void rejectsSharesOutsideZeroAndOne(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(OptionalDouble.of(share), SHARE, 1, 1))
        .withMessageContaining(String.valueOf(share));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(SHARE, OptionalDouble.of(share), 1, 1));
  }

  @Test
  void rejectsWeightWithoutShare() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(OptionalDouble.empty(), SHARE, 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stratum(SHARE, OptionalDouble.empty(), 1, 1));
  }

  private static OptionalDouble number(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  private static void assertAgree(List<String> expected, List<Double> actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).isCloseTo(Double.parseDouble(expected.get(i)), within(1e-10));
    }
  }
}
