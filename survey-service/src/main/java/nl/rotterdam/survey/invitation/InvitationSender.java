// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import io.dropwizard.lifecycle.Managed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.delivery.DeliveryException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the planned invitations of one medium and their reminders, one at a time: each is claimed,
 * handed over and marked in one transaction. Instances skip what another one holds, and a crash
 * releases the claim, so that at most the one in hand is sent twice, with the same Message-ID, and
 * none is lost.
 */
public final class InvitationSender implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(InvitationSender.class);
  private static final int BATCH = 100;
  private static final List<UUID> NONE = List.of();

  /** The carrier of one medium. */
  @FunctionalInterface
  public interface Carrier {
    /** Returns once the message to this address is accepted. */
    void send(Invitation invitation, Contact contact, String address) throws DeliveryException;
  }

  private enum Outcome {
    SENT,
    NOT_SENT,
    /** By mail alone: there is no such mailbox. */
    NOBODY_THERE
  }

  private record Delivery(Invitation invitation, Outcome outcome) {}

  private final Medium medium;
  private final Carrier carrier;
  private final Jdbi jdbi;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final RecipientDao recipients;
  private final ChangedMonths changed;
  private final Clock clock;
  private final AskingTimes times;
  private final AddressCipher cipher;
  private final SendingSettings settings;
  private final Meter sent;
  private final Meter reminded;
  private final Meter failed;
  private final ScheduledExecutorService schedule;
  private Instant pausedUntil = Instant.MIN;

  public InvitationSender(
      Medium medium,
      Carrier carrier,
      Jdbi jdbi,
      ChangedMonths changed,
      Clock clock,
      AskingTimes times,
      AddressCipher cipher,
      SendingSettings settings,
      MetricRegistry metrics) {
    this.medium = medium;
    this.carrier = carrier;
    this.jdbi = jdbi;
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, RecipientDao.class);
    this.changed = changed;
    this.clock = clock;
    this.times = times;
    this.cipher = cipher;
    this.settings = settings;
    String name = medium.name().toLowerCase(java.util.Locale.ROOT);
    this.sent = metrics.meter(MetricRegistry.name(InvitationSender.class, name, "sent"));
    this.reminded = metrics.meter(MetricRegistry.name(InvitationSender.class, name, "reminded"));
    this.failed = metrics.meter(MetricRegistry.name(InvitationSender.class, name, "failed"));
    this.schedule =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "send-" + name));
  }

  @Override
  public void start() {
    long poll = settings.poll().toMillis();
    schedule.scheduleWithFixedDelay(this::sendDueAndGoOn, poll, poll, TimeUnit.MILLISECONDS);
  }

  /** Lets the message in hand go out; what remains is for the next start. */
  @Override
  public void stop() throws InterruptedException {
    schedule.shutdown();
    if (!schedule.awaitTermination(30, TimeUnit.SECONDS)) {
      LOG.warn("Sending by {} did not stop in time", medium);
    }
  }

  /** A failure must not end the schedule: it is logged, and the next round tries again. */
  private void sendDueAndGoOn() {
    try {
      sendDue();
    } catch (RuntimeException e) {
      LOG.error("Sending by {} failed; it goes on at the next round", medium, e);
    }
  }

  /**
   * Sends all that is due now, in the order in which it became due.
   *
   * @return how many were sent
   */
  public int sendDue() {
    int count = 0;
    int before;
    do {
      before = count;
      for (UUID id : isOpen() ? invitations.listDue(medium, clock.instant(), BATCH) : NONE) {
        if (!isOpen()) {
          return count;
        }
        count += send(id) ? 1 : 0;
      }
      // where none was sent nothing is left, or another instance holds it
    } while (count > before);
    return count;
  }

  /** Asked before each: a queue that is long must not go on into the night. */
  private boolean isOpen() {
    Instant now = clock.instant();
    return !schedule.isShutdown() && !now.isBefore(pausedUntil) && !times.isQuiet(now);
  }

  private boolean send(UUID id) {
    Optional<Delivery> delivery =
        jdbi.inTransaction(handle -> invitations.claim(id, clock.instant()).map(this::deliver));
    // after the commit: others lock an address first and its invitations then
    delivery.ifPresent(this::remember);
    return delivery.filter(done -> done.outcome() == Outcome.SENT).isPresent();
  }

  /** A reminder is no asking. */
  private void remember(Delivery delivery) {
    Invitation invitation = delivery.invitation();
    if (delivery.outcome() == Outcome.SENT && !invitation.reminds()) {
      recipients.asked(invitation.addressHashes(), clock.instant());
    }
    if (delivery.outcome() == Outcome.NOBODY_THERE) {
      recipients.bounced(invitation.emailHash(), clock.instant());
    }
  }

  private Delivery deliver(Invitation invitation) {
    return new Delivery(invitation, tryToDeliver(invitation));
  }

  private Outcome tryToDeliver(Invitation invitation) {
    Contact contact = contacts.get(invitation.contactId());
    if (isTooLate(invitation, contact)) {
      lapse(invitation, contact);
      return Outcome.NOT_SENT;
    }
    try {
      carrier.send(invitation, contact, cipher.decrypt(invitation.id(), invitation.address()));
    } catch (DeliveryException e) {
      notDelivered(invitation, contact, e);
      return e.addressDead() ? Outcome.NOBODY_THERE : Outcome.NOT_SENT;
    }
    delivered(invitation, contact);
    return Outcome.SENT;
  }

  /** A reminder may be as late as the link works. */
  private boolean isTooLate(Invitation invitation, Contact contact) {
    Instant now = clock.instant();
    return !invitation.expiresAt().isAfter(now)
        || (!invitation.reminds() && times.isTooLate(contact.endedAt(), now));
  }

  private void lapse(Invitation invitation, Contact contact) {
    if (invitation.reminds()) {
      invitations.endReminder(invitation.id());
      return;
    }
    invitations.lapse(invitation.id());
    changed.mark(List.of(contact.month()));
    failed.mark();
  }

  private void delivered(Invitation invitation, Contact contact) {
    Instant now = clock.instant();
    if (invitation.reminds()) {
      invitations.reminded(invitation.id(), now);
      reminded.mark();
      return;
    }
    invitations.sent(invitation.id(), now, reminder(invitation, contact, now));
    changed.mark(List.of(contact.month()));
    sent.mark();
  }

  /** Only mails are reminded of. */
  private Optional<Instant> reminder(Invitation invitation, Contact contact, Instant sentAt) {
    return medium == Medium.EMAIL
        ? times.reminder(contact.channel(), sentAt, invitation.expiresAt())
        : Optional.empty();
  }

  private void notDelivered(Invitation invitation, Contact contact, DeliveryException failure) {
    switch (failure.kind()) {
      case UNAVAILABLE -> {
        // not this invitation's fault, so it costs no attempt; but others go first after the pause,
        // in case it is this one at which the carrier hangs up
        pausedUntil = clock.instant().plus(settings.pause());
        invitations.postpone(invitation.id(), pausedUntil);
        LOG.warn(
            "Sending by {} pauses for {}: {} ({})",
            medium,
            settings.pause(),
            failure.reason(),
            failure.getCause() == null ? "refused" : failure.getCause().getMessage());
        return;
      }
      case TRANSIENT -> {
        if (retry(invitation, failure)) {
          return;
        }
      }
      case PERMANENT -> {}
    }
    fail(invitation, contact, failure.reason());
    LOG.info("Invitation {} cannot be sent: {}", invitation.id(), failure.reason());
  }

  /** A reminder can wait a day, and ends with the link. */
  private boolean retry(Invitation invitation, DeliveryException failure) {
    List<Duration> waits = settings.retries();
    int attempt = invitation.reminds() ? waits.size() - 1 : invitation.attempts();
    if (attempt >= waits.size()) {
      return false;
    }
    Instant next = times.firstAllowed(clock.instant().plus(waits.get(attempt)));
    if (invitation.reminds()) {
      invitations.postpone(invitation.id(), next);
    } else {
      invitations.retry(invitation.id(), next, failure.reason());
    }
    return true;
  }

  private void fail(Invitation invitation, Contact contact, String reason) {
    if (invitation.reminds()) {
      invitations.endReminder(invitation.id());
      return;
    }
    invitations.fail(invitation.id(), reason);
    changed.mark(List.of(contact.month()));
    failed.mark();
  }
}
