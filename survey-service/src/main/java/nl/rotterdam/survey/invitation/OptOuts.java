// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/** Who does not want to be asked, by whatever way they said so. */
public final class OptOuts {
  private final InvitationDao invitations;
  private final RecipientDao recipients;
  private final ChangedMonths changed;
  private final Clock clock;

  public OptOuts(Jdbi jdbi, ChangedMonths changed, Clock clock) {
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, RecipientDao.class);
    this.changed = changed;
    this.clock = clock;
  }

  /**
   * Asks them no more, and takes back what was planned.
   *
   * @param hashes keyed hashes of one resident's addresses, in the order in which they are locked
   */
  public void stop(List<byte[]> hashes) {
    for (byte[] hash : hashes) {
      recipients.claim(hash);
      recipients.optOut(hash, clock.instant());
    }
    for (byte[] hash : hashes) {
      List<YearMonth> months = invitations.listPlannedMonths(hash);
      invitations.withdraw(hash, clock.instant());
      changed.mark(months);
    }
  }

  /** Takes the stop back. */
  public void resume(byte[] hash) {
    recipients.optIn(hash);
  }

  /** Whether this address is not to be asked. */
  public boolean hasStopped(byte[] hash) {
    return recipients.hasOptedOut(hash);
  }
}
