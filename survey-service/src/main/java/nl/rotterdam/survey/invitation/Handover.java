// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.invitation.InvitationSender.Carrier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a claimed invitation or reminder over to the carrier, and marks what became of it. */
final class Handover {
  private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

  /** What became of it. */
  enum Outcome {
    SENT,
    NOT_SENT,
    /** There is no such mailbox. */
    NOBODY_THERE,
    CARRIER_UNAVAILABLE
  }

  private final Medium medium;
  private final Carrier carrier;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final ChangedMonths changed;
  private final Clock clock;
  private final AskingTimes times;
  private final AddressCipher cipher;
  private final SendingSettings settings;
  private final Meter sent;
  private final Meter reminded;
  private final Meter failed;

  Handover(
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
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.changed = changed;
    this.clock = clock;
    this.times = times;
    this.cipher = cipher;
    this.settings = settings;
    String name = medium.name().toLowerCase(Locale.ROOT);
    this.sent = metrics.meter(MetricRegistry.name(InvitationSender.class, name, "sent"));
    this.reminded = metrics.meter(MetricRegistry.name(InvitationSender.class, name, "reminded"));
    this.failed = metrics.meter(MetricRegistry.name(InvitationSender.class, name, "failed"));
  }

  /** In the transaction of the claim. */
  Outcome of(Invitation invitation) {
    Contact contact = contacts.get(invitation.contactId());
    if (isTooLate(invitation, contact)) {
      lapse(invitation, contact);
      return Outcome.NOT_SENT;
    }
    Optional<String> reference;
    try {
      reference =
          carrier.send(invitation, contact, cipher.decrypt(invitation.id(), invitation.address()));
    } catch (DeliveryException e) {
      return notDelivered(invitation, contact, e);
    }
    accepted(invitation, contact, reference);
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

  private void accepted(Invitation invitation, Contact contact, Optional<String> reference) {
    Instant now = clock.instant();
    // a carrier may use its numbers again: a receipt is then about the message sent last
    reference.ifPresent(invitations::forgetReference);
    if (invitation.reminds()) {
      invitations.reminded(invitation.id(), now, reference);
      reminded.mark();
      return;
    }
    invitations.sent(invitation.id(), now, reminder(invitation, contact, now), reference);
    changed.mark(List.of(contact.month()));
    sent.mark();
  }

  /** Only mails are reminded of. */
  private Optional<Instant> reminder(Invitation invitation, Contact contact, Instant sentAt) {
    return medium == Medium.EMAIL
        ? times.reminder(contact.channel(), sentAt, invitation.expiresAt())
        : Optional.empty();
  }

  private Outcome notDelivered(Invitation invitation, Contact contact, DeliveryException failure) {
    switch (failure.kind()) {
      case UNAVAILABLE -> {
        // not this invitation's fault, so it costs no attempt; but others go first after the pause,
        // in case it is this one at which the carrier hangs up
        invitations.postpone(invitation.id(), clock.instant().plus(settings.pause()));
        LOG.warn(
            "Sending by {} pauses for {}: {} ({})",
            medium,
            settings.pause(),
            failure.reason(),
            failure.getCause() == null ? "refused" : failure.getCause().getMessage());
        return Outcome.CARRIER_UNAVAILABLE;
      }
      case TRANSIENT -> {
        if (retry(invitation, failure)) {
          return Outcome.NOT_SENT;
        }
      }
      case PERMANENT -> {}
    }
    fail(invitation, contact, failure);
    LOG.info("Invitation {} cannot be sent: {}", invitation.id(), failure.reason());
    return failure.addressDead() ? Outcome.NOBODY_THERE : Outcome.NOT_SENT;
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

  private void fail(Invitation invitation, Contact contact, DeliveryException failure) {
    if (invitation.reminds()) {
      invitations.endReminder(invitation.id());
      return;
    }
    if (failure.addressDead()) {
      invitations.refuse(invitation.id(), clock.instant(), failure.reason());
    } else {
      invitations.fail(invitation.id(), failure.reason());
    }
    changed.mark(List.of(contact.month()));
    failed.mark();
  }
}
