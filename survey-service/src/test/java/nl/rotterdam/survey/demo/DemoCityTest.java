// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.figure.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCityTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Instant NOW = Instant.parse("2026-03-18T13:00:00Z");
  private static final CityHistory CITY = DemoCity.at(NOW, ZONE);

  @Test
  void sameSeedAndMomentMakeTheSameFiles(@TempDir Path folder) throws IOException {
    CityFiles first = new CityFiles(folder.resolve("first"));
    CityFiles second = new CityFiles(folder.resolve("second"));
    first.write(CITY);
    second.write(DemoCity.at(NOW, ZONE));
    assertThat(first.contacts()).hasSameBinaryContentAs(second.contacts());
    assertThat(first.answers()).hasSameBinaryContentAs(second.answers());
    assertThat(first.callbacks()).hasSameBinaryContentAs(second.callbacks());
    assertThat(Files.readAllLines(first.contacts()).get(0))
        .isEqualTo(
            "externalId,channel,location,product,wijk,cluster,language,startedAt,durationSeconds,"
                + "resolvedFirstTime,emailOrPhone");
  }

  @Test
  void thirtySixWholeMonthsAndTheRunningOneHaveContacts() {
    Map<YearMonth, Long> byMonth =
        CITY.contacts().stream()
            .collect(groupingBy(contact -> YearMonth.from(contact.startedAt()), counting()));
    assertThat(byMonth).hasSize(37).containsKeys(YearMonth.of(2023, 3), YearMonth.of(2026, 3));
    byMonth.remove(YearMonth.of(2026, 3));
    assertThat(byMonth.values()).allSatisfy(count -> assertThat(count).isBetween(550L, 900L));
  }

  @Test
  void nothingHappensAfterNow() {
    assertThat(CITY.contacts()).allMatch(contact -> !contact.endedAt().toInstant().isAfter(NOW));
    assertThat(CITY.answers()).allMatch(answer -> !answer.answeredAt().toInstant().isAfter(NOW));
    assertThat(CITY.notes())
        .allMatch(note -> note.handledAt() == null || !note.handledAt().toInstant().isAfter(NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:10:00Z",
        "2026-11-22T12:00:00Z",
        "2027-06-30T21:59:00Z",
        "2028-02-29T10:00:00Z"
      })
  void theShareDissatisfiedFallsOnAnyDate(Instant now) {
    CityHistory city = DemoCity.at(now, ZONE);
    YearMonth first = DemoCity.firstMonth(YearMonth.from(now.atZone(ZONE)));
    assertThat(shareDissatisfied(city, first)).isCloseTo(0.113, within(0.008));
    assertThat(shareDissatisfied(city, first.plusMonths(24))).isCloseTo(0.084, within(0.008));
  }

  @Test
  void channelsAnswerAsUnlikelyAsTheyDo() {
    assertThat(response(Channel.COUNTER)).isCloseTo(0.20, within(0.01));
    assertThat(response(Channel.PHONE)).isCloseTo(0.15, within(0.01));
    assertThat(response(Channel.CHAT)).isCloseTo(0.08, within(0.01));
    assertThat(response(Channel.SOCIAL)).isCloseTo(0.008, within(0.003));
    assertThat(response(Channel.VIDEO)).isCloseTo(0.18, within(0.02));
  }

  @Test
  void nobodysAddressIsReal() {
    assertThat(CITY.contacts())
        .extracting(CityContact::emailOrPhone)
        .filteredOn(Objects::nonNull)
        .allMatch(address -> address.matches("r\\d{6}@example\\.org|\\+3160000\\d{4}"));
    assertThat(CITY.contacts()).anyMatch(contact -> contact.emailOrPhone() == null);
  }

  @Test
  void onlyCountersHaveALocationAndOnlyTelephoneAFirstTimeFix() {
    assertThat(CITY.contacts())
        .allMatch(c -> (c.channel() == Channel.COUNTER) == (c.location() != null))
        .allMatch(c -> (c.channel() == Channel.PHONE) == (c.resolvedFirstTime() != null))
        .filteredOn(c -> c.channel() == Channel.COUNTER)
        .noneMatch(c -> c.startedAt().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
  }

  @Test
  void someAnswersArePartialAndSomeHaveAComment() {
    assertThat(share(CITY.answers(), answer -> answer.timeliness() == null)).isBetween(0.03, 0.10);
    assertThat(share(CITY.answers(), answer -> answer.comment() != null)).isBetween(0.10, 0.25);
  }

  @Test
  void mostCallBackNotesAreHandledTheNextWorkingDay() {
    OpeningHours hours = new OpeningHours(ZONE);
    double onTime =
        share(
            CITY.notes(),
            note ->
                note.handledAt() != null
                    && !note.handledAt().isAfter(hours.endOfNextWorkingDay(note.createdAt())));
    assertThat(onTime).isBetween(0.60, 0.80);
  }

  private static double shareDissatisfied(CityHistory city, YearMonth from) {
    Map<String, CityContact> contacts =
        city.contacts().stream()
            .collect(Collectors.toMap(CityContact::externalId, Function.identity()));
    List<CityAnswer> ofTwelveMonths =
        city.answers().stream()
            .filter(
                answer -> {
                  CityContact contact = contacts.get(answer.externalId());
                  YearMonth month = YearMonth.from(contact.startedAt());
                  return !month.isBefore(from) && month.isBefore(from.plusMonths(12));
                })
            .toList();
    return share(ofTwelveMonths, answer -> answer.overall() <= 6);
  }

  private static double response(Channel channel) {
    Map<String, CityContact> invited =
        CITY.contacts().stream()
            .filter(contact -> contact.channel() == channel && contact.emailOrPhone() != null)
            .collect(Collectors.toMap(CityContact::externalId, Function.identity()));
    return CITY.answers().stream().filter(a -> invited.containsKey(a.externalId())).count()
        / (double) invited.size();
  }

  private static <T> double share(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).count() / (double) all.size();
  }
}
