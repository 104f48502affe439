// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.Asking;
import nl.rotterdam.survey.invitation.Asking.Decision;
import nl.rotterdam.survey.invitation.AskingSettings;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationDao;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.invitation.Medium;
import nl.rotterdam.survey.invitation.RecipientDao;
import nl.rotterdam.survey.invitation.SurveyCode;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Takes contacts in, each once: with its decision and, where asked, its invitation. */
public final class ContactIntake {
  private final Jdbi jdbi;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final RecipientDao recipients;
  private final ChangedMonths changed;
  private final AskingSettings settings;
  private final ContactFactory factory;
  private final Asking asking;
  private final Links links;
  private final Clock clock;

  public ContactIntake(
      Jdbi jdbi,
      ChangedMonths changed,
      AskingSettings settings,
      ContactFactory factory,
      Asking asking,
      Links links,
      Clock clock) {
    this.jdbi = jdbi;
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, RecipientDao.class);
    this.changed = changed;
    this.settings = settings;
    this.factory = factory;
    this.asking = asking;
    this.links = links;
    this.clock = clock;
  }

  /** What became of a contact that was reported: stored now, or known from before. */
  public record Result(boolean created, Receipt receipt) {}

  /**
   * Takes in a contact that a source reports as it happens. The same again gives the same result.
   *
   * @throws ProblemException 409 where the source reported other content under this id before, 400
   *     where the content cannot be
   */
  public Result receive(String source, NewContact reported) {
    factory.requirePossible(reported);
    if (!settings.channels().get(reported.channel()).usesAddresses()) {
      requireEmpty("email", reported.email(), reported);
      requireEmpty("phone", reported.phone(), reported);
    }
    return jdbi.inTransaction(
        handle -> {
          Contact contact = factory.contact(source, reported, Reason.ASKED);
          Optional<Contact> known = find(contact);
          if (known.isEmpty() && insert(contact)) {
            changed.mark(List.of(contact.month()));
            return new Result(true, decide(contact, reported));
          }
          // where the insert found it taken, another request stored it in the meantime
          return new Result(false, repeat(contact, known.or(() -> find(contact)).orElseThrow()));
        });
  }

  private Optional<Contact> find(Contact contact) {
    return contacts.list(contact.source(), List.of(contact.externalId())).stream().findFirst();
  }

  private boolean insert(Contact contact) {
    return contacts.insert(List.of(contact))[0] == 1;
  }

  private Receipt decide(Contact contact, NewContact reported) {
    Instant now = contact.receivedAt();
    Decision decision = asking.decide(contact.source(), reported, now, recipients);
    Reason reason = decision.reason();
    if (reason != Reason.ASKED) {
      contacts.decided(contact.id(), reason);
      return receipt(contact, reason, Optional.empty());
    }
    Invitation invitation = asking.plan(contact, reported, decision.medium().orElseThrow(), now);
    invitations.insert(List.of(invitation));
    return receipt(contact, reason, Optional.of(invitation));
  }

  private Receipt repeat(Contact contact, Contact known) {
    if (!contact.sameAs(known)) {
      throw new ProblemException(
          409,
          "externalId: this source reported a contact with this id and other content before;"
              + " a contact cannot be changed");
    }
    Optional<Invitation> invitation = invitations.list(List.of(known.id())).stream().findFirst();
    return receipt(known, known.reason(), invitation);
  }

  private Receipt receipt(Contact contact, Reason reason, Optional<Invitation> invitation) {
    Optional<Invitation> handedOut = invitation.filter(planned -> planned.medium() == Medium.LINK);
    return new Receipt(
        contact.id(),
        reason.decision(),
        reason.code(),
        handedOut.map(planned -> links.survey(links.token(planned.id()))).orElse(null),
        handedOut.map(planned -> links.code(contact.id())).orElse(null));
  }

  /**
   * The link that is handed out in a conversation, as a QR code.
   *
   * @throws ProblemException 404 where this source has no such contact, or there is no link to hand
   *     out any more
   */
  public SurveyCode code(String source, String contactId) {
    return uuid(contactId)
        .flatMap(id -> invitations.findHandedOut(source, id, clock.instant()))
        .map(id -> new SurveyCode(links.survey(links.token(id))))
        .orElseThrow(
            () ->
                new ProblemException(
                    404,
                    "contactId: there is no such contact with a link to hand out, or it is answered"
                        + " or has expired"));
  }

  private static Optional<UUID> uuid(String written) {
    try {
      return Optional.of(UUID.fromString(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void requireEmpty(String field, String value, NewContact reported) {
    if (value != null) {
      throw ProblemException.badField(
          field,
          "must be empty: contacts by %s are asked by a link that is handed out in the conversation"
              .formatted(reported.channel().code()));
    }
  }
}
