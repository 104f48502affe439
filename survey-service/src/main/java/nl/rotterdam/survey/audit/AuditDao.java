// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.audit;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The audit log in the database: it is added to and read, and nothing else. */
interface AuditDao {

  @SqlUpdate(
      """
      insert into audit_entry (noted_at, who, name, action, subject, came_from)
      values (:now, :who, :name, :action, :subject, :from)
      """)
  void add(Instant now, String who, String name, String action, String subject, String from);

  /** Those before an entry, the newest first. */
  @SqlQuery("select * from audit_entry where id < :before order by id desc limit :limit")
  List<Entry> listBefore(long before, int limit);

  /** Those of a time that come after an entry, the oldest first. */
  @SqlQuery(
      """
      select * from audit_entry
      where noted_at >= :since and noted_at < :until and id > :after
      order by id limit :limit
      """)
  List<Entry> listAfter(Instant since, Instant until, long after, int limit);
}
