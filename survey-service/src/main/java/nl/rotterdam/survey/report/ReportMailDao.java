// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Mails to the distribution list in the database; the planned ones are the outbox. */
interface ReportMailDao {

  /** How many mails of a month and kind are in a state. */
  record Count(@ColumnName("to_month") YearMonth month, MailKind kind, String state, long number) {}

  /** Plans a mail to each recipient that has none of this month and kind. */
  @SqlBatch(
      """
      insert into report_mail (id, to_month, kind, recipient, state, attempts, next_attempt_at)
      values (:id, :month, :kind, :recipient, 'planned', 0, :now)
      on conflict do nothing
      """)
  void plan(
      Collection<UUID> id,
      YearMonth month,
      MailKind kind,
      Collection<String> recipient,
      Instant now);

  /** Takes back what a final report makes pointless: concepts and reminders not sent yet. */
  @SqlUpdate(
      """
      delete from report_mail
      where to_month = :month and kind in ('concept', 'reminder') and state = 'planned'
      """)
  void withdraw(YearMonth month);

  @SqlQuery("select exists (select 1 from report_mail where to_month = :month and kind = :kind)")
  boolean exists(YearMonth month, MailKind kind);

  /** The mails to be sent now. */
  @SqlQuery(
      """
      select id, to_month, kind, recipient, attempts from report_mail
      where state = 'planned' and next_attempt_at <= :now order by next_attempt_at, to_month
      """)
  List<ReportMail> listDue(Instant now);

  /** True for exactly one of all who try: nobody else sends this mail, whatever happens next. */
  @SqlUpdate(
      """
      update report_mail set state = 'claimed', claimed_at = :now
      where id = :id and state = 'planned' and next_attempt_at <= :now
      """)
  boolean claim(UUID id, Instant now);

  /** Also where it was long in the sending and had been given up. */
  @SqlUpdate(
      """
      update report_mail set state = 'sent', sent_at = :now, failure = null
      where id = :id and state in ('claimed', 'unknown')
      """)
  void sent(UUID id, Instant now);

  /** It certainly did not go and is tried again. */
  @SqlUpdate(
      """
      update report_mail set state = 'planned', claimed_at = null, attempts = :attempts,
          next_attempt_at = :nextAttemptAt, failure = :failure
      where id = :id and state = 'claimed'
      """)
  void release(UUID id, int attempts, Instant nextAttemptAt, String failure);

  /** It certainly did not go and never will. */
  @SqlUpdate(
      """
      update report_mail set state = 'failed', claimed_at = null, failure = :failure
      where id = :id and state = 'claimed'
      """)
  void fail(UUID id, String failure);

  /** Nobody knows whether it went, so that it is not sent again: true for who finds out. */
  @SqlUpdate(
      "update report_mail set state = 'unknown', failure = :failure where id = :id and state = 'claimed'")
  boolean lose(UUID id, String failure);

  /** What was claimed so long ago that it is not in anybody's hands any more. */
  @SqlQuery("select id from report_mail where state = 'claimed' and claimed_at <= :before")
  List<UUID> listLost(Instant before);

  @SqlQuery(
      """
      select to_month, kind, state, count(*) as number from report_mail
      group by to_month, kind, state
      """)
  List<Count> count();
}
