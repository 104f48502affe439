// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Downloads in the database, and their files in parts. */
interface DownloadDao {
  @SqlUpdate(
      """
      insert into download (id, employee, kind, first_month, last_month, language, asked_at)
      values (:id, :employee, :kind, :first, :last, :language, :now)
      """)
  void insert(
      UUID id,
      String employee,
      Order.Kind kind,
      YearMonth first,
      YearMonth last,
      Optional<String> language,
      Instant now);

  /** Those of an employee, the last one asked for first. */
  @SqlQuery("select * from download where employee = :employee order by asked_at desc, id desc")
  List<Download> list(String employee);

  @SqlQuery("select * from download where id = :id and employee = :employee")
  Optional<Download> find(UUID id, String employee);

  /** The one that has waited longest. */
  @SqlQuery("select * from download where ended_at is null order by asked_at, id limit 1")
  Optional<Download> findNext();

  @SqlUpdate("update download set attempts = attempts + 1, steps = :steps, done = 0 where id = :id")
  void begin(UUID id, int steps);

  /** It was not its fault. */
  @SqlUpdate("update download set attempts = attempts - 1, steps = 0, done = 0 where id = :id")
  void giveBack(UUID id);

  @SqlUpdate("update download set done = done + 1 where id = :id")
  void step(UUID id);

  @SqlUpdate(
      """
      update download set file_name = :fileName, bytes = :bytes, ended_at = :now where id = :id
      """)
  void made(UUID id, String fileName, long bytes, Instant now);

  @SqlUpdate("update download set failed = true, ended_at = :now where id = :id")
  void failed(UUID id, Instant now);

  /** With their parts. */
  @SqlUpdate("delete from download where ended_at <= :endedBy")
  void forget(Instant endedBy);

  @SqlUpdate(
      "insert into download_part (download_id, number, content) values (:id, :number, :content)")
  void add(UUID id, int number, byte[] content);

  @SqlQuery("select content from download_part where download_id = :id and number = :number")
  Optional<byte[]> part(UUID id, int number);

  @SqlUpdate("delete from download_part where download_id = :id")
  void clear(UUID id);
}
