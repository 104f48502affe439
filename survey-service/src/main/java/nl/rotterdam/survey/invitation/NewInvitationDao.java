// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.rotterdam.survey.contact.Contact;
import nl.rotterdam.survey.contact.NewContactDao;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Storing invitations, apart as {@link NewContactDao} is. */
public interface NewInvitationDao {

  /** The invitations of these contacts; contactIds is not empty. */
  @SqlQuery("select * from invitation where contact_id in (<contactIds>)")
  List<Invitation> list(@BindList Collection<UUID> contactIds);

  /** Stores invitations, each with what it will be counted by, from its contact. */
  @SqlBatch(
      """
      insert into invitation (id, contact_id, contact_month, channel, medium, state, token_hash,
          address, email_hash, phone_hash, attempts, next_attempt_at, failure, invited_at,
          expires_at, answered_at, erase_at)
      values (:i.id, :c.id, :c.month, :c.channel, :i.medium, :i.state, :i.tokenHash, :i.address,
          :i.emailHash, :i.phoneHash, :i.attempts, :i.nextAttemptAt, :i.failure, :i.invitedAt,
          :i.expiresAt, :i.answeredAt, :i.expiresAt)
      """)
  void insert(
      @BindMethods("i") Collection<Invitation> invitations,
      @BindMethods("c") Collection<Contact> contacts);
}
