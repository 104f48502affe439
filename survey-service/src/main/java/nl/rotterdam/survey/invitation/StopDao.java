// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How many do not want to be asked. */
interface StopDao {

  /** Of one month. */
  record Stopped(int stopYear, int stopMonth, long number) {}

  /** The newest first; the parts of a moment are those by the clock of the zone. */
  @SqlQuery(
      """
      select stop_year, stop_month, count(*) as number from (
        select cast(extract(year from stopped) as integer) as stop_year,
            cast(extract(month from stopped) as integer) as stop_month
        from (
          select opted_out_at at time zone :zone as stopped
          from recipient where opted_out_at is not null) moments) months
      group by stop_year, stop_month order by stop_year desc, stop_month desc
      """)
  List<Stopped> listByMonth(String zone);
}
