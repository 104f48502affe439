// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import static nl.rotterdam.reporting.figure.Channel.CHAT;
import static nl.rotterdam.reporting.figure.Channel.COUNTER;
import static nl.rotterdam.reporting.figure.Channel.PHONE;
import static nl.rotterdam.reporting.figure.Channel.SOCIAL;
import static nl.rotterdam.reporting.figure.Channel.VIDEO;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.contact.NewContact;

/** Contacts that came in just now, by every channel, asked about or not for one reason each. */
final class NewContacts {
  /** Telephone numbers from here on are those of new contacts, the ones before of history. */
  static final int FIRST_NUMBER = 9000;

  /** More than these do not come in. */
  static final int MOST = 99;

  private static final String CENTRE = "Centrum";
  private static final String SERVICE = "Dienstverlening";
  private static final Set<String> STREETS = Set.of("Afval en grofvuil", "Melding openbare ruimte");
  private static final String EMAIL = "n%02d@example.org";
  private static final String PHONE_NUMBER = "+3160000" + FIRST_NUMBER / 100 + "%02d";

  private final ZonedDateTime now;
  private final ZonedDateTime monthStart;

  private NewContacts(Instant now, ZoneId zone) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS).atZone(zone);
    this.monthStart = YearMonth.from(this.now).atDay(1).atStartOfDay(zone);
  }

  /** All of them, in the order in which they are reported. */
  static List<NewContact> at(Instant now, ZoneId zone) {
    NewContacts contacts = new NewContacts(now, zone);
    return List.of(
        contacts.of(1, COUNTER, "Paspoort", "nl", 40, email(1), null),
        contacts.of(2, PHONE, "Parkeervergunning", "nl", 35, null, phone(2)),
        contacts.of(3, VIDEO, "Verhuizing", "en", 32, email(3), null),
        contacts.of(4, CHAT, "Uittreksel BRP", "nl", 25, email(4), null),
        contacts.of(5, SOCIAL, "Melding openbare ruimte", "nl", 20, null, null),
        contacts.of(6, COUNTER, "Rijbewijs", "en", 18, null, phone(6)),
        contacts.of(7, PHONE, "Overlijdensaangifte", "nl", 16, email(7), null),
        contacts.of(8, PHONE, "Paspoort", "nl", 15, email(1), null),
        contacts.of(9, COUNTER, "Identiteitskaart", "nl", 14, null, null));
  }

  /** One more of them, as a visitor of the demo's pages reports it. */
  static NewContact another(int number, Instant now, ZoneId zone) {
    NewContacts contacts = new NewContacts(now, zone);
    return number % 2 == 0
        ? contacts.of(number, COUNTER, "Paspoort", "nl", 12, email(number), null)
        : contacts.of(number, PHONE, "Afval en grofvuil", "nl", 8, null, phone(number));
  }

  /** The ids of all contacts that can come in while the demo is shown. */
  static List<String> ids() {
    return IntStream.rangeClosed(1, MOST).mapToObj(NewContacts::id).toList();
  }

  private static String id(int number) {
    return "N%06d".formatted(number);
  }

  private NewContact of(
      int number,
      Channel channel,
      String product,
      String language,
      int minutesAgo,
      String email,
      String phone) {
    ZonedDateTime ago = now.minusMinutes(minutesAgo);
    ZonedDateTime startedAt = ago.isBefore(monthStart) ? monthStart : ago;
    long past = ChronoUnit.SECONDS.between(startedAt, now);
    int seconds = (int) Math.min(past, ChannelTraits.of(channel).seconds());
    return new NewContact(
        id(number),
        channel,
        channel == COUNTER ? CENTRE : null,
        product,
        "Cool",
        STREETS.contains(product) ? "Stadsbeheer" : SERVICE,
        language,
        startedAt.toOffsetDateTime(),
        channel == SOCIAL ? null : seconds,
        channel == PHONE ? true : null,
        email,
        phone);
  }

  private static String email(int number) {
    return EMAIL.formatted(number);
  }

  private static String phone(int number) {
    return PHONE_NUMBER.formatted(number);
  }
}
