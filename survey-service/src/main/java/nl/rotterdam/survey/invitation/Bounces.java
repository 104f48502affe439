// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.MailMark.Letter;
import nl.rotterdam.survey.invitation.MailMark.Marked;
import nl.rotterdam.survey.mail.DeliveryNotice;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes notices that a mail could not be delivered. Taking one twice changes nothing. */
public final class Bounces {
  private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);

  private final MailMark marks;
  private final Jdbi jdbi;
  private final InvitationDao invitations;
  private final RecipientDao recipients;
  private final ContactDao contacts;
  private final ChangedMonths changed;
  private final Clock clock;
  private final Meter bounced;

  public Bounces(
      MailMark marks, Jdbi jdbi, ChangedMonths changed, Clock clock, MetricRegistry metrics) {
    this.marks = marks;
    this.jdbi = jdbi;
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, RecipientDao.class);
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.changed = changed;
    this.clock = clock;
    this.bounced = metrics.meter(MetricRegistry.name(Bounces.class, "bounced"));
  }

  /**
   * The mail that came back has failed, and where there is nobody at its address, that is not asked
   * again. A notice about an invitation that is answered is not believed.
   *
   * @return whether the notice is about a mail of ours
   */
  public boolean take(DeliveryNotice notice) {
    // a reminder names the mail that it comes after, too
    Optional<Marked> mail = marks.find(notice.text()).max(Comparator.comparing(Marked::letter));
    return mail.isPresent() && jdbi.inTransaction(handle -> take(mail.get(), notice));
  }

  private boolean take(Marked mail, DeliveryNotice notice) {
    Optional<Invitation> found = invitations.find(mail.invitation());
    found
        .filter(invitation -> invitation.answeredAt() == null)
        .ifPresent(invitation -> cameBack(invitation, mail.letter(), notice));
    return found.isPresent();
  }

  /** Locks the address first and its invitation then, as everybody does. */
  private void cameBack(Invitation invitation, Letter letter, DeliveryNotice notice) {
    if (notice.isMailboxGone() && invitation.emailHash() != null) {
      recipients.add(invitation.emailHash());
      recipients.bounced(invitation.emailHash(), clock.instant());
    }
    if (letter == Letter.INVITATION
        && invitations.undelivered(invitation.id(), "dsn_" + notice.status())) {
      changed.mark(List.of(contacts.get(invitation.contactId()).month()));
      bounced.mark();
      LOG.info("Invitation {} came back: dsn_{}", invitation.id(), notice.status());
    }
  }
}
