// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.survey.contact.CallbackNote;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Counts what the figures are made of, and nothing more: formulas are reporting's. */
public interface CountsDao {

  /**
   * A number that was counted.
   *
   * @param channel empty where it is about no channel
   * @param item which score, location or reason it is about; else empty
   */
  record Count(
      @ColumnName("contact_month") YearMonth month,
      String measure,
      String channel,
      String item,
      long number) {}

  /** A month that was counted, and by what calendar its call-backs were judged. */
  record CountedMonth(@ColumnName("contact_month") YearMonth month, String calendar) {}

  /** The first month with a contact or a call-back note. */
  @SqlQuery(
      """
      select min(begun) from (
        select min(contact_month) as begun from contact
        union all
        select min(created_month) from callback_note
      ) months
      """)
  Optional<YearMonth> firstMonth();

  /**
   * All that is counted in these months now. It is read and then kept by {@link #keep}: as the
   * source of an INSERT, H2 gives the rows of the months before once more.
   */
  @SqlQuery(
      """
      with contacts as (
        select contact_month, channel, location, resolved_first_time, reason, count(*) as number
        from contact where contact_month between :from and :to
        group by contact_month, channel, location, resolved_first_time, reason
      ), invitations as (
        select contact_month, channel, state, opened, count(*) as number
        from invitation where contact_month between :from and :to
        group by contact_month, channel, state, opened
      ), answers as (
        select contact_month, channel, overall, friendliness, clarity, timeliness,
            count(*) as number
        from answer where contact_month between :from and :to
        group by contact_month, channel, overall, friendliness, clarity, timeliness
      )
      select contact_month, 'contacts' as measure, channel, '' as item, sum(number) as number
      from contacts group by contact_month, channel
      union all
      select contact_month, 'resolved', channel, '', sum(number)
      from contacts where channel = 'phone' and resolved_first_time
      group by contact_month, channel
      union all
      select contact_month, 'unresolved', channel, '', sum(number)
      from contacts where channel = 'phone' and not resolved_first_time
      group by contact_month, channel
      union all
      select contact_month, 'successful', channel, '', count(*)
      from contact
      where contact_month between :from and :to and channel = 'video' and duration_seconds > 60
      group by contact_month, channel
      union all
      select contact_month, 'visits', channel, location, sum(number)
      from contacts where channel = 'counter' and location <> ''
      group by contact_month, channel, location
      union all
      select contact_month, 'not_invited', channel, reason, sum(number)
      from contacts where reason <> 'asked' group by contact_month, channel, reason
      union all
      select contact_month, 'not_invited', channel, state, sum(number)
      from invitations where state in ('planned', 'failed', 'lapsed', 'withdrawn')
      group by contact_month, channel, state
      union all
      select contact_month, 'invited', channel, '', sum(number)
      from invitations where state in ('sent', 'handed_out', 'imported')
      group by contact_month, channel
      union all
      select contact_month, 'imported', channel, '', sum(number)
      from invitations where state = 'imported' group by contact_month, channel
      union all
      select contact_month, 'opened', channel, '', sum(number)
      from invitations where state in ('sent', 'handed_out') and opened
      group by contact_month, channel
      union all
      select contact_month, 'set_aside', channel, '', count(*)
      from answer_aside where contact_month between :from and :to
      group by contact_month, channel
      union all
      select contact_month, 'answers', channel, '', sum(number)
      from answers group by contact_month, channel
      union all
      select contact_month, 'complete', channel, '', sum(number)
      from answers
      where overall is not null and friendliness is not null and clarity is not null
          and timeliness is not null
      group by contact_month, channel
      union all
      select contact_month, 'overall', channel, cast(overall as varchar(2)), sum(number)
      from answers where overall is not null group by contact_month, channel, overall
      union all
      select contact_month, 'friendliness', channel, cast(friendliness as varchar(2)), sum(number)
      from answers where friendliness is not null group by contact_month, channel, friendliness
      union all
      select contact_month, 'clarity', channel, cast(clarity as varchar(2)), sum(number)
      from answers where clarity is not null group by contact_month, channel, clarity
      union all
      select contact_month, 'timeliness', channel, cast(timeliness as varchar(2)), sum(number)
      from answers where timeliness is not null group by contact_month, channel, timeliness
      """)
  List<Count> count(YearMonth from, YearMonth to);

  @SqlQuery("select * from callback_note where created_month between :from and :to")
  List<CallbackNote> callbacks(YearMonth from, YearMonth to);

  /** What was counted in these months before. */
  @SqlQuery("select * from month_count where contact_month between :from and :to")
  List<Count> counted(YearMonth from, YearMonth to);

  @SqlQuery("select contact_month, calendar from counted_month")
  List<CountedMonth> listCountedMonths();

  /** Waits until no other instance is counting, and keeps the others waiting. */
  @SqlQuery("select id from count_lock for update")
  int lock();

  @SqlUpdate("delete from month_count where contact_month = :month")
  void forgetCounts(YearMonth month);

  @SqlUpdate("delete from counted_month where contact_month = :month")
  void forgetMonth(YearMonth month);

  @SqlBatch(
      """
      insert into month_count (contact_month, measure, channel, item, number)
      values (:month, :measure, :channel, :item, :number)
      """)
  void keep(@BindMethods Collection<Count> counts);

  @SqlUpdate(
      """
      insert into counted_month (contact_month, calendar, counted_at)
      values (:month, :calendar, :countedAt)
      """)
  void keepMonth(YearMonth month, String calendar, Instant countedAt);
}
