// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.MailMark.Letter;
import nl.rotterdam.survey.invitation.MailMark.Marked;
import nl.rotterdam.survey.mail.DeliveryNotice;
import org.jdbi.v3.core.Jdbi;

/** Takes notices that a mail could not be delivered. Taking one twice changes nothing. */
public final class Bounces {
  private final MailMark marks;
  private final Jdbi jdbi;
  private final InvitationDao invitations;
  private final ReturnedMessages returned;

  public Bounces(
      MailMark marks, Jdbi jdbi, ChangedMonths changed, Clock clock, MetricRegistry metrics) {
    this.marks = marks;
    this.jdbi = jdbi;
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.returned = new ReturnedMessages(jdbi, changed, clock, metrics);
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

  private void cameBack(Invitation invitation, Letter letter, DeliveryNotice notice) {
    if (notice.isMailboxGone() && invitation.emailHash() != null) {
      returned.nobodyAt(invitation.emailHash());
    }
    if (letter == Letter.INVITATION) {
      returned.fail(invitation, "dsn_" + notice.status());
    }
  }
}
