// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Invitations in the database; the planned ones and those with a reminder are the outbox. */
public interface InvitationDao extends NewInvitationDao {

  /** Ids of the next invitations and reminders to be sent, the longest due first. */
  @SqlQuery(
      """
      select id from invitation
      where medium = :medium and state in ('planned', 'sent') and next_attempt_at <= :now
          and address is not null
      order by next_attempt_at limit :limit
      """)
  List<UUID> listDue(Medium medium, Instant now, int limit);

  /**
   * Claims the invitation until the transaction ends; empty where it is not due any more, or
   * another instance is sending it.
   */
  @SqlQuery(
      """
      select * from invitation
      where id = :id and state in ('planned', 'sent') and next_attempt_at <= :now
          and address is not null
      for update skip locked
      """)
  Optional<Invitation> claim(UUID id, Instant now);

  @SqlUpdate(
      """
      update invitation set state = 'sent', attempts = attempts + 1, invited_at = :now,
          next_attempt_at = :reminderAt, failure = null, carrier_reference = :reference
      where id = :id
      """)
  void sent(UUID id, Instant now, Optional<Instant> reminderAt, Optional<String> reference);

  /** The one reminder is sent; the carrier's reference is that of the reminder from now on. */
  @SqlUpdate(
      """
      update invitation set reminded_at = :now, next_attempt_at = null,
          carrier_reference = :reference
      where id = :id
      """)
  void reminded(UUID id, Instant now, Optional<String> reference);

  /** The carrier does not mean this message any more by its reference. */
  @SqlUpdate("update invitation set carrier_reference = null where carrier_reference = :reference")
  void forgetReference(String reference);

  /** There will be no reminder. */
  @SqlUpdate("update invitation set next_attempt_at = null where id = :id and state = 'sent'")
  void endReminder(UUID id);

  @SqlUpdate("update invitation set next_attempt_at = :nextAttemptAt where id = :id")
  void postpone(UUID id, Instant nextAttemptAt);

  @SqlUpdate(
      """
      update invitation set attempts = attempts + 1, next_attempt_at = :nextAttemptAt,
          failure = :failure
      where id = :id
      """)
  void retry(UUID id, Instant nextAttemptAt, String failure);

  @SqlUpdate(
      """
      update invitation set state = 'failed', attempts = attempts + 1, next_attempt_at = null,
          failure = :failure, address = null
      where id = :id
      """)
  void fail(UUID id, String failure);

  /** There was nobody to take it in. */
  @SqlUpdate(
      """
      update invitation set state = 'returned', attempts = attempts + 1, invited_at = :now,
          next_attempt_at = null, failure = :failure, address = null
      where id = :id
      """)
  void refuse(UUID id, Instant now, String failure);

  /** Too late for it: the failure that kept it, if any, stays. */
  @SqlUpdate(
      """
      update invitation set state = 'lapsed', next_attempt_at = null, address = null
      where id = :id
      """)
  void lapse(UUID id);

  /**
   * Marks the survey as answered and forgets the address: true for exactly one of all who try, and
   * for none once the link has expired. What is answered has arrived, whatever was known of it.
   */
  @SqlUpdate(
      """
      update invitation set answered_at = :now, address = null, next_attempt_at = null,
          opened = true, erase_at = :now,
          state = case when state in ('handed_out', 'imported') then state else 'sent' end,
          invited_at = coalesce(invited_at, :now)
      where token_hash = :tokenHash and answered_at is null and expires_at > :now
      """)
  boolean answer(byte[] tokenHash, Instant now);

  /** Marks invitations as answered that were not. */
  @SqlBatch(
      """
      update invitation set answered_at = :answeredAt, address = null, next_attempt_at = null,
          opened = true, erase_at = :answeredAt,
          state = case when state in ('handed_out', 'imported') then state else 'sent' end,
          invited_at = coalesce(invited_at, :answeredAt)
      where id = :id and answered_at is null
      """)
  int[] answer(Collection<UUID> id, Collection<Instant> answeredAt);

  /** The open survey behind a link: neither answered nor expired. */
  @SqlQuery(
      """
      select * from invitation
      where token_hash = :tokenHash and answered_at is null and expires_at > :now
      """)
  Optional<Invitation> findOpen(byte[] tokenHash, Instant now);

