// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Numbers that send text messages, and the replies to be sent to them: an outbox. */
interface TexterDao {

  /** Makes sure that there is a row to lock. */
  @SqlUpdate(
      """
      insert into texter (phone_hash, heard_at) values (:phoneHash, :now)
      on conflict do nothing
      """)
  void add(byte[] phoneHash, Instant now);

  /** Keeps everybody else from listening to this number until the transaction ends. */
  @SqlQuery("select * from texter where phone_hash = :phoneHash for update")
  Texter lock(byte[] phoneHash);

  @SqlUpdate(
      "update texter set heard_hash = :heardHash, heard_at = :now where phone_hash = :phoneHash")
  void heard(byte[] phoneHash, byte[] heardHash, Instant now);

  /** What is to be said next, in the place of what was not said yet. */
  @SqlUpdate(
      """
      update texter set reply_id = :replyId, reply = :reply, language = :language,
          address = :address, attempts = 0, next_attempt_at = :now,
          closed_at = case when :reply = 'closed' then :now else closed_at end
      where phone_hash = :phoneHash
      """)
  void say(
      byte[] phoneHash, UUID replyId, Reply reply, String language, byte[] address, Instant now);

  /** The replies that are due, the longest due first. */
  @SqlQuery(
      """
      select * from texter where next_attempt_at <= :now order by next_attempt_at limit :limit
      """)
  List<Texter> listDue(Instant now, int limit);

  /**
   * Claims a reply until then: false where it is not due any more, or another one took its place.
   */
  @SqlUpdate(
      """
      update texter set next_attempt_at = :until
      where phone_hash = :phoneHash and reply_id = :replyId and next_attempt_at <= :now
      """)
  boolean claim(byte[] phoneHash, UUID replyId, Instant now, Instant until);

  /** The carrier has accepted the reply. */
  @SqlUpdate(
      """
      update texter set reply_id = null, reply = null, language = null, address = null,
          next_attempt_at = null, replied_at = :now
      where phone_hash = :phoneHash and reply_id = :replyId
      """)
  void said(byte[] phoneHash, UUID replyId, Instant now);

  /** The reply is not sent any more. */
  @SqlUpdate(
      """
      update texter set reply_id = null, reply = null, language = null, address = null,
          next_attempt_at = null
      where phone_hash = :phoneHash and reply_id = :replyId
      """)
  void drop(byte[] phoneHash, UUID replyId);

  @SqlUpdate(
      """
      update texter set attempts = :attempts, next_attempt_at = :nextAttemptAt
      where phone_hash = :phoneHash and reply_id = :replyId
      """)
  void postpone(byte[] phoneHash, UUID replyId, int attempts, Instant nextAttemptAt);

  /** Forgets the numbers that have sent nothing since then. */
  @SqlUpdate("delete from texter where heard_at <= :since")
  void forget(Instant since);
}
