// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Invitations in the database; the planned ones and those with a reminder are the outbox. */
public interface InvitationDao {

  /** Stores invitations with what they will be counted by, copied from the contact. */
  @SqlBatch(
      """
      insert into invitation (id, contact_id, contact_month, channel, medium, state, token_hash,
          address, email_hash, phone_hash, attempts, next_attempt_at, failure, invited_at,
          expires_at, answered_at, erase_at)
      select cast(:id as uuid), id, contact_month, channel, cast(:medium as varchar),
          cast(:state as varchar), cast(:tokenHash as bytea), cast(:address as bytea),
          cast(:emailHash as bytea), cast(:phoneHash as bytea), cast(:attempts as integer),
          cast(:nextAttemptAt as timestamp with time zone), cast(:failure as varchar),
          cast(:invitedAt as timestamp with time zone),
          cast(:expiresAt as timestamp with time zone),
          cast(:answeredAt as timestamp with time zone),
          cast(:expiresAt as timestamp with time zone)
      from contact where id = :contactId
      """)
  void insert(@BindMethods Collection<Invitation> invitations);

  /** The invitations of these contacts; contactIds is not empty. */
  @SqlQuery("select * from invitation where contact_id in (<contactIds>)")
  List<Invitation> list(@BindList Collection<UUID> contactIds);

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
          next_attempt_at = :reminderAt, failure = null
      where id = :id
      """)
  void sent(UUID id, Instant now, Optional<Instant> reminderAt);

  /** The one reminder is sent. */
  @SqlUpdate("update invitation set reminded_at = :now, next_attempt_at = null where id = :id")
  void reminded(UUID id, Instant now);

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

  /** A mail that was accepted came back: true where nothing shows that it arrived all the same. */
  @SqlUpdate(
      """
      update invitation set state = 'failed', next_attempt_at = null, failure = :failure,
          address = null
      where id = :id and state = 'sent' and answered_at is null
      """)
  boolean undelivered(UUID id, String failure);

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
