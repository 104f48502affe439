// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.answer.Answer;
import nl.rotterdam.survey.answer.AnswerService;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationDao;
import org.jdbi.v3.core.Jdbi;

/**
 * The surveys that are being held by text messages. Once one is over, what was scored is stored as
 * the answer, in whole or in part, and the dialogue goes.
 */
public final class Dialogues {
  /** How often to look for those that are over. */
  public static final Duration POLL = Duration.ofMinutes(1);

  private static final int BATCH = 100;

  private final Jdbi jdbi;
  private final DialogueDao dialogues;
  private final TexterDao texters;
  private final InvitationDao invitations;
  private final ContactDao contacts;
  private final AnswerService answers;
  private final ChangedMonths changed;
  private final DialogueSettings settings;
  private final Clock clock;

  public Dialogues(
      Jdbi jdbi,
      AnswerService answers,
      ChangedMonths changed,
      DialogueSettings settings,
      Clock clock) {
    this.jdbi = jdbi;
    this.dialogues = Database.dao(jdbi, DialogueDao.class);
    this.texters = Database.dao(jdbi, TexterDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.answers = answers;
    this.changed = changed;
    this.settings = settings;
    this.clock = clock;
  }

  /** The language in which to speak to a number; empty where no contact of it is known. */
  Optional<String> findLanguage(byte[] phoneHash) {
    return dialogues
        .find(phoneHash)
        .map(open -> contacts.get(invitation(open).contactId()).language())
        .or(() -> dialogues.findLanguage(phoneHash));
  }

  /** The open dialogue of this number, with its invitation locked; one that is over is ended. */
  Optional<Dialogue> lockOpen(byte[] phoneHash, Instant now) {
    Optional<Dialogue> found = dialogues.find(phoneHash);
    if (found.isEmpty()) {
      // its start may have reached the resident before the carrier's answer reached us
      invitations.lockDue(phoneHash, now);
      found = dialogues.find(phoneHash);
    }
    if (found.isEmpty()) {
      return found;
    }
    UUID id = found.get().invitationId();
    invitations.lock(id);
    dialogues.findOver(id, now, silentSince(now)).ifPresent(over -> end(over, null));
    return dialogues.find(phoneHash);
  }

  /** Goes on with what the resident says, and tells what to reply, if anything. */
  Optional<Reply> hear(Dialogue open, Said said, Instant now) {
    Conversation before = open.conversation();
    Turn turn = before.hear(said);
    boolean answered = turn.over() || turn.after().step() != before.step();
    Dialogue after = open.with(turn.after(), answered ? now : open.heardAt());
    if (turn.over()) {
      end(after, turn.comment());
    } else {
      dialogues.goOn(after);
      if (before.step() == Step.START && answered) {
        opened(invitation(open), now);
      }
    }
    return turn.reply();
  }

  private void opened(Invitation invitation, Instant now) {
    if (invitations.open(invitation.tokenHash(), now)) {
      changed.mark(List.of(contacts.get(invitation.contactId()).month()));
    }
  }

  private Invitation invitation(Dialogue dialogue) {
    return invitations.find(dialogue.invitationId()).orElseThrow();
  }

  /** What was scored counts from the last answer, not from when that was found to be all. */
  private void end(Dialogue dialogue, String comment) {
    dialogue
        .conversation()
        .scores()
        .ifPresent(
            scores ->
                answers.store(invitation(dialogue), scores, fitting(comment), dialogue.heardAt()));
    dialogues.delete(dialogue.invitationId());
  }

  /** The open answer as it can be stored; null where there is none. */
  private static String fitting(String written) {
    String plain = written == null ? "" : Answer.plain(written);
    return plain.isEmpty()
        ? null
        : plain.substring(0, Math.min(plain.length(), Answer.COMMENT_MAX));
  }

  /**
   * Ends those that are over, and forgets the numbers from which nothing came for a day.
   *
   * @param stopping whether to leave the rest for the next round
   */
  public void run(BooleanSupplier stopping) {
    Instant now = clock.instant();
    int some = BATCH;
    while (some == BATCH && !stopping.getAsBoolean()) {
      List<UUID> over = dialogues.listOverOrStopped(now, silentSince(now), BATCH);
      over.forEach(id -> jdbi.useTransaction(handle -> endIfOver(id, now)));
      some = over.size();
    }
    texters.forget(now.minus(Texter.KEPT));
  }

  /** Unless the resident has just gone on. */
  private void endIfOver(UUID id, Instant now) {
    invitations.lock(id);
    dialogues
        .findOverOrStopped(id, now, silentSince(now))
        .ifPresent(dialogue -> end(dialogue, null));
  }

  private Instant silentSince(Instant now) {
    return now.minus(settings.silence());
  }
}
