// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.invitation.Asking;
import nl.rotterdam.survey.invitation.ClaimDao;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationDao;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/**
 * Contacts of the past. Nobody is asked about them: where they carry an address they count as
 * invited at their time, and the rules for asking and for addresses do not apply.
 */
public final class ContactHistory implements History<NewContact> {
  private final String source;
  private final Jdbi jdbi;
  private final ContactDao contacts;
  private final InvitationDao invitations;
  private final ClaimDao recipients;
  private final ChangedMonths changed;
  private final Clock clock;
  private final CellReader cells;
  private final ContactFactory factory;
  private final Asking asking;

  public ContactHistory(
      String source,
      Jdbi jdbi,
      Clock clock,
      ChangedMonths changed,
      CellReader cells,
      ContactFactory factory,
      Asking asking) {
    this.source = source;
    this.jdbi = jdbi;
    this.contacts = Database.dao(jdbi, ContactDao.class);
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, ClaimDao.class);
    this.changed = changed;
    this.clock = clock;
    this.cells = cells;
    this.factory = factory;
    this.asking = asking;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "externalId",
        "channel",
        "location",
        "product",
        "wijk",
        "cluster",
        "language",
        "startedAt",
        "durationSeconds",
        "resolvedFirstTime",
        AddressColumn.NAME);
  }

  @Override
  public Set<String> required() {
    return Set.of("externalId", "channel", "startedAt", AddressColumn.NAME);
  }

  @Override
  public NewContact read(Map<String, String> line) {
    try {
      NewContact contact = cells.read(AddressColumn.apart(line), NewContact.class);
      factory.requirePossible(contact);
      return contact;
    } catch (ProblemException e) {
      throw ProblemException.badFields(
          e.problem().errors().stream().map(AddressColumn::together).toList());
    }
  }

  @Override
  public List<Outcome> store(List<NewContact> lines) {
    return Database.inTransaction(jdbi, () -> storeAll(lines));
  }

  private List<Outcome> storeAll(List<NewContact> lines) {
    Map<String, Contact> known = new HashMap<>();
    contacts
        .list(source, lines.stream().map(NewContact::externalId).distinct().toList())
        .forEach(contact -> known.put(contact.externalId(), contact));
    List<Outcome> outcomes = new ArrayList<>();
    List<Contact> stored = new ArrayList<>();
    List<NewContact> invited = new ArrayList<>();
    List<Invitation> history = new ArrayList<>();
    List<Contact> asked = new ArrayList<>();
    for (NewContact line : lines) {
      boolean addressed = line.email() != null || line.phone() != null;
      Contact contact = factory.contact(source, line, addressed ? Reason.ASKED : Reason.NO_ADDRESS);
      Contact before = known.putIfAbsent(contact.externalId(), contact);
      if (before == null) {
        outcomes.add(Outcome.STORED);
        stored.add(contact);
        if (addressed) {
          invited.add(line);
          history.add(asking.history(contact, line));
          asked.add(contact);
        }
      } else {
        outcomes.add(
            contact.sameAs(before)
                ? Outcome.KNOWN
                : Outcome.refused("externalId", "is known with other content"));
      }
    }
    asking.rememberHistory(invited, clock.instant(), recipients);
    contacts.store(stored);
    invitations.insert(history, asked);
    changed.mark(stored.stream().map(Contact::month).toList());
    return outcomes;
  }
}
