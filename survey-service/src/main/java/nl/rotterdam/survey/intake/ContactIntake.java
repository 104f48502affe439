// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.NewContactDao;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.contact.SourceDays;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.Asking;
import nl.rotterdam.survey.invitation.Asking.Candidate;
import nl.rotterdam.survey.invitation.Asking.Decided;
import nl.rotterdam.survey.invitation.AskingSettings;
import nl.rotterdam.survey.invitation.ClaimDao;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationDao;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.invitation.Medium;
import nl.rotterdam.survey.invitation.NewInvitationDao;
import nl.rotterdam.survey.invitation.SurveyCode;
import nl.rotterdam.survey.key.Caller;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Takes contacts in, each once: with its decision and, where asked, its invitation. */
public final class ContactIntake {
  private static final FieldError OTHER_CONTENT =
      new FieldError(
          "externalId",
          "this source reported a contact with this id and other content before; a contact cannot"
              + " be changed");

  private final Jdbi jdbi;
  private final NewContactDao contacts;
  private final NewInvitationDao invitations;
  private final InvitationDao handedOut;
  private final ClaimDao recipients;
  private final ChangedMonths changed;
  private final AskingSettings settings;
  private final ContactFactory factory;
  private final Asking asking;
  private final Links links;
  private final SourceDays sourceDays;
  private final Clock clock;

