// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.trend.StandardisedShare.Stratum;
import org.junit.jupiter.api.Test;

/**
 * What holds for any city, tried on a few hundred made up from a fixed seed. Of Wilson's, the
 * mean's and MOVER-R's limits the same is asked in ShareTest, MeanGradeTest and
 * RelativeReductionTest.
 */
class MethodPropertiesTest {
  private static final int CITIES = 300;
  private static final PublicationRule ANY_NUMBER = new PublicationRule(1, 0.9);

  /** The answers of one channel in two periods, and its contacts. */
  private record Channel(Share before, Share now, double contacts) {}

  @Test
  void limitsOfStandardisedSharesEncloseThem() {
    cities().forEach(city -> assertEncloses(estimate(standardised(city))));
  }

  @Test
  void limitsOfDifferencesEncloseThemAndStayOnTheScale() {
    channels()
        .map(MethodPropertiesTest::difference)
        .forEach(
            difference -> {
              assertEncloses(difference);
              assertThat(difference.lower()).isGreaterThanOrEqualTo(-1);
              assertThat(difference.upper()).isLessThanOrEqualTo(1);
            });
  }

  @Test
  void limitsOfForecastsEncloseThem() {
    Random random = new Random(1989);
    for (int i = 0; i < CITIES; i++) {
      List<Share> months = Stream.generate(() -> share(random, 300)).limit(24).toList();
      assertEncloses(
          ShareForecast.of(months)
              .flatMap(forecast -> forecast.twelveMonthsTo(36, ConfidenceLevel.PUBLISHED))
              .orElseThrow());
    }
  }

  @Test
  void moreAnswersAtTheSameSharesNarrowTheLimits() {
    channels()
        .forEach(
            few -> assertThat(width(difference(tripled(few)))).isLessThan(width(difference(few))));
    cities()
        .forEach(
            few -> {
              List<Channel> more = few.stream().map(MethodPropertiesTest::tripled).toList();
              assertThat(width(estimate(standardised(more))))
                  .isLessThan(width(estimate(standardised(few))));
            });
  }

  @Test
  void theOwnMixOfAnswersGivesTheCrudeShare() {
    cities()
        .map(city -> city.stream().map(c -> new Channel(c.before(), c.now(), c.now().n())).toList())
        .forEach(
            city -> {
              Share crude = new Share(total(city, Share::count), total(city, Share::n));
              assertThat(estimate(standardised(city)).value())
                  .isCloseTo(crude.value().orElseThrow(), within(1e-12));
            });
  }

  @Test
  void rateAndMixEffectsAddUpToTheChange() {
    cities()
        .map(MethodPropertiesTest::split)
        .forEach(
            split ->
                assertThat(split.rateEffect() + split.mixEffect())
                    .isCloseTo(split.current() - split.baseline(), within(1e-12)));
  }

  @Test
  void theOrderOfChannelsDoesNotMatter() {
    Random random = new Random(2010);
    cities()
        .forEach(
            city -> {
              List<Channel> other = shuffled(city, random);
              Estimate expected = estimate(standardised(city));
              Estimate actual = estimate(standardised(other));
              assertThat(actual.value()).isCloseTo(expected.value(), within(1e-12));
              assertThat(width(actual)).isCloseTo(width(expected), within(1e-12));
              assertThat(split(other).rateEffect())
                  .isCloseTo(split(city).rateEffect(), within(1e-12));
            });
  }

  @Test
  void theOrderOfMonthsDoesNotMatterWhereTheyCarryTheirScores() {
    Random random = new Random(1955);
    List<Integer> months = Stream.iterate(0, month -> month + 1).limit(24).toList();
    for (int i = 0; i < CITIES; i++) {
      List<Share> shares = Stream.generate(() -> share(random, 300)).limit(24).toList();
      List<Integer> other = shuffled(months, random);
      double z =
          CochranArmitage.of(
                  other.stream().map(Integer::doubleValue).toList(),
                  other.stream().map(shares::get).toList())
              .orElseThrow()
              .z();
      assertThat(z).isCloseTo(CochranArmitage.of(shares).orElseThrow().z(), within(1e-9));
    }
  }

  @Test
  void theOrderInWhichCountsComeInDoesNotMatter() {
    Random random = new Random(2022);
    YearMonth to = SampleCity.LAST;
    List<MonthlyCounts> counts = SampleCity.counts();
    Period window = Period.twelveMonthsTo(to);
    for (int i = 0; i < 20; i++) {
      MonthSeries shuffled = MonthSeries.of(shuffled(counts, random), to);
      assertThat(shuffled.over(Optional.empty(), window))
          .isEqualTo(MonthSeries.of(counts, to).over(Optional.empty(), window));
      assertThat(shuffled.months()).isEqualTo(MonthSeries.of(counts, to).months());
    }
  }

  /** One to five channels each. */
  private static Stream<List<Channel>> cities() {
    Random random = new Random(2012);
    return Stream.generate(
            () -> Stream.generate(() -> channel(random)).limit(random.nextInt(1, 6)).toList())
        .limit(CITIES);
  }

  private static Stream<Channel> channels() {
    return cities().flatMap(List::stream);
  }

  private static Channel channel(Random random) {
    return new Channel(share(random, 3000), share(random, 3000), random.nextDouble(1, 1e6));
  }

  /** Of one answer at least; small numbers, nobody and everybody come up often. */
  private static Share share(Random random, int most) {
    long n = random.nextBoolean() ? random.nextLong(1, 10) : random.nextLong(1, most + 1);
    return switch (random.nextInt(6)) {
      case 0 -> new Share(0, n);
      case 1 -> new Share(n, n);
      default -> new Share(random.nextLong(n + 1), n);
    };
  }

  private static Channel tripled(Channel channel) {
    UnaryOperator<Share> more = share -> new Share(3 * share.count(), 3 * share.n());
    return new Channel(more.apply(channel.before()), more.apply(channel.now()), channel.contacts());
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> other = new ArrayList<>(list);
    Collections.shuffle(other, random);
    return other;
  }

  private static StandardisedShare standardised(List<Channel> city) {
    return StandardisedShare.of(
        city.stream().map(channel -> new Stratum(channel.now(), channel.contacts())).toList(),
        ANY_NUMBER);
  }

  private static MixSplit split(List<Channel> city) {
    return MixSplit.of(
            city.stream()
                .map(channel -> MixSplit.Stratum.of(channel.before(), channel.now()))
                .toList())
        .orElseThrow();
  }

  private static Estimate difference(Channel channel) {
    return ShareDifference.of(
        channel.now().estimate(ConfidenceLevel.PUBLISHED).orElseThrow(),
        channel.before().estimate(ConfidenceLevel.PUBLISHED).orElseThrow());
  }

  private static Estimate estimate(StandardisedShare share) {
    return share.estimate(ConfidenceLevel.PUBLISHED).orElseThrow();
  }

  private static long total(List<Channel> city, ToLongFunction<Share> number) {
    return city.stream().map(Channel::now).mapToLong(number).sum();
  }

  private static void assertEncloses(Estimate estimate) {
    assertThat(estimate.value()).isBetween(estimate.lower(), estimate.upper());
  }

  private static double width(Estimate estimate) {
    return estimate.upper() - estimate.lower();
  }
}
