// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
      from invitations where state in ('sent', 'handed_out', 'returned', 'imported')
      group by contact_month, channel
      union all
      select contact_month, 'returned', channel, '', sum(number)
      from invitations where state = 'returned' group by contact_month, channel
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

  /** The scores on counter screens, by location, and what is set apart there. */
  @SqlQuery(
      """
      with answers as (
        select answer_month, location, overall, friendliness, clarity, timeliness,
            count(*) as number
        from kiosk_answer
        where answer_month between :from and :to and set_aside is null
        group by answer_month, location, overall, friendliness, clarity, timeliness
      )
      select answer_month as contact_month,
          concat('kiosk_overall_', cast(overall as varchar(2))) as measure, 'counter' as channel,
          location as item, sum(number) as number
      from answers group by answer_month, location, overall
      union all
      select answer_month, concat('kiosk_friendliness_', cast(friendliness as varchar(2))),
          'counter', location, sum(number)
      from answers where friendliness is not null group by answer_month, location, friendliness
      union all
      select answer_month, concat('kiosk_clarity_', cast(clarity as varchar(2))), 'counter',
          location, sum(number)
      from answers where clarity is not null group by answer_month, location, clarity
      union all
      select answer_month, concat('kiosk_timeliness_', cast(timeliness as varchar(2))), 'counter',
          location, sum(number)
      from answers where timeliness is not null group by answer_month, location, timeliness
      union all
      select answer_month, 'kiosk_set_aside', 'counter', location, count(*)
      from kiosk_answer
      where answer_month between :from and :to and set_aside is not null
      group by answer_month, location
      """)
  List<Count> countKiosks(YearMonth from, YearMonth to);

  /** Open answers by their themes, without those that are marked or still to be looked through. */
  @SqlQuery(
      """
      select contact_month, 'themes' as measure, channel, themes as item, count(*) as number
      from signal
      where contact_month between :from and :to and themes is not null and marked_at is null
      group by contact_month, channel, themes
      """)
  List<Count> countThemes(YearMonth from, YearMonth to);

  /**
   * A timeliness score of residents who were promised to be called back.
   *
   * @param invitationId to which it is the answer, once for each note about the contact; null where
   *     answers are not tied to contacts any more
   * @param standing how they fared; null where the note tells
   */
  record CallbackScore(
      @ColumnName("contact_month") YearMonth month,
      int timeliness,
      UUID invitationId,
      Instant createdAt,
      Instant handledAt,
      String standing,
      long number) {

    /** The promise, as figures take it. */
    nl.rotterdam.reporting.operation.CallbackNote toPromise() {
      return new nl.rotterdam.reporting.operation.CallbackNote(
          createdAt, Optional.ofNullable(handledAt));
    }
  }

  @SqlQuery(
      """
      select a.contact_month, a.timeliness, i.id as invitation_id, n.created_at, n.handled_at,
          cast(null as varchar) as standing, 1 as number
      from callback_note n
      join contact c on c.source = n.source and c.external_id = n.contact_ref
      join invitation i on i.contact_id = c.id
      join answer a on a.invitation_id = i.id
      where a.contact_month between :from and :to and a.timeliness is not null
      union all
      select contact_month, timeliness, null, null, null, standing, number
      from callback_score where contact_month between :from and :to
      """)
  List<CallbackScore> callbackScores(YearMonth from, YearMonth to);

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