  public ContactIntake(
      Jdbi jdbi,
      ChangedMonths changed,
      AskingSettings settings,
      ContactFactory factory,
      Asking asking,
      Links links,
      SourceDays sourceDays,
      Clock clock) {
    this.jdbi = jdbi;
    this.contacts = Database.dao(jdbi, NewContactDao.class);
    this.invitations = Database.dao(jdbi, NewInvitationDao.class);
    this.handedOut = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, ClaimDao.class);
    this.changed = changed;
    this.settings = settings;
    this.factory = factory;
    this.asking = asking;
    this.links = links;
    this.sourceDays = sourceDays;
    this.clock = clock;
  }

  /** What became of a contact that was reported: stored now, or known from before. */
  public record Result(boolean created, Receipt receipt) {}

  /**
   * What became of one of many contacts.
   *
   * @param result empty where it was refused
   * @param refusal empty where it was taken in, or known
   */
  public record Outcome(Optional<Result> result, Optional<ProblemException> refusal) {
    static Outcome of(Result result) {
      return new Outcome(Optional.of(result), Optional.empty());
    }

    static Outcome of(ProblemException refusal) {
      return new Outcome(Optional.empty(), Optional.of(refusal));
    }
  }

  /**
   * Takes in a contact that a source reports as it happens. The same again gives the same result.
   *
   * @throws ProblemException 409 where the source reported other content under this id before, 400
   *     where the content cannot be
   */
  public Result receive(String source, NewContact reported) {
    Outcome outcome = receiveAll(source, List.of(prepare(source, reported))).get(0);
    outcome
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return outcome.result().orElseThrow();
  }

  /**
   * Does all for a contact that needs no database.
   *
   * @throws ProblemException 400 where the content cannot be
   */
  public Candidate prepare(String source, NewContact reported) {
    factory.requirePossible(reported);
    if (!settings.channels().get(reported.channel()).usesAddresses()) {
      requireEmpty("email", reported.email(), reported);
      requireEmpty("phone", reported.phone(), reported);
    }
    return asking.consider(factory.contact(source, reported, Reason.ASKED), reported);
  }

  /** Takes in many of one source, in one transaction; what became of each, in the order given. */
  public List<Outcome> receiveAll(String source, List<Candidate> prepared) {
    if (prepared.isEmpty()) {
      return List.of();
    }
    List<Outcome> outcomes = Database.inTransaction(jdbi, () -> storeAll(source, prepared));
    sourceDays.note(source);
    return outcomes;
  }

  /** Why who calls may not report this contact; empty where they may. */
  Optional<FieldError> objection(Caller caller, NewContact contact) {
    boolean handsOut = settings.channels().get(contact.channel()).media().contains(Medium.LINK);
    return !handsOut || caller.scopes().contains(Scope.LINKS)
        ? Optional.empty()
        : Optional.of(
            new FieldError(
                "channel",
                "for contacts by %s a link may be handed out, and this key lacks the scope links"
                    .formatted(contact.channel().code())));
  }

  /**
   * Lets nobody report a contact who may not.
   *
   * @throws ProblemException 403 where they may not
   */
  void requireAllowed(Caller caller, NewContact contact) {
    objection(caller, contact)
        .ifPresent(
            error -> {
              throw new ProblemException(
                  403, error.field() + ": " + error.reason(), List.of(error));
            });
  }

  private List<Outcome> storeAll(String source, List<Candidate> arrivals) {
    Map<String, Contact> known =
        contacts
            .list(source, arrivals.stream().map(ContactIntake::externalId).distinct().toList())
            .stream()
            .collect(toMap(Contact::externalId, Function.identity()));
    Map<String, Candidate> fresh = new LinkedHashMap<>();
    arrivals.stream()
        .filter(arrival -> !known.containsKey(externalId(arrival)))
        .forEach(arrival -> fresh.putIfAbsent(externalId(arrival), arrival));
    // in one order for everybody, so that two who store the same cannot wait for each other
    Map<String, Decided> decided = new TreeMap<>();
    asking
        .decideAll(fresh.values(), recipients)
        .forEach(one -> decided.put(one.contact().externalId(), one));
    insert(decided.values());
    Map<UUID, Invitation> invitations = invitations(known.values());
    return arrivals.stream()
        .map(
            arrival -> {
              Decided now = decided.get(externalId(arrival));
              if (now == null) {
                Contact before = known.get(externalId(arrival));
                return repeat(arrival, before, Optional.ofNullable(invitations.get(before.id())));
              }
              return now.contact().id().equals(arrival.contact().id())
                  ? Outcome.of(new Result(true, receipt(now.contact(), now.invitation())))
                  : repeat(arrival, now.contact(), now.invitation());
            })
        .toList();
  }

  private static String externalId(Candidate arrival) {
    return arrival.contact().externalId();
  }

  private void insert(Collection<Decided> decided) {
    if (decided.isEmpty()) {
      return;
    }
    List<Contact> stored = decided.stream().map(Decided::contact).toList();
    contacts.store(stored);
    List<Decided> asked = decided.stream().filter(one -> one.invitation().isPresent()).toList();
    if (!asked.isEmpty()) {
      invitations.insert(
          asked.stream().map(one -> one.invitation().orElseThrow()).toList(),
          asked.stream().map(Decided::contact).toList());
    }
    changed.mark(stored.stream().map(Contact::month).toList());
  }

  private Map<UUID, Invitation> invitations(Collection<Contact> known) {
    List<UUID> asked =
        known.stream()
            .filter(contact -> contact.reason() == Reason.ASKED)
            .map(Contact::id)
            .toList();
    return asked.isEmpty()
        ? Map.of()
        : invitations.list(asked).stream()
            .collect(toMap(Invitation::contactId, Function.identity()));
  }

  private Outcome repeat(Candidate arrival, Contact known, Optional<Invitation> invitation) {
    return arrival.contact().sameAs(known)
        ? Outcome.of(new Result(false, receipt(known, invitation)))
        : Outcome.of(
            new ProblemException(
                409,
                OTHER_CONTENT.field() + ": " + OTHER_CONTENT.reason(),
                List.of(OTHER_CONTENT)));
  }

  private Receipt receipt(Contact contact, Optional<Invitation> invitation) {
    Optional<Invitation> handedOut = invitation.filter(planned -> planned.medium() == Medium.LINK);
    return new Receipt(
        contact.id(),
        contact.reason().decision(),
        contact.reason().code(),
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
        .flatMap(id -> handedOut.findHandedOut(source, id, clock.instant()))
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
