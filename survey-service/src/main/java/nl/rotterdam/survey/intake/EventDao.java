// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Events in the database. */
interface EventDao {

  /**
   * 1 where the source sent no event of this identity before; waits for one that is being taken.
   */
  @SqlUpdate(
      """
      insert into event (source, identity, fingerprint, received_at)
      values (:source, :identity, :fingerprint, :receivedAt)
      on conflict do nothing
      """)
  int insert(String source, byte[] identity, byte[] fingerprint, Instant receivedAt);

  /** Whether the event of this identity has the same content. */
  @SqlQuery(
      """
      select exists (select 1 from event
          where source = :source and identity = :identity and fingerprint = :fingerprint)
      """)
  boolean isKnown(String source, byte[] identity, byte[] fingerprint);
}
