// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.rotterdam.survey.contact.NewContactDao;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Claiming recipients, many at once, apart as {@link NewContactDao} is. */
public interface ClaimDao {

  /** Makes sure that there are rows to lock. */
  @SqlBatch("insert into recipient (address_hash) values (:addressHash) on conflict do nothing")
  void addAll(Collection<byte[]> addressHash);

  /** The rows that there are, locked one after the other; addressHashes is not empty. */
  @SqlQuery(
      """
      select * from recipient where address_hash in (<addressHashes>)
      order by address_hash for update
      """)
  List<Recipient> lockAll(@BindList Collection<byte[]> addressHashes);

  /** Claims many at once, which are given in the order in which they are locked. */
  default List<Recipient> claimAll(List<byte[]> addressHashes) {
    List<Recipient> locked = List.of();
    while (locked.size() < addressHashes.size()) {
      addAll(addressHashes);
      locked = lockAll(addressHashes);
    }
    return locked;
  }

  /** Remembers that addresses were asked, each at its time; an earlier time changes nothing. */
  @SqlBatch(
      """
      update recipient set asked_at = :askedAt
      where address_hash = :addressHash and (asked_at is null or asked_at < :askedAt)
      """)
  void askedAll(Collection<byte[]> addressHash, Collection<Instant> askedAt);
}
