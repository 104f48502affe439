// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The local administrator in the database. */
interface AdministratorDao {

  /** What is kept of the password. */
  record Kept(byte[] salt, int rounds, byte[] passwordHash) {}

  @SqlQuery("select salt, rounds, password_hash from local_administrator where name = :name")
  Optional<Kept> find(String name);

  /** Tells 1 to who was first, and 0 to who comes after. */
  @SqlUpdate(
      """
      insert into local_administrator (name, salt, rounds, password_hash, made_at)
      values (:name, :salt, :rounds, :passwordHash, :now)
      on conflict do nothing
      """)
  int insert(String name, byte[] salt, int rounds, byte[] passwordHash, Instant now);

  @SqlUpdate("delete from local_administrator where name = :name")
  void delete(String name);
}
