// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import nl.rotterdam.reporting.Oracle;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareForecastTest {
  private static final double TOLERANCE = 1e-8;

  static Stream<Oracle> oracles() {
    return Oracle.rowsOf("/oracles/forecast.csv");
  }

  @ParameterizedTest
  @MethodSource("oracles")
  void agreesWithR(Oracle oracle) {
    Optional<ShareForecast> forecast = ShareForecast.of(oracle.shares("x", "n"));
    forecast.ifPresent(
        found -> assertThat(found.monthsUsed()).isEqualTo(oracle.count("exp_months_used")));
    agrees(oracle, "exp_beta0", forecast, ShareForecast::intercept);
    agrees(oracle, "exp_beta1", forecast, ShareForecast::slope);
    agrees(oracle, "exp_phi_raw", forecast, ShareForecast::rawDispersion);
    agrees(oracle, "exp_phi", forecast, ShareForecast::dispersion);
    Optional<Estimate> share =
        forecast.flatMap(
            found ->
                found.twelveMonthsTo(
                    monthsBetween(oracle.text("start_month"), oracle.text("horizon_month")),
                    oracle.confidence()));
    agrees(oracle, "exp_share12", share, Estimate::value);
    agrees(oracle, "exp_share12_lower", share, Estimate::lower);
    agrees(oracle, "exp_share12_upper", share, Estimate::upper);
  }

  @Test
  void monthsWithoutAnswersKeepTheirTime() {
    List<Share> monthly = sharesOf(10, "5 4 6 3 4 2");
    List<Share> everyOther = new ArrayList<>();
    monthly.forEach(share -> Collections.addAll(everyOther, share, Share.NONE));
    ShareForecast fast = ShareForecast.of(monthly).orElseThrow();
    ShareForecast slow = ShareForecast.of(everyOther).orElseThrow();
    assertThat(slow.monthsUsed()).isEqualTo(6);
    assertThat(slow.intercept()).isCloseTo(fast.intercept(), within(1e-10));
    assertThat(slow.slope()).isCloseTo(fast.slope() / 2, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 3 3 3 3 3", "1 2 3 4 5 6", "9 8 9 8 9 7"})
  void dissatisfiedAndSatisfiedMirrorEachOther(String counts) {
    ShareForecast forecast = ShareForecast.of(sharesOf(10, counts)).orElseThrow();
    Estimate one = forecast.twelveMonthsTo(20, ConfidenceLevel.PUBLISHED).orElseThrow();
    Estimate other =
        ShareForecast.of(sharesOf(10, counts).stream().map(ShareForecastTest::others).toList())
            .flatMap(mirrored -> mirrored.twelveMonthsTo(20, ConfidenceLevel.PUBLISHED))
            .orElseThrow();
    assertThat(one.value()).isCloseTo(1 - other.value(), within(1e-10)).isBetween(0.0, 1.0);
    assertThat(one.lower()).isCloseTo(1 - other.upper(), within(1e-10)).isLessThan(one.value());
    assertThat(one.upper()).isCloseTo(1 - other.lower(), within(1e-10)).isGreaterThan(one.value());
  }

  /** Uncut steps run off here; roots of the likelihood equations by mpmath 1.3, 30 digits. */
  @Test
  void monthsThatDifferByMuchMoreThanChanceAreFittedToo() {
    List<Share> wild =
        List.of(
            new Share(0, 3),
            new Share(162, 162),
            new Share(4, 4),
            new Share(6, 8),
            new Share(66, 294),
            new Share(89, 151));
    ShareForecast forecast = ShareForecast.of(wild).orElseThrow();
    assertThat(forecast.intercept()).isCloseTo(2.78866423728806, within(1e-10));
    assertThat(forecast.slope()).isCloseTo(-9.01661128772960, within(1e-10));
    assertThat(forecast.rawDispersion()).isCloseTo(51.1485888540933, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2_000_000_000})
  void aRareShareIsFittedAsWellAsAFrequentOne(long others) {
    Share rare = new Share(1, 1 + others);
    ShareForecast forecast = ShareForecast.of(Collections.nCopies(6, rare)).orElseThrow();
    assertThat(forecast.intercept()).isCloseTo(-Math.log((double) others), within(1e-10));
    assertThat(forecast.slope()).isCloseTo(0, within(1e-10));
    ShareForecast mirrored =
        ShareForecast.of(Collections.nCopies(6, new Share(others, 1 + others))).orElseThrow();
    assertThat(mirrored.intercept()).isCloseTo(Math.log((double) others), within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 0 0 0 0 0",
        "9 9 9 9 9 9 9",
        "0 0 0 9 9 9 9",
        "9 9 9 0 0 0 0",
        "0 0 0 4 9 9 9",
        "4 0 0 0 0 0 0",
        "0 0 0 0 0 0 4",
        "9 9 9 9 9 9 4"
      })
  void aMomentThatDividesTheDissatisfiedFromTheOthersHasNoLine(String counts) {
    assertThat(ShareForecast.of(sharesOf(9, counts))).isEmpty();
    assertThat(ShareForecast.of(inFiveYearsTime(sharesOf(9, counts)))).isEmpty();
  }

  @Test
  void sixMonthsAreTheLeast() {
    Share share = new Share(2, 9);
    assertThat(ShareForecast.of(List.of())).isEmpty();
    assertThat(ShareForecast.of(Collections.nCopies(5, share))).isEmpty();
    assertThat(ShareForecast.of(Collections.nCopies(60, Share.NONE))).isEmpty();
    assertThat(ShareForecast.of(inFiveYearsTime(Collections.nCopies(5, share)))).isEmpty();
    assertThat(ShareForecast.of(Collections.nCopies(6, share))).isPresent();
  }

  @Test
  void farAwayTheShareIsUnknownAndFurtherItIsNone() {
    ShareForecast forecast = ShareForecast.of(sharesOf(10, "5 4 6 3 4 2")).orElseThrow();
    Estimate far = forecast.twelveMonthsTo(2000, ConfidenceLevel.PUBLISHED).orElseThrow();
    assertThat(far.value()).isPositive().isLessThan(1e-100);
    assertThat(far.lower()).isLessThan(far.value());
    assertThat(far.upper()).isCloseTo(1, within(1e-6));
    assertThat(forecast.twelveMonthsTo(1_000_000, ConfidenceLevel.PUBLISHED)).isEmpty();
    assertThat(forecast.twelveMonthsTo(-1_000_000, ConfidenceLevel.PUBLISHED)).isEmpty();
  }

  private static List<Share> sharesOf(long n, String counts) {
    return Arrays.stream(counts.split(" ", -1))
        .map(count -> new Share(Long.parseLong(count), n))
        .toList();
  }

  private static Share others(Share share) {
    return new Share(share.n() - share.count(), share.n());
  }

  private static List<Share> inFiveYearsTime(List<Share> shares) {
    return Stream.concat(Collections.nCopies(60, Share.NONE).stream(), shares.stream()).toList();
  }

  private static int monthsBetween(String first, String last) {
    return Math.toIntExact(YearMonth.parse(first).until(YearMonth.parse(last), ChronoUnit.MONTHS));
  }

  private static <T> void agrees(
      Oracle oracle, String column, Optional<T> found, ToDoubleFunction<T> value) {
    oracle.agrees(
        column,
        found
            .map(one -> OptionalDouble.of(value.applyAsDouble(one)))
            .orElse(OptionalDouble.empty()),
        TOLERANCE);
  }
}
