// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.privacy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.rotterdam.reporting.operation.CallbackStatus;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Erases across contacts, invitations and answers; nothing that it changes is counted. */
interface ErasureDao {

  /** An invitation of which something may have to be erased. */
  record Due(
      UUID id,
      UUID contactId,
      @ColumnName("contact_month") YearMonth month,
      Instant answeredAt,
      Instant expiresAt) {}

  /** When whoever was invited stopped. */
  record Stopped(UUID id, Instant optedOutAt) {}

  /** What was answered to an invitation, and not untied yet. */
  record Tied(UUID invitationId, String comment) {}

  /**
   * What becomes of it.
   *
   * @param id a new one, which tells nothing about the order in which answers came
   */
  record Untied(long id, UUID invitationId, String comment) {}

  /**
   * Claims some that are due, until the transaction ends; one that somebody else is changing is for
   * the next round, and one that is still to be sent is the sender's to end.
   */
  @SqlQuery(
      """
      select id, contact_id, contact_month, answered_at, expires_at from invitation
      where erase_at <= :now and state <> 'planned'
      order by erase_at limit :limit
      for update skip locked
      """)
  List<Due> claim(Instant now, int limit);

  /** Who of these stopped, by any of their addresses; ids is not empty. */
  @SqlQuery(
      """
      select i.id, r.opted_out_at
      from invitation i join recipient r on r.address_hash = i.email_hash
      where i.id in (<ids>) and r.opted_out_at is not null
      union all
      select i.id, r.opted_out_at
      from invitation i join recipient r on r.address_hash = i.phone_hash
      where i.id in (<ids>) and r.opted_out_at is not null
      """)
  List<Stopped> listStopped(@BindList Collection<UUID> ids);

  /** Nothing is to be erased before. */
  @SqlBatch("update invitation set erase_at = :eraseAt where id = :id")
  void postpone(Collection<UUID> id, Collection<Instant> eraseAt);

  @SqlBatch("update invitation set address = null, erase_at = :eraseAt where id = :id")
  void forgetAddresses(Collection<UUID> id, Collection<Instant> eraseAt);

  /**
   * Claims addresses of which nothing is known but that they were asked, at that time at the
   * latest; one that somebody else has locked is for the next round.
   */
  @SqlQuery(
      """
      select address_hash from recipient
      where (asked_at is null or asked_at <= :askedAt)
          and opted_out_at is null and bounced_at is null
      limit :limit
      for update skip locked
      """)
  List<byte[]> claimAsked(Instant askedAt, int limit);

  @SqlBatch("delete from recipient where address_hash = :addressHash")
  void forgetAsked(Collection<byte[]> addressHash);

  /** What other systems were told, and what they could not be told. */
  @SqlUpdate("delete from webhook_delivery where made_at <= :madeAt")
  int forgetDeliveries(Instant madeAt);

  /** ids is not empty. */
  @SqlQuery("select invitation_id, comment from answer where invitation_id in (<ids>)")
  List<Tied> listTied(@BindList Collection<UUID> ids);

  /** What the contact keeps: whether it was answered about. */
  @SqlBatch(
      """
      update contact set answered = coalesce(
          (select case when overall is not null and friendliness is not null
              and clarity is not null and timeliness is not null then 'wholly' else 'partly' end
          from answer where invitation_id = :id),
          answered, 'no')
      where id = :contactId
      """)
  void keepWhetherAnswered(@BindMethods Collection<Due> invitations);

  /** A timeliness score that was answered, once for each call-back note about the contact. */
  record Promised(
      UUID invitationId,
      @ColumnName("contact_month") YearMonth month,
      int timeliness,
      Instant createdAt,
      Instant handledAt) {}

  /** ids is not empty. */
  @SqlQuery(
      """
      select i.id as invitation_id, a.contact_month, a.timeliness, n.created_at, n.handled_at
      from invitation i
      join answer a on a.invitation_id = i.id
      join contact c on c.id = i.contact_id
      join callback_note n on n.source = c.source and n.contact_ref = c.external_id
      where i.id in (<ids>) and a.timeliness is not null
      """)
  List<Promised> listPromised(@BindList Collection<UUID> ids);

  @SqlUpdate(
      """
      insert into callback_score (contact_month, standing, timeliness, number)
      values (:month, :standing, :timeliness, 1)
      on conflict do nothing
      """)
  int beginCallbackScore(YearMonth month, CallbackStatus standing, int timeliness);

  @SqlUpdate(
      """
      update callback_score set number = number + 1
      where contact_month = :month and standing = :standing and timeliness = :timeliness
      """)
  void addCallbackScore(YearMonth month, CallbackStatus standing, int timeliness);

  /** Call-back notes do not tell any more which contact they are about; ids is not empty. */
  @SqlUpdate(
      """
      update callback_note set contact_ref = null
      where id in (
          select n.id from callback_note n
          join contact c on c.source = n.source and c.external_id = n.contact_ref
          join invitation i on i.contact_id = c.id
          where i.id in (<ids>))
      """)
  void untieCallbacks(@BindList Collection<UUID> ids);

  @SqlBatch(
      """
      update answer set id = :id, invitation_id = null, answered_at = null, comment = :comment
      where invitation_id = :invitationId
      """)
  void untie(@BindMethods Collection<Untied> answers);

  /** What was kept apart stays counted, without its invitation; ids is not empty. */
  @SqlUpdate("update answer_aside set invitation_id = null where invitation_id in (<ids>)")
  void untieAside(@BindList Collection<UUID> ids);

  /**
   * Leaves of invitations what is counted of them; of when they were answered no more than
   * answeredAt.
   */
  @SqlBatch(
      """
      update invitation set token_hash = null, address = null, email_hash = null,
          phone_hash = null, carrier_reference = null, erase_at = null,
          answered_at = case when answered_at is not null
              then cast(:answeredAt as timestamp with time zone) end
      where id = :id
      """)
  void erase(Collection<UUID> id, Collection<Instant> answeredAt);

  /** What came so long ago does not come again. */
  @SqlUpdate("delete from event where received_at <= :receivedAt")
  void forgetEvents(Instant receivedAt);
}
