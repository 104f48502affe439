// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationDao;
import nl.rotterdam.survey.invitation.LinkToken;
import org.jdbi.v3.core.Jdbi;

/** Takes a resident's answer, once. */
public final class AnswerService {
  private final Jdbi jdbi;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final AnswerDao answers;
  private final ChangedMonths changed;
  private final Clock clock;

  public AnswerService(Jdbi jdbi, ChangedMonths changed, Clock clock) {
    this.jdbi = jdbi;
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.answers = Database.dao(jdbi, AnswerDao.class);
    this.changed = changed;
    this.clock = clock;
  }

  /** The language of the contact behind an open survey; empty where there is none open. */
  public Optional<String> findLanguage(LinkToken token) {
    return invitations
        .findOpen(token.hash(), clock.instant())
        .map(open -> contacts.get(open.contactId()).language());
  }

  /**
   * Stores the answer: true for the first one in time, false where the survey is answered, expired
   * or unknown. The statement that marks the invitation decides.
   */
  public boolean answer(LinkToken token, Scores scores, String comment) {
    return jdbi.inTransaction(
        handle -> {
          Instant now = clock.instant();
          if (!invitations.answer(token.hash(), now)) {
            return false;
          }
          Invitation invitation = invitations.find(token.hash()).orElseThrow();
          answers.insert(List.of(Answer.of(invitation.id(), scores, comment, now)));
          changed.mark(List.of(contacts.get(invitation.contactId()).month()));
          return true;
        });
  }
}
