// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Publications in the database; a row is never changed. */
interface PublicationDao {

  /**
   * What was published of a month.
   *
   * @param definitions as JSON
   * @param note what the publisher says about it; null where that is nothing
   * @param sha256 of the table as the public sees it
   * @param figures the table as the internal audience sees it, CSV in gzip
   * @param restated what was published otherwise before, CSV in gzip
   */
  record Stored(
      @ColumnName("to_month") YearMonth month,
      Instant publishedAt,
      String software,
      String definitions,
      String note,
      String sha256,
      byte[] figures,
      byte[] restated) {}

  /** False where the month is published already. */
  @SqlUpdate(
      """
      insert into publication (to_month, published_at, software, definitions, note, sha256,
          figures, restated)
      values (:month, :publishedAt, :software, :definitions, :note, :sha256, :figures, :restated)
      on conflict do nothing
      """)
  boolean insert(@BindMethods Stored publication);

  @SqlQuery("select * from publication where to_month = :month")
  Optional<Stored> find(YearMonth month);

  /** The months that are published, in order. */
  @SqlQuery("select to_month from publication order by to_month")
  List<YearMonth> listMonths();
}
