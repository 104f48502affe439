// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How the sending of invitations stands. */
interface SendingDao {

  /**
   * What waits.
   *
   * @param planned in all
   * @param due of them now
   * @param retried of them those that were tried before
   */
  record Waiting(Medium medium, long planned, long due, long retried) {}

  /** How many of something. */
  record Counted(Medium medium, long number) {}

  /** How many could not be sent, or came back, for one reason. */
  record Failed(Medium medium, String failure, long number) {}

  @SqlQuery(
      """
      select medium, count(*) as planned,
          sum(case when next_attempt_at <= :now then 1 else 0 end) as due,
          sum(case when attempts > 0 then 1 else 0 end) as retried
      from invitation where medium in ('email', 'sms') and state = 'planned'
      group by medium
      """)
  List<Waiting> listWaiting(Instant now);

  /** Those that a carrier accepted; of contacts of that month and later, which are indexed. */
  @SqlQuery(
      """
      select medium, count(*) as number from invitation
      where contact_month >= :month and invited_at >= :since and medium in ('email', 'sms')
          and state in ('sent', 'returned')
      group by medium
      """)
  List<Counted> listSent(YearMonth month, Instant since);

  /** Of the contacts that were reported since then. */
  @SqlQuery(
      """
      select i.medium, coalesce(i.failure, 'unknown') as failure, count(*) as number
      from invitation i join contact c on c.id = i.contact_id
      where i.contact_month >= :month and i.state in ('failed', 'returned')
          and i.medium in ('email', 'sms') and c.received_at >= :since
      group by i.medium, coalesce(i.failure, 'unknown')
      order by i.medium, count(*) desc, coalesce(i.failure, 'unknown')
      """)
  List<Failed> listFailed(YearMonth month, Instant since);
}
