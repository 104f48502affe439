// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.NewContactDao;
import nl.rotterdam.survey.database.BindRows;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Storing invitations, apart as {@link NewContactDao} is. */
public interface NewInvitationDao {

  /** The invitations of these contacts; contactIds is not empty. */
  @SqlQuery("select * from invitation where contact_id in (<contactIds>)")
  List<Invitation> list(@BindList Collection<UUID> contactIds);

  /** Stores new invitations, each with what it will be counted by, from its contact. */
  @SqlUpdate(
      """
      insert into invitation (id, contact_id, contact_month, channel, medium, state, token_hash,
          address, email_hash, phone_hash, next_attempt_at, invited_at, expires_at, erase_at)
      select * from unnest(:i.id, :c.id, :c.month, :c.channel, :i.medium, :i.state, :i.tokenHash,
          :i.address, :i.emailHash, :i.phoneHash, :i.nextAttemptAt, :i.invitedAt, :i.expiresAt,
          :i.expiresAt)
      """)
  void insert(
      @BindRows("i") Collection<Invitation> invitations,
      @BindRows("c") Collection<Contact> contacts);
}
