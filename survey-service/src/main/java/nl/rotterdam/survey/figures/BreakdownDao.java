// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import nl.rotterdam.reporting.breakdown.AnswerCell;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Calendar years broken down. */
interface BreakdownDao {

  /** A year that was broken down, and on what. */
  record BrokenDownYear(@ColumnName("calendar_year") int year, long answers, int threshold) {}

  /** How often a score was given in a group of a year. */
  record GroupScore(
      @ColumnName("calendar_year") int year,
      String dimension,
      String groupName,
      String indicator,
      int score,
      long number) {}

  /** How often a score was given in a category, before anything is merged. */
  record CategoryScore(String category, int score, long number) {}

  @SqlQuery("select calendar_year, answers, threshold from broken_down_year")
  List<BrokenDownYear> listYears();

  @SqlQuery("select * from group_score where calendar_year <= :year")
  List<GroupScore> list(int year);

  /** The finest counts of the answers in these months. */
  @SqlQuery(
      """
      select contact_month as "month", channel, coalesce(location, '') as location,
          coalesce(product, '') as product, coalesce(wijk, '') as wijk,
          coalesce(cluster, '') as cluster, count(overall) as overall,
          count(friendliness) as friendliness, count(clarity) as clarity,
          count(timeliness) as timeliness
      from answer where contact_month between :from and :to
      group by contact_month, channel, coalesce(location, ''), coalesce(product, ''),
          coalesce(wijk, ''), coalesce(cluster, '')
      """)
  List<AnswerCell> cells(YearMonth from, YearMonth to);

  /**
   * The scores of every category, of these months; dimension and indicator are columns, channels
   * those that the dimension covers.
   */
  @SqlQuery(
      """
      select coalesce(<dimension>, '') as category, <indicator> as score, count(*) as number
      from answer
      where contact_month between :from and :to and <indicator> is not null
          and channel in (<channels>)
      group by coalesce(<dimension>, ''), <indicator>
      """)
  List<CategoryScore> scores(
      @Define String dimension,
      @Define String indicator,
      @BindList Collection<String> channels,
      YearMonth from,
      YearMonth to);

  @SqlUpdate("delete from group_score where calendar_year = :year")
  void forgetGroups(int year);

  @SqlUpdate("delete from broken_down_year where calendar_year = :year")
  void forgetYear(int year);

  @SqlBatch(
      """
      insert into group_score (calendar_year, dimension, group_name, indicator, score, number)
      values (:year, :dimension, :groupName, :indicator, :score, :number)
      """)
  void keep(@BindMethods Collection<GroupScore> scores);

  @SqlUpdate(
      """
      insert into broken_down_year (calendar_year, answers, threshold, counted_at)
      values (:year, :answers, :threshold, :countedAt)
      """)
  void keepYear(int year, long answers, int threshold, Instant countedAt);
}
