// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Reports in the database; a row is never changed. */
interface ReportDao {

  /**
   * A report as it was made.
   *
   * @param verdict the verdict that it gives, in one sentence
   * @param sha256 of the file
   */
  record Stored(
      @ColumnName("to_month") YearMonth month,
      String language,
      Standing standing,
      Instant madeAt,
      String verdict,
      String sha256,
      byte[] pdf) {}

  /**
   * What is said of a report.
   *
   * @param bytes the length of the file
   */
  record Entry(
      @ColumnName("to_month") YearMonth month,
      String language,
      Standing standing,
      Instant madeAt,
      String verdict,
      String sha256,
      long bytes) {}

  /** Keeps a report, where there is none of this month, language and standing. */
  @SqlUpdate(
      """
      insert into report (to_month, language, standing, made_at, verdict, sha256, pdf)
      values (:month, :language, :standing, :madeAt, :verdict, :sha256, :pdf)
      on conflict do nothing
      """)
  void insert(@BindMethods Stored report);

  @SqlQuery(
      """
      select * from report
      where to_month = :month and language = :language and standing = :standing
      """)
  Optional<Stored> find(YearMonth month, String language, Standing standing);

  /** All reports of a month and standing. */
  @SqlQuery("select * from report where to_month = :month and standing = :standing")
  List<Stored> list(YearMonth month, Standing standing);

  /** The languages in which there is one. */
  @SqlQuery("select language from report where to_month = :month and standing = :standing")
  List<String> listLanguages(YearMonth month, Standing standing);

  /** What there is, the last month first. */
  @SqlQuery(
      """
      select to_month, language, standing, made_at, verdict, sha256, octet_length(pdf) as bytes
      from report order by to_month desc, standing desc, language
      """)
  List<Entry> listEntries();

  /** The months of which there is a concept and nothing final yet, in order. */
  @SqlQuery(
      """
      select distinct to_month from report concept
      where standing = 'concept' and not exists (
        select 1 from report made where made.to_month = concept.to_month and standing = 'final')
      order by to_month
      """)
  List<YearMonth> listMonthsWithoutFinal();
}
