// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import nl.rotterdam.survey.delivery.DeliveryReceipt.Outcome;
import nl.rotterdam.survey.invitation.MailMark.Letter;
import nl.rotterdam.survey.invitation.MailMark.Marked;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes what carriers tell of messages that they had accepted: twice, late and in any order. That a
 * message arrived is final and believed against an earlier failure; an answered invitation arrived,
 * whatever is told.
 */
public final class Receipts {
  private final Jdbi jdbi;
  private final InvitationDao invitations;
  private final ContactDao contacts;
  private final ReturnedMessages returned;
  private final ChangedMonths changed;
  private final Clock clock;
  private final Meter delivered;

  public Receipts(Jdbi jdbi, ChangedMonths changed, Clock clock, MetricRegistry metrics) {
    this.jdbi = jdbi;
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.returned = new ReturnedMessages(jdbi, changed, clock, metrics);
    this.changed = changed;
    this.clock = clock;
    this.delivered = metrics.meter(MetricRegistry.name(Receipts.class, "delivered"));
  }

  /**
   * Takes what a carrier tells of the invitation's own message, not of its reminder. While that is
   * being sent, this waits.
   *
   * @return whether it is about a message of ours
   */
  public boolean take(UUID invitation, DeliveryReceipt receipt) {
    return take(new Marked(invitation, Letter.INVITATION), receipt);
  }

  /** The same of a message that is known by its mark, be it the invitation's or its reminder. */
  public boolean take(Marked message, DeliveryReceipt receipt) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Invitation> found = invitations.find(message.invitation());
          found.ifPresent(known -> take(known, receipt, message.letter() == Letter.REMINDER));
          return found.isPresent();
        });
  }

  /**
   * Takes what a carrier tells of the message that it gave this reference.
   *
   * @return whether it is about a message of ours: not yet, while the message is being sent
   */
  public boolean take(String carrierReference, DeliveryReceipt receipt) {
    return jdbi.inTransaction(
        handle -> {
          Optional<UUID> id = invitations.findByReference(carrierReference);
          id.flatMap(invitations::find)
              .ifPresent(known -> take(known, receipt, invitations.isReminded(known.id())));
          return id.isPresent();
        });
  }

  private void take(Invitation invitation, DeliveryReceipt receipt, boolean ofReminder) {
    if (invitations.isArrived(invitation.id())) {
      return;
    }
    Optional<byte[]> address = writtenTo(invitation);
    if (receipt.outcome() == Outcome.NOBODY_THERE && address.isPresent()) {
      returned.nobodyAt(address.get());
    }
    invitations.lock(invitation.id());
    if (receipt.outcome() == Outcome.DELIVERED) {
      arrived(invitation);
    } else if (!ofReminder) {
      returned.fail(invitation, receipt.reason());
    }
  }

  /** The hash of the address that the message went to; empty once it is erased. */
  private static Optional<byte[]> writtenTo(Invitation invitation) {
    return switch (invitation.medium()) {
      case EMAIL -> Optional.ofNullable(invitation.emailHash());
      case SMS -> Optional.ofNullable(invitation.phoneHash());
      case LINK -> Optional.empty();
    };
  }

  private void arrived(Invitation invitation) {
    if (invitations.delivered(invitation.id(), clock.instant())) {
      changed.mark(List.of(contacts.get(invitation.contactId()).month()));
      delivered.mark();
    }
  }
}
