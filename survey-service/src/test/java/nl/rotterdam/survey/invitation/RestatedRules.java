// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static nl.rotterdam.survey.invitation.AskingFixtures.ZONE;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.survey.contact.Reason;

/**
 * The rules for asking once more, in other words than the code's, with a list of holidays and a
 * memory of their own.
 */
final class RestatedRules {
  /** Sundays apart, as the government's calendar has them. */
  private static final Set<LocalDate> HOLIDAYS =
      Stream.of(
              "2025-01-01 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-09 2025-12-25"
                  + " 2025-12-26 2026-01-01 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-25"
                  + " 2026-12-25 2026-12-26 2027-01-01")
          .flatMap(days -> Stream.of(days.split(" ")))
          .map(LocalDate::parse)
          .collect(Collectors.toSet());

  private final Map<String, ZonedDateTime> lastAsked = new HashMap<>();
  private final Map<String, Instant> stopped = new HashMap<>();
  private final Map<String, Instant> bounced = new HashMap<>();

  void asked(AskingCase one, ZonedDateTime moment) {
    for (String address : one.addresses()) {
      lastAsked.merge(address, moment, (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  void stopped(AskingCase one, Instant moment) {
    one.addresses().forEach(address -> stopped.putIfAbsent(address, moment));
  }

  void bounced(String address, Instant moment) {
    bounced.putIfAbsent(address, moment);
  }

  /** When it turned out that nobody is at an address. */
  Map<String, Instant> bounced() {
    return bounced;
  }

  /** When each address stopped. */
  Map<String, Instant> stopped() {
    return stopped;
  }

  /** The rules, once more; who is to be asked may still be outside the sample. */
  Reason expected(AskingCase one) {
    if (!one.linked() && one.addresses().isEmpty()) {
      return Reason.NO_ADDRESS;
    }
    if (one.addresses().stream().anyMatch(address -> address.endsWith("@test.example"))) {
      return Reason.TEST_ADDRESS;
    }
    if (one.contact.product().startsWith("Overlijden")) {
      return Reason.SENSITIVE;
    }
    if (Duration.between(one.contact.endedAt(), due(one)).compareTo(Duration.ofDays(7)) > 0) {
      return Reason.TOO_OLD;
    }
    if (one.addresses().stream().anyMatch(stopped::containsKey)) {
      return Reason.OPTED_OUT;
    }
    if (!one.linked() && bounced.keySet().containsAll(one.addresses())) {
      return Reason.BOUNCED;
    }
    return one.addresses().stream()
            .map(lastAsked::get)
            .anyMatch(asked -> asked != null && asked.plusDays(90).isAfter(due(one)))
        ? Reason.ASKED_RECENTLY
        : Reason.ASKED;
  }

  /** An hour after the contact, or now where that is over, or else the next morning of a day. */
  static ZonedDateTime due(AskingCase one) {
    ZonedDateTime now = one.received.atZone(ZONE);
    ZonedDateTime anHourLater = one.contact.endedAt().plusSeconds(3600).atZone(ZONE);
    ZonedDateTime due = anHourLater.isAfter(now) ? anHourLater : now;
    if (one.linked() || allowed(due)) {
      return one.linked() ? now : due;
    }
    LocalDate day = due.toLocalDate().plusDays(due.getHour() >= 9 ? 1 : 0);
    while (closed(day)) {
      day = day.plusDays(1);
    }
    return day.atTime(9, 0).atZone(ZONE);
  }

  static boolean allowed(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    return time.getHour() >= 9 && time.getHour() < 20 && !closed(moment.toLocalDate());
  }

  private static boolean closed(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY || HOLIDAYS.contains(day);
  }
}
