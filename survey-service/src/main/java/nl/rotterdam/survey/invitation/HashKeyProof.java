// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Whether addresses are hashed with the same key as before. With another one nobody would be known
 * again: not who opted out, and not who was asked lately.
 */
public final class HashKeyProof {

  /** What the database remembers of the key. */
  interface Proofs {
    @SqlUpdate("insert into hash_key (id, proof) values (1, :proof) on conflict do nothing")
    void keep(byte[] proof);

    @SqlQuery("select exists (select 1 from hash_key where proof = :proof)")
    boolean holds(byte[] proof);
  }

  private final Proofs proofs;
  private final byte[] proof;

  public HashKeyProof(Jdbi jdbi, byte[] hashKey) {
    this.proofs = Database.dao(jdbi, Proofs.class);
    this.proof = new KeyedHash(hashKey, "hash key proof").of();
  }

  /** Whether the database knows this key, or none yet: then it knows this one from now on. */
  public boolean holds() {
    proofs.keep(proof);
    return proofs.holds(proof);
  }
}
