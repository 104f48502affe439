// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static nl.rotterdam.survey.invitation.AskingFixtures.ZONE;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.invitation.Asking.Decided;

/**
 * Two years of a city at random: decided and planned by the real code, sent by a sender that is
 * often late, and stopped by some residents.
 */
final class TwoYears {
  static final int CONTACTS = 100_000;

  private static final int RESIDENTS = 30_000;
  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final Instant START = Instant.parse("2024-12-31T23:00:00Z");
  private static final Duration TWO_YEARS = Duration.ofDays(730);
  private static final AskingSettings SETTINGS = AskingFixtures.settings("20:00-09:00", 0.8);
  private static final AskingTimes TIMES = AskingFixtures.times(SETTINGS);
  private static final byte[] KEY = new byte[32];
  private static final Asking ASKING =
      new Asking(
          SETTINGS,
          TIMES,
          KEY,
          new AddressCipher(KEY),
          new Links(URI.create("https://enquete.example"), KEY));

  private record Event(Instant at, Runnable what) {}

  private final SplittableRandom random = new SplittableRandom(20250101);
  private final MemoryRecipients recipients = new MemoryRecipients();
  private final RestatedRules rules = new RestatedRules();
  private final Set<AskingCase> waiting = new LinkedHashSet<>();
  private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));

  /** What became of every contact; the rules are told what they must remember. */
  List<AskingCase> run() {
    List<AskingCase> cases = new ArrayList<>();
    for (int i = 0; i < CONTACTS; i++) {
      AskingCase one = aCase(i);
      cases.add(one);
      events.add(new Event(one.received, () -> receive(one)));
    }
    while (!events.isEmpty()) {
      events.poll().what().run();
    }
    return cases;
  }

  RestatedRules rules() {
    return rules;
  }

  private AskingCase aCase(int number) {
    Instant started = START.plusSeconds(random.nextLong(TWO_YEARS.toSeconds()));
    int seconds = random.nextInt(3600);
    boolean late = random.nextInt(10) == 0;
    Instant received =
        started.plusSeconds(seconds + (late ? random.nextLong(10 * 86_400) : random.nextInt(600)));
    Channel channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
    boolean linked = channel == Channel.SOCIAL;
    int resident = random.nextInt(RESIDENTS);
    return new AskingCase(
        new NewContact(
            "c" + number,
            channel,
            null,
            random.nextInt(50) == 0 ? "Overlijdensaangifte" : "Paspoort",
            null,
            null,
            "nl",
            started.atOffset(ZoneOffset.UTC),
            seconds,
            null,
            linked || random.nextInt(3) == 0 ? null : email(resident),
            linked || random.nextInt(3) == 0 ? null : phone(resident)),
        received);
  }

  private String email(int resident) {
    String domain = random.nextInt(50) == 0 ? "@test.example" : "@example.org";
    return (random.nextBoolean() ? "r" : "R") + resident + domain;
  }

  /** Two residents share a telephone. */
  private String phone(int resident) {
    return "+316%08d".formatted(10_000_000 + resident / 2);
  }

  private void receive(AskingCase one) {
    one.expected = rules.expected(one);
    Decided decided = ASKING.decide(ASKING.consider(contact(one), one.contact), recipients);
    one.reason = decided.contact().reason();
    if (one.reason != Reason.ASKED) {
      return;
    }
    one.invitation = decided.invitation().orElseThrow();
    rules.asked(one, RestatedRules.due(one));
    if (!one.linked()) {
      waiting.add(one);
      boolean outage = random.nextInt(10) == 0;
      Duration wait = Duration.ofSeconds(outage ? random.nextLong(9 * 86_400) : random.nextInt(60));
      sendAt(one, one.invitation.nextAttemptAt().plus(wait));
    }
    if (random.nextInt(40) == 0) {
      Instant stop = one.received.plusSeconds(random.nextLong(20 * 86_400));
      events.add(new Event(stop, () -> stop(one, stop)));
    }
  }

  /** As the sender does: it looks at the clock, waits a while at night, and then sends or not. */
  private void sendAt(AskingCase one, Instant moment) {
    events.add(new Event(moment, () -> send(one, moment)));
  }

  private void send(AskingCase one, Instant now) {
    if (one.withdrawn) {
      return;
    }
    if (TIMES.isQuiet(now)) {
      sendAt(one, now.plusSeconds(600));
    } else if (TIMES.isTooLate(one.contact.endedAt(), now)) {
      one.lapsed = true;
      waiting.remove(one);
    } else {
      one.sent.add(now);
      one.reminder = TIMES.reminder(one.contact.channel(), now, one.invitation.expiresAt());
      waiting.remove(one);
      recipients.asked(one.invitation.addressHashes(), now);
      rules.asked(one, now.atZone(ZONE));
      if (one.invitation.medium() == Medium.EMAIL && random.nextInt(30) == 0) {
        recipients.bounced(one.invitation.emailHash(), now);
        rules.bounced(one.addresses().get(0), now);
      }
    }
  }

  private void stop(AskingCase one, Instant now) {
    one.invitation.addressHashes().forEach(hash -> recipients.optOut(hash, now));
    rules.stopped(one, now);
    for (AskingCase other : List.copyOf(waiting)) {
      if (other.addresses().stream().anyMatch(one.addresses()::contains)) {
        other.withdrawn = true;
        waiting.remove(other);
      }
    }
  }

  private static Contact contact(AskingCase one) {
    NewContact reported = one.contact;
    return new Contact(
        new UUID(0, 1),
        "default",
        reported.externalId(),
        reported.channel(),
        null,
        reported.product(),
        null,
        null,
        "nl",
        reported.startedAt().toInstant(),
        YearMonth.from(reported.startedAt()),
        reported.durationSeconds(),
        null,
        Reason.ASKED,
        one.received,
        new byte[0]);
  }
}
