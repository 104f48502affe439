// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.demo.CityFacts.Product;

/**
 * Makes up a city's contacts, answers and call-back notes: thirty-six whole months and the running
 * one up to now, in which the share dissatisfied falls. The same seed and moment give the same
 * city.
 */
public final class DemoCity {
  /** How many whole months the city remembers. */
  public static final int MONTHS = 36;

  /** The seed of the city that the demo shows. */
  public static final long SEED = 14010;

  private static final double DISSATISFIED_FIRST = 0.1215;
  private static final double DISSATISFIED_LAST = 0.0785;

  /** How much better or worse single months are, by chance; each year's come to nothing. */
  private static final double[] FORTUNE = {
    .012, -.008, .004, -.014, .009, .015, -.006, -.011, .013, -.004, -.016, .006
  };

  private static final double[] SEASON = {
    1.00, 0.95, 1.02, 1.06, 1.13, 1.10, 0.92, 0.85, 1.05, 1.05, 1.01, 0.86
  };
  private static final double HAS_ADDRESS = 0.93;
  private static final double HAS_EMAIL = 0.65;
  private static final double FIRST_TIME_FIX_FIRST = 0.74;
  private static final double FIRST_TIME_FIX_LAST = 0.83;

  private final Instant now;
  private final YearMonth running;
  private final OpeningHours hours;
  private final RandomGenerator random;
  private final Map<Channel, Quota> answering = new EnumMap<>(Channel.class);
  private final Map<Channel, Quota> dissatisfied = new EnumMap<>(Channel.class);
  private final List<CityContact> contacts = new ArrayList<>();
  private final List<CityAnswer> answers = new ArrayList<>();

  private DemoCity(RandomGenerator random, Instant now, ZoneId zone) {
    this.random = random;
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.running = YearMonth.from(now.atZone(zone));
    this.hours = new OpeningHours(zone);
    for (Channel channel : Channel.values()) {
      answering.put(channel, new Quota(random.nextDouble()));
      dissatisfied.put(channel, new Quota(random.nextDouble()));
    }
  }

  /** The city that the demo shows at this moment. */
  public static CityHistory at(Instant now, ZoneId zone) {
    return of(new SplittableRandom(SEED), now, zone);
  }

  /** The city that these draws make at this moment. */
  public static CityHistory of(RandomGenerator random, Instant now, ZoneId zone) {
    DemoCity city = new DemoCity(random, now, zone);
    for (int month = 0; month <= MONTHS; month++) {
      city.live(month);
    }
    city.answers.sort(
        Comparator.comparing(CityAnswer::answeredAt).thenComparing(CityAnswer::externalId));
    return new CityHistory(
        city.contacts, city.answers, new CityNotes(city.hours, now).of(city.contacts, random));
  }

  /** The first of the whole months that the city remembers. */
  public static YearMonth firstMonth(YearMonth running) {
    return running.minusMonths(MONTHS);
  }

  private void live(int number) {
    YearMonth month = firstMonth(running).plusMonths(number);
    double progress = Math.min(1, number / (double) (MONTHS - 1));
    List<CityContact> ofMonth = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      ChannelTraits traits = ChannelTraits.of(channel);
      double expected = traits.contacts(progress) * SEASON[month.getMonthValue() - 1];
      long count = Math.round(expected * random.nextDouble(0.96, 1.04));
      for (long i = 0; i < count; i++) {
        ofMonth.add(contact(channel, traits, month, progress));
      }
    }
    ofMonth.sort(Comparator.comparing(CityContact::startedAt));
    for (CityContact unnumbered : ofMonth) {
      if (unnumbered.endedAt().toInstant().isBefore(now)) {
        CityContact contact = numbered(unnumbered);
        contacts.add(contact);
        answer(contact, progress, FORTUNE[number % FORTUNE.length]);
      }
    }
  }

  private CityContact contact(
      Channel channel, ChannelTraits traits, YearMonth month, double progress) {
    Product product = CityFacts.products(channel).pick(random);
    int wijk = random.nextInt(CityFacts.WIJKEN.size());
    boolean fixed =
        random.nextDouble() < between(FIRST_TIME_FIX_FIRST, FIRST_TIME_FIX_LAST, progress);
    return new CityContact(
        "",
        channel,
        channel == Channel.COUNTER ? CityFacts.LOCATIONS.pick(random) : null,
        product.name(),
        random.nextDouble() < 0.01 ? null : CityFacts.WIJKEN.get(wijk),
        product.cluster(),
        CityFacts.LANGUAGES.pick(random),
        hours.moment(month, traits, random),
        traits.seconds() == 0
            ? null
            : (int) (traits.seconds() * Math.exp(random.nextGaussian(0, 0.5))) + 20,
        channel == Channel.PHONE ? fixed : null,
        null);
  }

  /** With its place in the order of time, and the address of a resident who is nobody. */
  private CityContact numbered(CityContact contact) {
    int number = contacts.size() + 1;
    String address = null;
    if (random.nextDouble() < HAS_ADDRESS) {
      address =
          random.nextDouble() < HAS_EMAIL
              ? "r%06d@example.org".formatted(number)
              : "+3160000%04d".formatted(number % NewContacts.FIRST_NUMBER);
    }
    return new CityContact(
        "H%06d".formatted(number),
        contact.channel(),
        contact.location(),
        contact.product(),
        contact.wijk(),
        contact.cluster(),
        contact.language(),
        contact.startedAt(),
        contact.durationSeconds(),
        contact.resolvedFirstTime(),
        address);
  }

  private void answer(CityContact contact, double progress, double fortune) {
    ChannelTraits traits = ChannelTraits.of(contact.channel());
    double delay = 3600 + 12 * 3600 * -Math.log(1 - random.nextDouble());
    ZonedDateTime answeredAt = contact.endedAt().plusSeconds((long) delay);
    if (contact.emailOrPhone() == null
        || !answering.get(contact.channel()).next(traits.response())
        || answeredAt.toInstant().isAfter(now)) {
      return;
    }
    double share = between(DISSATISFIED_FIRST, DISSATISFIED_LAST, progress) + fortune;
    boolean unhappy = dissatisfied.get(contact.channel()).next(share * traits.discontent());
    answers.add(CityScores.answer(contact, answeredAt, unhappy, random));
  }

  private static double between(double first, double last, double progress) {
    return first + (last - first) * progress;
  }
}
