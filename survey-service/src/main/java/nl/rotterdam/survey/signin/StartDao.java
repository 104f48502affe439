// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Employees on their way through the door. */
interface StartDao {

  /** A row. */
  record Row(byte[] browserHash, String nonce, String verifier, String goesTo, Instant begunAt) {}

  @SqlUpdate(
      """
      insert into sign_in_start (state_hash, browser_hash, nonce, verifier, goes_to, begun_at)
      values (:stateHash, :browserHash, :nonce, :verifier, :goesTo, :now)
      """)
  void insert(
      byte[] stateHash,
      byte[] browserHash,
      String nonce,
      String verifier,
      String goesTo,
      Instant now);

  @SqlQuery(
      """
      select browser_hash, nonce, verifier, goes_to, begun_at from sign_in_start
      where state_hash = :stateHash
      """)
  Optional<Row> find(byte[] stateHash);

  /** Tells 1 to who takes it, and 0 to who comes after. */
  @SqlUpdate("delete from sign_in_start where state_hash = :stateHash")
  int take(byte[] stateHash);

  @SqlUpdate("delete from sign_in_start where begun_at <= :begunSince")
  void deleteEnded(Instant begunSince);
}
