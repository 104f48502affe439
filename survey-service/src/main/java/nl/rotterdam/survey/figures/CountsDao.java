// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.YearMonth;
import java.util.List;
import nl.rotterdam.reporting.figure.Channel;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Counts what the figures are made of, and nothing more: formulas are reporting's. */
public interface CountsDao {

  /** A number of rows in one month and channel. */
  record Count(@ColumnName("contact_month") YearMonth month, Channel channel, long number) {}

  /** How often a score was given in one month and channel. */
  record ScoreCount(
      @ColumnName("contact_month") YearMonth month, Channel channel, int score, long number) {}

  @SqlQuery(
      """
      select contact_month, channel, count(*) as number from contact
      where contact_month <= :to
      group by contact_month, channel
      """)
  List<Count> contacts(YearMonth to);

  /** Contacts about which an invitation really went out. */
  @SqlQuery(
      """
      select c.contact_month, c.channel, count(*) as number
      from invitation i join contact c on c.id = i.contact_id
      where c.contact_month <= :to and i.state in ('sent', 'handed_out', 'imported')
      group by c.contact_month, c.channel
      """)
  List<Count> invited(YearMonth to);

  /** Answers with all four scores. */
  @SqlQuery(
      """
      select contact_month, channel, count(*) as number from answer
      where contact_month <= :to and overall is not null and friendliness is not null
          and clarity is not null and timeliness is not null
      group by contact_month, channel
      """)
  List<Count> complete(YearMonth to);

  @SqlQuery(
      """
      select contact_month, channel, count(*) as number from answer
      where contact_month <= :to
      group by contact_month, channel
      """)
  List<Count> answers(YearMonth to);

  /** How often each score was given; indicator is one of the four columns. */
  @SqlQuery(
      """
      select contact_month, channel, <indicator> as score, count(*) as number from answer
      where contact_month <= :to and <indicator> is not null
      group by contact_month, channel, <indicator>
      """)
  List<ScoreCount> scores(@Define String indicator, YearMonth to);
}
