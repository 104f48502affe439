// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Keys of source systems in the database. */
interface ApiKeyDao {

  @SqlUpdate(
      """
      insert into api_key (name, source, key_hash, scopes, per_minute, created_at)
      values (:name, :source, :keyHash, :scopes, :perMinute, :createdAt)
      """)
  void insert(@BindMethods ApiKey key, byte[] keyHash);

  @SqlQuery("select * from api_key where key_hash = :keyHash")
  Optional<ApiKey> find(byte[] keyHash);

  /** Keeps others who change this key waiting until the transaction ends. */
  @SqlQuery("select * from api_key where name = :name for update")
  Optional<ApiKey> lock(String name);

  @SqlQuery("select * from api_key order by source, created_at, name")
  List<ApiKey> list();

  @SqlQuery("select count(*) from api_key where source = :source")
  int count(String source);

  @SqlUpdate("update api_key set last_used_at = :now where name = :name")
  void used(String name, Instant now);

  @SqlUpdate("update api_key set expires_at = :at where name = :name")
  void expire(String name, Instant at);

  @SqlUpdate("update api_key set revoked_at = :now where name = :name")
  void revoke(String name, Instant now);
}