  /** The invitation of which a source hands out the link: neither answered nor expired. */
  @SqlQuery(
      """
      select i.id from invitation i join contact c on c.id = i.contact_id
      where c.id = :contactId and c.source = :source and i.state = 'handed_out'
        and i.answered_at is null and i.expires_at > :now
      """)
  Optional<UUID> findHandedOut(String source, UUID contactId, Instant now);

  /** Notes that the page was opened: true for the first time. */
  @SqlUpdate(
      """
      update invitation set opened = true
      where token_hash = :tokenHash and not opened and expires_at > :now
      """)
  boolean open(byte[] tokenHash, Instant now);

  /** When its last message was accepted; empty where there was none. */
  @SqlQuery("select coalesce(reminded_at, invited_at) from invitation where id = :id")
  Optional<Instant> lastSent(UUID id);

  /** The same, locked until the transaction ends. */
  @SqlQuery(
      """
      select * from invitation
      where token_hash = :tokenHash and answered_at is null and expires_at > :now
      for update
      """)
  Optional<Invitation> lockOpen(byte[] tokenHash, Instant now);

  /** The invitation behind a link, whatever became of it. */
  @SqlQuery("select * from invitation where token_hash = :tokenHash")
  Optional<Invitation> find(byte[] tokenHash);

  @SqlQuery("select * from invitation where id = :id")
  Optional<Invitation> find(UUID id);

  @SqlQuery("select id from invitation where carrier_reference = :reference")
  Optional<UUID> findByReference(String reference);

  /** Locked until the transaction ends: while it is being sent, this waits. */
  @SqlQuery("select * from invitation where id = :id for update")
  Optional<Invitation> lock(UUID id);

  /** What is to be sent to this number by now, locked as well. */
  @SqlQuery(
      """
      select id from invitation
      where phone_hash = :phoneHash and state = 'planned' and next_attempt_at <= :now
      order by id for update
      """)
  List<UUID> lockDue(byte[] phoneHash, Instant now);

  /** Whether a carrier told that a message about it arrived, or it is answered. */
  @SqlQuery("select delivered or answered_at is not null from invitation where id = :id")
  boolean isArrived(UUID id);

  /** Whether its last message was a reminder. */
  @SqlQuery("select reminded_at is not null from invitation where id = :id")
  boolean isReminded(UUID id);

  /**
   * A message that was accepted came back: true where nothing shows that it arrived all the same.
   */
  @SqlUpdate(
      """
      update invitation set state = 'returned', next_attempt_at = null, failure = :failure,
          address = null
      where id = :id and state = 'sent' and answered_at is null and not delivered
      """)
  boolean undelivered(UUID id, String failure);

  /** A message arrived; of an invitation that is not answered nothing else was known for sure. */
  @SqlUpdate(
      """
      update invitation set delivered = true, state = 'sent', failure = null,
          invited_at = coalesce(invited_at, :now)
      where id = :id and state in ('sent', 'returned', 'failed') and answered_at is null and not delivered
      """)
  boolean delivered(UUID id, Instant now);

  /** The months of the contacts that are still to be asked about at this address. */
  @SqlQuery(
      """
      select distinct contact_month from invitation
      where state = 'planned' and (email_hash = :addressHash or phone_hash = :addressHash)
      """)
  List<YearMonth> listPlannedMonths(byte[] addressHash);

  /** Whether a contact of this month may still be answered about: its link has not expired. */
  @SqlQuery(
      """
      select exists (
        select 1 from invitation
        where contact_month = :month and state in ('planned', 'sent', 'handed_out')
          and answered_at is null and expires_at > :now)
      """)
  boolean existsOpenIn(YearMonth month, Instant now);

  /**
   * Takes back what was still to be sent to this address, be it an invitation or a reminder, and
   * forgets it.
   */
  @SqlUpdate(
      """
      update invitation set state = case when state = 'planned' then 'withdrawn' else state end,
          next_attempt_at = null, address = null, erase_at = :now
      where address is not null and (email_hash = :addressHash or phone_hash = :addressHash)
      """)
  void withdraw(byte[] addressHash, Instant now);
}
