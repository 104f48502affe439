// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static nl.rotterdam.survey.invitation.AskingFixtures.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.survey.contact.Reason;
import org.junit.jupiter.api.Test;

/** Over two years no contact of a city breaks a rule, and each has one reason. */
class AskingRulesTest {
  private static final TwoYears CITY = new TwoYears();
  private static final List<AskingCase> CASES = CITY.run();

  @Test
  void eachContactHasTheOneReasonThatTheRulesGive() {
    for (AskingCase one : CASES) {
      boolean outsideSample = one.expected == Reason.ASKED && one.reason == Reason.NOT_SAMPLED;
      if (!outsideSample) {
        assertThat(one.reason).as(one.contact.externalId()).isEqualTo(one.expected);
      }
    }
  }

  @Test
  void reasonsAddUpAndNoneIsMissing() {
    Map<Reason, Long> numbers =
        CASES.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.reason, () -> new EnumMap<>(Reason.class), Collectors.counting()));

    assertThat(numbers).containsOnlyKeys(Reason.values());
    assertThat(numbers.values().stream().mapToLong(number -> number).sum())
        .isEqualTo(TwoYears.CONTACTS);
    long drawn = numbers.get(Reason.ASKED) + numbers.get(Reason.NOT_SAMPLED);
    // within four standard deviations of 0.8
    assertThat(numbers.get(Reason.ASKED) / (double) drawn)
        .isBetween(0.8 - 4 * Math.sqrt(0.16 / drawn), 0.8 + 4 * Math.sqrt(0.16 / drawn));
  }

  @Test
  void whoIsAskedIsSentOneMessageOrNoneForOneReason() {
    List<AskingCase> asked = CASES.stream().filter(one -> one.invitation != null).toList();

    assertThat(asked).allMatch(one -> one.reason == Reason.ASKED);
    assertThat(asked)
        .allMatch(
            one ->
                Stream.of(!one.sent.isEmpty(), one.lapsed, one.withdrawn, one.linked())
                        .filter(Boolean.TRUE::equals)
                        .count()
                    == 1);
    assertThat(asked).allMatch(one -> one.sent.size() <= 1);
    assertThat(asked.stream().filter(one -> one.lapsed)).hasSizeGreaterThan(100);
    assertThat(asked.stream().filter(one -> one.withdrawn)).hasSizeGreaterThan(10);
  }

  @Test
  void nobodyIsWrittenToAtNightOnSundaysOrHolidays() {
    assertThat(CASES.stream().flatMap(one -> one.sent.stream()))
        .hasSizeGreaterThan(20_000)
        .allMatch(sent -> RestatedRules.allowed(sent.atZone(ZONE)));
  }

  @Test
  void reminderComesFiveDaysLaterByDayAndBeforeTheLinkCloses() {
    assertThat(CASES)
        .filteredOn(one -> one.reminder.isPresent())
        .hasSizeGreaterThan(20_000)
        .allMatch(one -> RestatedRules.allowed(one.reminder.get().atZone(ZONE)))
        .allMatch(one -> one.reminder.get().isBefore(one.invitation.expiresAt()))
        .allMatch(
            one ->
                !one.reminder.get().isBefore(one.sent.get(0).atZone(ZONE).plusDays(5).toInstant()));
  }

  @Test
  void messageIsPlannedForTheFirstMomentThatIsAllowed() {
    assertThat(CASES)
        .filteredOn(one -> one.invitation != null && !one.linked())
        .allMatch(one -> one.invitation.nextAttemptAt().equals(RestatedRules.due(one).toInstant()));
  }

  @Test
  void nobodyIsWrittenToBeforeAnHourOrAfterAWeek() {
    assertThat(CASES)
        .filteredOn(one -> !one.sent.isEmpty())
        .extracting(one -> Duration.between(one.contact.endedAt(), one.sent.get(0)))
        .allMatch(age -> age.compareTo(Duration.ofHours(1)) >= 0)
        .allMatch(age -> age.compareTo(Duration.ofDays(7)) <= 0);
  }

  @Test
  void noAddressBelongsToTwoMessagesWithinNinetyDays() {
    Map<String, List<ZonedDateTime>> sentByAddress = new HashMap<>();
    for (AskingCase one : CASES) {
      for (String address : one.addresses()) {
        for (Instant sent : one.sent) {
          sentByAddress.computeIfAbsent(address, key -> new ArrayList<>()).add(sent.atZone(ZONE));
        }
      }
    }
    sentByAddress.values().forEach(sent -> sent.sort(Comparator.naturalOrder()));

    assertThat(sentByAddress.values()).anyMatch(sent -> sent.size() >= 4);
    assertThat(sentByAddress.values())
        .allSatisfy(
            sent -> {
              for (int i = 1; i < sent.size(); i++) {
                assertThat(sent.get(i)).isAfterOrEqualTo(sent.get(i - 1).plusDays(90));
              }
            });
  }

  @Test
  void whereNobodyIsNoOtherMailGoes() {
    Map<String, Instant> bounced = CITY.rules().bounced();

    assertThat(bounced).hasSizeGreaterThan(300);
    assertThat(CASES)
        .filteredOn(one -> !one.sent.isEmpty() && one.invitation.medium() == Medium.EMAIL)
        .allMatch(
            one ->
                Optional.ofNullable(bounced.get(one.addresses().get(0)))
                    .map(since -> !one.sent.get(0).isAfter(since))
                    .orElse(true));
    assertThat(CASES)
        .as("asked by text message instead")
        .anyMatch(
            one ->
                !one.sent.isEmpty()
                    && one.invitation.medium() == Medium.SMS
                    && bounced.containsKey(one.addresses().get(0)));
  }

  @Test
  void nobodyIsWrittenToAfterAStop() {
    assertThat(CITY.rules().stopped()).hasSizeGreaterThan(100);
    for (AskingCase one : CASES) {
      for (Instant sent : one.sent) {
        assertThat(one.addresses())
            .allMatch(
                address ->
                    Optional.ofNullable(CITY.rules().stopped().get(address))
                        .map(sent::isBefore)
                        .orElse(true));
      }
    }
  }
}
