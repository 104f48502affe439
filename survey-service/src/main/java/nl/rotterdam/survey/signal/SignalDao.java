// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Signals in the database; their text is that of the answer, and nowhere else. */
interface SignalDao {
  String SELECT =
      """
      select s.id, s.contact_month, s.channel, s.language, s.overall, s.themes, a.comment as text,
          s.released_at, s.marked_at, s.marked_by
      from signal s join answer a on a.signal_id = s.id
      """;

  /** What may be shown of these; ids is not empty. */
  @SqlQuery(SELECT + "where s.id in (<ids>) and s.released_at is not null and s.marked_at is null")
  List<Signal> listShown(@BindList Collection<UUID> ids);

  /** What may be shown, by id, after that one. */
  @SqlQuery(
      SELECT
          + """
          where s.id > :after and s.released_at is not null and s.marked_at is null
          order by s.id limit :limit
          """)
  List<Signal> listById(UUID after, int limit);

  /** What came out at that moment, by id, after that one. */
  @SqlQuery(
      SELECT
          + """
          where s.released_at = :at and s.id > :after and s.marked_at is null
          order by s.id limit :limit
          """)
  List<Signal> listReleasedAt(Instant at, UUID after, int limit);

  /** What came out after that moment, in order. */
  @SqlQuery(
      SELECT
          + """
          where s.released_at > :at and s.marked_at is null
          order by s.released_at, s.id limit :limit
          """)
  List<Signal> listReleasedAfter(Instant at, int limit);

  /** How many changed, and when the last of them did. */
  record Changes(long number, Instant latest) {}

  @SqlQuery(
      "select count(*) as number, max(changed_at) as latest from signal where changed_at >= :since")
  Changes countChanges(Instant since);

  /** What changed for those who read, since then, shown or not. */
  @SqlQuery(SELECT + "where s.changed_at >= :since")
  List<Signal> listChanged(Instant since);

  /** The months of all. */
  @SqlQuery("select distinct contact_month from signal")
  List<YearMonth> listMonths();

  @SqlQuery("select version from term_lists")
  Optional<String> findVersion();

  @SqlUpdate("delete from term_lists")
  void forgetVersion();

  @SqlUpdate("insert into term_lists (id, version) values (1, :version)")
  void keepVersion(String version);

  /** The themes of all are to be looked for anew. */
  @SqlUpdate("update signal set themes = null where themes is not null")
  void forgetThemes();

  @SqlQuery(SELECT + "where s.themes is null limit :limit")
  List<Signal> listWithoutThemes(int limit);

  @SqlBatch(
      """
      update signal set themes = :themes,
          changed_at = case when released_at is not null
              then cast(:now as timestamp with time zone) end
      where id = :id
      """)
  void keepThemes(Collection<UUID> id, Collection<String> themes, Instant now);

  /** How many are ready to come out, and the month in which the first of them came. */
  record Waiting(long number, YearMonth oldest) {}

  @SqlQuery(
      """
      select count(*) as number, min(received_month) as oldest
      from signal where released_at is null and themes is not null
      """)
  Waiting countWaiting();

  @SqlQuery("select max(released_at) from signal")
  Optional<Instant> lastRelease();

  @SqlUpdate(
      """
      update signal set released_at = :now, changed_at = :now
      where released_at is null and themes is not null
      """)
  int release(Instant now);

  @SqlQuery("select min(released_at) from signal where released_at > :after")
  Optional<Instant> firstRelease(Instant after);

  /** Of when these came out, nothing stays but the end of the month. */
  @SqlUpdate(
      """
      update signal set released_at = :end, changed_at = null
      where released_at >= :from and released_at < :end
      """)
  void coarsen(Instant from, Instant end);

  @SqlUpdate(
      """
      update signal set marked_at = :now, marked_by = :by, changed_at = :now
      where id = :id and marked_at is null and released_at is not null
      """)
  int mark(UUID id, String by, Instant now);

  @SqlUpdate(
      """
      update signal set marked_at = null, marked_by = null, changed_at = :now
      where id = :id and marked_at is not null
      """)
  int restore(UUID id, Instant now);

  /** What is marked, the longest first. */
  @SqlQuery(SELECT + "where s.marked_at is not null order by s.marked_at, s.id limit :limit")
  List<Signal> listMarked(int limit);

  @SqlQuery("select contact_month from signal where id = :id")
  Optional<YearMonth> findMonth(UUID id);

  @SqlUpdate("delete from signal where id = :id and marked_at is not null")
  int delete(UUID id);

  /** The answer stays, without what was written. */
  @SqlUpdate("update answer set comment = null, signal_id = null where signal_id = :id")
  void deleteText(UUID id);
}
