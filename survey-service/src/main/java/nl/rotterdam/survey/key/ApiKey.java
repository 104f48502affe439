// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import java.time.Instant;
import java.util.Set;

/**
 * A key of a source system, without the key itself, which nobody has but the source.
 *
 * @param name by which it is rotated and revoked
 * @param source the system whose it is
 * @param scopes what it opens, as it is written
 * @param perMinute most requests in a minute
 * @param expiresAt from when it opens nothing any more; null: it does not expire
 * @param revokedAt since when it opens nothing any more; null: it was not revoked
 * @param lastUsedAt when it was used last, to the minute; null: never
 */
public record ApiKey(
    String name,
    String source,
    String scopes,
    int perMinute,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    Instant lastUsedAt) {

  /** What it opens. */
  Set<Scope> opens() {
    return Scope.read(scopes);
  }

  /** Whether it opens anything. */
  boolean works(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }
}
