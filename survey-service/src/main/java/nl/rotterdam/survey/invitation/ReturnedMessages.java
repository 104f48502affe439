// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.util.List;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of an invitation whose message was accepted and did not arrive. In the caller's
 * transaction, the address first: everybody locks an address first and its invitations then.
 */
final class ReturnedMessages {
  private static final Logger LOG = LoggerFactory.getLogger(ReturnedMessages.class);

  private final InvitationDao invitations;
  private final RecipientDao recipients;
  private final ContactDao contacts;
  private final ChangedMonths changed;
  private final Clock clock;
  private final Meter bounced;

  ReturnedMessages(Jdbi jdbi, ChangedMonths changed, Clock clock, MetricRegistry metrics) {
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, RecipientDao.class);
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.changed = changed;
    this.clock = clock;
    this.bounced = metrics.meter(MetricRegistry.name(Bounces.class, "bounced"));
  }

  /** There is nobody at this address: it is not asked again. */
  void nobodyAt(byte[] addressHash) {
    recipients.claim(addressHash);
    recipients.bounced(addressHash, clock.instant());
  }

  /** The invitation has failed, unless it is known that it arrived. */
  void fail(Invitation invitation, String reason) {
    if (invitations.undelivered(invitation.id(), reason)) {
      changed.mark(List.of(contacts.get(invitation.contactId()).month()));
      bounced.mark();
      LOG.info("Invitation {} came back: {}", invitation.id(), reason);
    }
  }
}
