// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.google.common.primitives.Ints;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.operation.CallbackDeadline;
import nl.rotterdam.survey.contact.CallbackNote;
import nl.rotterdam.survey.contact.CallbackNote.Key;
import nl.rotterdam.survey.contact.CallbackNoteDao;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.contact.NewCallbackNote;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.intake.History.Outcome;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Takes call-back notes in, each once, and once more when it is handled. */
public final class CallbackIntake {
  private final Jdbi jdbi;
  private final CallbackNoteDao notes;
  private final ContactDao contacts;
  private final ChangedMonths changed;
  private final CallbackDeadline deadline;
  private final Clock clock;
  private final ZoneId zone;
  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

  /**
   * @param deadline until when a resident is to be called back
   */
  public CallbackIntake(
      Jdbi jdbi, ChangedMonths changed, CallbackDeadline deadline, Clock clock, ZoneId zone) {
    this.jdbi = jdbi;
    this.notes = Database.dao(jdbi, CallbackNoteDao.class);
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.changed = changed;
    this.deadline = deadline;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * What a source is told about a call-back note.
   *
   * @param deadline until when the resident is to be called back
   * @param status {@code on_time}, {@code late} or {@code open}, as of now
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CallbackReceipt(UUID callbackId, Instant deadline, String status) {}

  /** What became of a note: stored now, or known from before. */
  public record Result(boolean created, CallbackReceipt receipt) {}

  /**
   * Takes in a note as it is made, and once more as it is handled. Without an id of the source's
   * own it is known by when it was made.
   *
   * @throws ProblemException 409 where the source reported other content before, 400 where the
   *     content cannot be
   */
  public Result receive(String source, NewCallbackNote reported) {
    requirePast("createdAt", reported.createdAt().toInstant());
    if (reported.handledAt() != null) {
      requirePast("handledAt", reported.handledAt().toInstant());
    }
    CallbackNote note = read(source, reported, 1);
    return jdbi.inTransaction(
        handle -> {
          boolean known = known(source, List.of(note)).containsKey(note.key());
          storeAll(source, List.of(note))
              .get(0)
              .refusal()
              .ifPresent(
                  refusal -> {
                    throw new ProblemException(
                        409, refusal.field() + ": " + refusal.reason(), List.of(refusal));
                  });
          return new Result(!known, receipt(known(source, List.of(note)).get(note.key())));
        });
  }

  private void requirePast(String field, Instant time) {
    if (time.isBefore(ContactFactory.EARLIEST)) {
      throw ProblemException.badField(field, "must not be before " + ContactFactory.EARLIEST);
    }
    if (time.isAfter(clock.instant().plus(ContactFactory.AHEAD))) {
      throw ProblemException.badField(field, "must not be in the future");
    }
  }

  private CallbackReceipt receipt(CallbackNote note) {
    return new CallbackReceipt(
        note.id(),
        deadline.after(note.createdAt()).toInstant(),
        note.toPromise().status(deadline, clock.instant()).name().toLowerCase(Locale.ROOT));
  }

  /**
   * What a report says.
   *
   * @param place which one it is of those made at that instant, where it has no id
   * @throws ProblemException 400 where it was handled before it was made
   */
  CallbackNote read(String source, NewCallbackNote reported, int place) {
    Instant createdAt = reported.createdAt().toInstant();
    Instant handledAt = reported.handledAt() == null ? null : reported.handledAt().toInstant();
    if (handledAt != null && handledAt.isBefore(createdAt)) {
      throw ProblemException.badField("handledAt", "must not be before createdAt");
    }
    return new CallbackNote(
        ids.generate(),
        source,
        reported.externalId(),
        createdAt,
        reported.externalId() == null ? place : null,
        YearMonth.from(createdAt.atZone(zone)),
        handledAt,
        reported.contactId(),
        reported.cluster(),
        reported.wijk());
  }

  /** Stores all or none; says what became of each, in the order given. */
  List<Outcome> store(String source, List<CallbackNote> reported) {
    return jdbi.inTransaction(handle -> storeAll(source, reported));
  }

  private List<Outcome> storeAll(String source, List<CallbackNote> reported) {
    Map<Key, CallbackNote> known = known(source, reported);
    Map<String, Contact> about = contacts(source, reported);
    List<Outcome> outcomes = new ArrayList<>();
    List<CallbackNote> stored = new ArrayList<>();
    List<CallbackNote> handled = new ArrayList<>();
    for (CallbackNote note : reported) {
      CallbackNote before = known.get(note.key());
      if (before == null) {
        CallbackNote resolved =
            note.about(
                Optional.ofNullable(about.get(note.contactRef()))
                    .map(Contact::externalId)
                    .orElse(note.contactRef()));
        known.put(note.key(), resolved);
        stored.add(resolved);
        outcomes.add(Outcome.STORED);
      } else if (!note.sameAs(before)) {
        outcomes.add(Outcome.refused("externalId", "is known with other content"));
      } else if (note.handledAt() == null || note.handledAt().equals(before.handledAt())) {
        outcomes.add(Outcome.KNOWN);
      } else if (before.handledAt() == null) {
        CallbackNote now = before.handled(note.handledAt());
        known.put(note.key(), now);
        handled.add(now);
        outcomes.add(Outcome.STORED);
      } else {
        outcomes.add(
            Outcome.refused("handledAt", "is known as " + before.handledAt() + " for this note"));
      }
    }
    if (Ints.contains(notes.insert(stored), 0)) {
      // another request stored one of them in the meantime: by now it is known
      return storeAll(source, reported);
    }
    notes.handle(handled);
    mark(
        stored,
        handled,
        contacts(source, Stream.concat(stored.stream(), handled.stream()).toList()));
    return outcomes;
  }

  /** What is counted of notes, and of the answers about their contacts. */
  private void mark(
      List<CallbackNote> stored, List<CallbackNote> handled, Map<String, Contact> about) {
    changed.mark(
        Stream.concat(
                Stream.concat(stored.stream(), handled.stream()).map(CallbackNote::month),
                about.values().stream().map(Contact::month))
            .toList());
  }

  private Map<Key, CallbackNote> known(String source, List<CallbackNote> reported) {
    List<String> named =
        reported.stream()
            .map(CallbackNote::externalId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<Instant> unnamed =
        reported.stream()
            .filter(note -> note.externalId() == null)
            .map(CallbackNote::createdAt)
            .distinct()
            .toList();
    Stream<CallbackNote> byId =
        named.isEmpty() ? Stream.empty() : notes.listById(source, named).stream();
    Stream<CallbackNote> byTime =
        unnamed.isEmpty() ? Stream.empty() : notes.listByTime(source, unnamed).stream();
    return Stream.concat(byId, byTime)
        .collect(toMap(CallbackNote::key, Function.identity(), (one, same) -> one, HashMap::new));
  }

  /** The contacts that notes are about, by how the notes name them. */
  private Map<String, Contact> contacts(String source, List<CallbackNote> reported) {
    Map<String, Contact> named = new HashMap<>();
    List<String> names =
        reported.stream()
            .map(CallbackNote::contactRef)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<UUID> given = names.stream().flatMap(name -> uuid(name).stream()).toList();
    if (!given.isEmpty()) {
      contacts
          .listByIds(source, given)
          .forEach(contact -> named.put(contact.id().toString(), contact));
    }
    if (!names.isEmpty()) {
      contacts.list(source, names).forEach(contact -> named.put(contact.externalId(), contact));
    }
    return named;
  }

  private static Optional<UUID> uuid(String written) {
    try {
      return Optional.of(UUID.fromString(written)).filter(id -> id.toString().equals(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
