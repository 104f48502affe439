// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import java.time.Instant;
import java.util.UUID;

/**
 * A counter screen: one device at one location.
 *
 * @param name by which the municipality tells it apart
 * @param revokedAt since when its link does not work any more; null while it does
 */
public record Kiosk(UUID id, String name, String location, Instant createdAt, Instant revokedAt) {
  /** Longest name. */
  static final int NAME_MAX = 100;

  /** Longest location. */
  static final int LOCATION_MAX = 200;

  /** Whether its link does not work any more. */
  public boolean isRevoked() {
    return revokedAt != null;
  }
}
