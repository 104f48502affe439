// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.rotterdam.survey.answer.Answer;
import nl.rotterdam.survey.answer.AnswerDao;
import nl.rotterdam.survey.answer.NewAnswer;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationDao;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Answers of the past, each to a contact that was imported before it. */
public final class AnswerHistory implements History<NewAnswer> {
  private final String source;
  private final Jdbi jdbi;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final AnswerDao answers;
  private final ChangedMonths changed;
  private final CellReader cells;

  public AnswerHistory(String source, Jdbi jdbi, ChangedMonths changed, CellReader cells) {
    this.source = source;
    this.jdbi = jdbi;
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.answers = Database.dao(jdbi, AnswerDao.class);
    this.changed = changed;
    this.cells = cells;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "externalId", "overall", "friendliness", "clarity", "timeliness", "answeredAt", "comment");
  }

  @Override
  public Set<String> required() {
    return Set.of("externalId", "overall", "friendliness", "clarity", "timeliness", "answeredAt");
  }

  @Override
  public NewAnswer read(Map<String, String> line) {
    NewAnswer answer = cells.read(line, NewAnswer.class);
    if (!answer.hasScore()) {
      throw ProblemException.badField(
          "overall", "is required where no other score is given: a whole number from 0 to 10");
    }
    return answer;
  }

  @Override
  public List<Outcome> store(List<NewAnswer> lines) {
    return jdbi.inTransaction(handle -> storeAll(lines));
  }

  private List<Outcome> storeAll(List<NewAnswer> lines) {
    Map<String, Asked> asked = asked(lines);
    Map<UUID, Answer> known = known(asked.values());
    // read last: what is untied meanwhile is found either way
    Set<UUID> untied = untied(asked.values());
    List<Outcome> outcomes = new ArrayList<>();
    List<Answer> stored = new ArrayList<>();
    List<YearMonth> months = new ArrayList<>();
    for (NewAnswer line : lines) {
      Asked about = asked.get(line.externalId());
      if (about == null) {
        outcomes.add(
            Outcome.refused(
                "externalId", "is no contact of which the resident was invited to answer"));
        continue;
      }
      if (untied.contains(about.contact().id())) {
        // that it was answered is all that is kept
        outcomes.add(Outcome.KNOWN);
        continue;
      }
      Answer answer = line.to(about.invitation().id());
      Answer before = known.putIfAbsent(answer.invitationId(), answer);
      if (before != null) {
        outcomes.add(
            answer.sameAs(before)
                ? Outcome.KNOWN
                : Outcome.refused("externalId", "is answered, and otherwise"));
      } else {
        outcomes.add(Outcome.STORED);
        stored.add(answer);
        months.add(about.contact().month());
      }
    }
    answers.insert(stored);
    invitations.answer(
        stored.stream().map(Answer::invitationId).toList(),
        stored.stream().map(Answer::answeredAt).toList());
    changed.mark(months);
    return outcomes;
  }

  private record Asked(Contact contact, Invitation invitation) {}

  /** Whom the lines are about, by the contacts' external ids. */
  private Map<String, Asked> asked(List<NewAnswer> lines) {
    List<Contact> found =
        contacts.list(source, lines.stream().map(NewAnswer::externalId).distinct().toList());
    if (found.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Invitation> byContact =
        invitations.list(found.stream().map(Contact::id).toList()).stream()
            .collect(toMap(Invitation::contactId, identity()));
    Map<String, Asked> byExternalId = new HashMap<>();
    for (Contact contact : found) {
      Invitation invitation = byContact.get(contact.id());
      if (invitation != null) {
        byExternalId.put(contact.externalId(), new Asked(contact, invitation));
      }
    }
    return byExternalId;
  }

  private Map<UUID, Answer> known(Collection<Asked> asked) {
    if (asked.isEmpty()) {
      return new HashMap<>();
    }
    List<UUID> ids = asked.stream().map(about -> about.invitation().id()).toList();
    Map<UUID, Answer> known = new HashMap<>();
    answers.list(ids).forEach(answer -> known.put(answer.invitationId(), answer));
    return known;
  }

  private Set<UUID> untied(Collection<Asked> asked) {
    return asked.isEmpty()
        ? Set.of()
        : contacts.listAnswered(asked.stream().map(about -> about.contact().id()).toList());
  }
}
