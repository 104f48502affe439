// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is to be fetched from Open Klant, in the database. */
interface NoticeDao {

  /**
   * Something that is to be fetched.
   *
   * @param notices how often Open Klant told of it
   * @param attempts how often it was tried in vain
   */
  record Notice(Resource resource, UUID id, int notices, int attempts, Instant dueAt) {}

  @SqlUpdate(
      """
      insert into open_klant_notice (resource, id, notices, attempts, due_at)
      values (:resource, :id, 1, 0, :dueAt)
      on conflict do nothing
      """)
  int insert(Resource resource, UUID id, Instant dueAt);

  @SqlUpdate(
      """
      update open_klant_notice set notices = notices + 1 where resource = :resource and id = :id
      """)
  int count(Resource resource, UUID id);

  /** Those that are due, a contact before what it led to. */
  @SqlQuery(
      """
      select resource, id, notices, attempts, due_at from open_klant_notice
      where due_at <= :now order by due_at, resource desc limit :limit
      """)
  List<Notice> list(Instant now, int limit);

  /** Strikes it off, unless it was told of again in the meantime. */
  @SqlUpdate(
      """
      delete from open_klant_notice
      where resource = :resource and id = :id and notices = :notices
      """)
  void delete(@BindMethods Notice notice);

  @SqlUpdate(
      """
      update open_klant_notice set attempts = attempts + 1, due_at = :dueAt
      where resource = :resource and id = :id
      """)
  void postpone(Resource resource, UUID id, Instant dueAt);
}
