// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Whom we asked, and who does not want to be asked: by a keyed hash of the address. */
public interface RecipientDao {

  /** Makes sure that there is a row to lock. */
  @SqlUpdate("insert into recipient (address_hash) values (:addressHash) on conflict do nothing")
  void add(byte[] addressHash);

  /** Its row, locked until the transaction ends; null where there is none. */
  @SqlQuery("select * from recipient where address_hash = :addressHash for update")
  Recipient lock(byte[] addressHash);

  /**
   * Keeps everybody else from deciding about this address until the transaction ends. A row that
   * was there may be erased before it is locked.
   */
  default void claim(byte[] addressHash) {
    do {
      add(addressHash);
    } while (lock(addressHash) == null);
  }

  /** Remembers that the addresses were asked; an earlier time changes nothing. */
  @SqlBatch(
      """
      update recipient set asked_at = :askedAt
      where address_hash = :addressHash and (asked_at is null or asked_at < :askedAt)
      """)
  void asked(Collection<byte[]> addressHash, Instant askedAt);

  /** Remembers that there is nobody at the address. */
  @SqlUpdate(
      """
      update recipient set bounced_at = :now
      where address_hash = :addressHash and bounced_at is null
      """)
  void bounced(byte[] addressHash, Instant now);

  @SqlUpdate("update recipient set opted_out_at = :now where address_hash = :addressHash")
  void optOut(byte[] addressHash, Instant now);

  @SqlUpdate("update recipient set opted_out_at = null where address_hash = :addressHash")
  void optIn(byte[] addressHash);

  @SqlQuery(
      """
      select exists (
        select 1 from recipient where address_hash = :addressHash and opted_out_at is not null)
      """)
  boolean hasOptedOut(byte[] addressHash);
}
