// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Sessions of employees in the database. */
interface SessionDao {

  @SqlUpdate(
      """
      insert into employee_session
        (token_hash, subject, name, role, language, csrf, id_token, begun_at, seen_at)
      values (:tokenHash, :subject, :name, :role, :language, :csrf, :idToken, :now, :now)
      """)
  void insert(
      byte[] tokenHash, @BindMethods Employee employee, String role, String idToken, Instant now);

  @SqlQuery(
      """
      select id_token from employee_session
      where token_hash = :tokenHash and id_token is not null
      """)
  Optional<String> findIdToken(byte[] tokenHash);

  /** Who has it, where it has not ended. */
  @SqlQuery(
      """
      select subject, name, upper(role) as role, language, csrf, seen_at
      from employee_session
      where token_hash = :tokenHash and seen_at > :idleSince and begun_at > :begunSince
      """)
  Optional<Session> find(byte[] tokenHash, Instant idleSince, Instant begunSince);

  @SqlUpdate("update employee_session set seen_at = :now where token_hash = :tokenHash")
  void seen(byte[] tokenHash, Instant now);

  @SqlUpdate("update employee_session set language = :language where token_hash = :tokenHash")
  void speak(byte[] tokenHash, String language);

  @SqlUpdate("delete from employee_session where token_hash = :tokenHash")
  void delete(byte[] tokenHash);

  @SqlUpdate("delete from employee_session where subject = :subject")
  void deleteAll(String subject);

  @SqlUpdate("delete from employee_session where seen_at <= :idleSince or begun_at <= :begunSince")
  int deleteEnded(Instant idleSince, Instant begunSince);

  /** A row. */
  record Session(
      String subject, String name, Role role, String language, String csrf, Instant seenAt) {
    Employee employee() {
      return new Employee(subject, name, role, language, csrf);
    }
  }
}
