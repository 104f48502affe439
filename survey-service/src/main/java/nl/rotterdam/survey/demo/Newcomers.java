// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.ContactDao;
import nl.rotterdam.survey.invitation.Invitation;
import nl.rotterdam.survey.invitation.InvitationDao;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.invitation.Medium;
import nl.rotterdam.survey.key.SourceSettings;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The contacts that came in since the demo was built, and what became of each. */
record Newcomers(Jdbi jdbi, Clock clock, Links links) {

  /**
   * One of them.
   *
   * @param link the survey that is still open; empty where nobody was asked, or who was answered
   */
  public record Newcomer(Contact contact, Optional<Invitation> invitation, Optional<String> link) {

    /** How the survey reached the resident; "none" where nobody was asked. */
    public String medium() {
      return invitation
          .map(Invitation::medium)
          .map(Medium::name)
          .map(name -> name.toLowerCase(Locale.ROOT))
          .orElse("none");
    }

    /** Whether the resident has answered. */
    public boolean answered() {
      return invitation.map(Invitation::answeredAt).isPresent();
    }
  }

  /** All of them, the first first. */
  List<Newcomer> list() {
    return jdbi.withHandle(this::list);
  }

  private List<Newcomer> list(Handle handle) {
    List<Contact> contacts =
        handle.attach(ContactDao.class).list(SourceSettings.DEFAULT, NewContacts.ids());
    if (contacts.isEmpty()) {
      return List.of();
    }
    Map<UUID, Invitation> invitations =
        handle
            .attach(InvitationDao.class)
            .list(contacts.stream().map(Contact::id).toList())
            .stream()
            .collect(toMap(Invitation::contactId, identity()));
    return contacts.stream()
        .sorted(Comparator.comparing(Contact::externalId))
        .map(contact -> newcomer(contact, Optional.ofNullable(invitations.get(contact.id()))))
        .toList();
  }

  private Newcomer newcomer(Contact contact, Optional<Invitation> invitation) {
    Optional<String> link =
        invitation
            .filter(asked -> asked.answeredAt() == null)
            .filter(asked -> asked.expiresAt().isAfter(clock.instant()))
            .map(asked -> links.survey(links.token(asked.id())));
    return new Newcomer(contact, invitation, link);
  }
}
