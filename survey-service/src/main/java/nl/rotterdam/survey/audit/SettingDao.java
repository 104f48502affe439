// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.audit;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What the settings were at the last start. */
interface SettingDao {

  /** A setting by its name in config.yml. */
  record Seen(String name, byte[] contentHash) {}

  @SqlQuery("select name, content_hash from setting_seen")
  List<Seen> list();

  @SqlUpdate("delete from setting_seen")
  void clear();

  @SqlBatch(
      """
      insert into setting_seen (name, content_hash) values (:name, :contentHash)
      on conflict do nothing
      """)
  void addAll(Collection<String> name, Collection<byte[]> contentHash);
}
