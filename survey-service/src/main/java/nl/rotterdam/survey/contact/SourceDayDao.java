// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Days on which sources reported, in the database. */
interface SourceDayDao {

  @SqlUpdate(
      """
      insert into source_day (source, reported_on) values (:source, :day)
      on conflict do nothing
      """)
  void insert(String source, LocalDate day);

  /** The days since this one, in order. */
  @SqlQuery(
      """
      select source, reported_on as reported from source_day
      where reported_on >= :from order by source, reported_on
      """)
  List<SourceDay> list(LocalDate from);

  /** A day on which a source reported. */
  record SourceDay(String source, LocalDate reported) {}
}
