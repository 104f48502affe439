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
import nl.rotterdam.survey.invitation.Medium;
import org.jdbi.v3.core.Jdbi;

/** Takes a resident's answer, once. */
public final class AnswerService {
  private final Jdbi jdbi;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final AnswerDao answers;
  private final ChangedMonths changed;
  private final ScannerWatch scanners;
  private final Clock clock;

  public AnswerService(Jdbi jdbi, ChangedMonths changed, ScannerWatch scanners, Clock clock) {
    this.jdbi = jdbi;
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.answers = Database.dao(jdbi, AnswerDao.class);
    this.changed = changed;
    this.scanners = scanners;
    this.clock = clock;
  }

  /** What became of an answer. */
  public enum Outcome {
    STORED,
    /** Kept apart, because it looks like a mail scanner's; the survey stays open. */
    SET_ASIDE,
    /** The survey is answered, expired or unknown. */
    CLOSED
  }

  /** Somebody opened the page by the message's link with this score, or the one without. */
  public void opened(LinkToken token, Optional<String> score) {
    scanners.opened(token, score, clock.instant());
  }

  /** A person has the page before them, as their browser tells; a scanner's is not believed. */
  public void seen(LinkToken token) {
    Instant now = clock.instant();
    if (scanners.isBurst(token, now)) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          if (invitations.open(token.hash(), now)) {
            Invitation invitation = invitations.find(token.hash()).orElseThrow();
            changed.mark(List.of(contacts.get(invitation.contactId()).month()));
          }
        });
  }

  /** When the resident was sent the link; empty where a person handed it out. */
  private Optional<Instant> lastMessage(Invitation invitation) {
    return invitation.medium() == Medium.LINK
        ? Optional.empty()
        : invitations.lastSent(invitation.id());
  }

  /** The language of the contact behind an open survey; empty where there is none open. */
  public Optional<String> findLanguage(LinkToken token) {
    return invitations
        .findOpen(token.hash(), clock.instant())
        .map(open -> contacts.get(open.contactId()).language());
  }

  /** Stores the first answer of a resident in time, and keeps one of a mail scanner apart. */
  public Outcome answer(LinkToken token, Scores scores, String comment) {
    return jdbi.inTransaction(
        handle -> {
          Instant now = clock.instant();
          Optional<Invitation> open = invitations.lockOpen(token.hash(), now);
          if (open.isEmpty()) {
            return Outcome.CLOSED;
          }
          Invitation invitation = open.get();
          answers.forgetAside(invitation.id());
          Optional<ScannerWatch.Reason> suspect =
              scanners.suspect(lastMessage(invitation), token, now);
          if (suspect.isPresent()) {
            answers.setAside(invitation.id(), scores, suspect.get());
            return Outcome.SET_ASIDE;
          }
          store(invitation, scores, comment, now);
          return Outcome.STORED;
        });
  }

  /**
   * Stores what was answered to an invitation that the transaction of this thread has locked,
   * unless it was answered before or had expired by then.
   */
  public void store(Invitation invitation, Scores scores, String comment, Instant answeredAt) {
    if (invitations.answer(invitation.tokenHash(), answeredAt)) {
      answers.insert(List.of(Answer.of(invitation.id(), scores, comment, answeredAt)));
      changed.mark(List.of(contacts.get(invitation.contactId()).month()));
    }
  }
}
