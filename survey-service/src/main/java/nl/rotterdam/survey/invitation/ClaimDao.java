// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.util.Collection;
import java.util.List;
import nl.rotterdam.survey.contact.NewContactDao;
import nl.rotterdam.survey.database.BindRows;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Claiming recipients, many at once, apart as {@link NewContactDao} is. */
public interface ClaimDao {

  /** Those that are known, locked one after the other; addressHashes is not empty. */
  @SqlQuery(
      """
      select * from recipient where address_hash in (<addressHashes>)
      order by address_hash for update
      """)
  List<Recipient> lockAll(@BindList Collection<byte[]> addressHashes);

  /**
   * Adds those that are asked for the first time.
   *
   * @return how many of them were not known
   */
  @SqlUpdate(
      """
      insert into recipient (address_hash, asked_at)
      select * from unnest(:addressHash, :askedAt) on conflict do nothing
      """)
  int addAll(@BindRows Collection<Recipient> recipients);

  /** Remembers when those that were known were asked. */
  @SqlBatch("update recipient set asked_at = :askedAt where address_hash = :addressHash")
  void askedAll(@BindMethods Collection<Recipient> recipients);
}
