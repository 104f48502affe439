// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * An event and one system that is told of it.
 *
 * @param nextAttemptAt null where there is no further attempt
 * @param lastStatus the HTTP status of the last attempt; null where there was no answer
 * @param failure a short code of why the last attempt failed; null where it did not
 * @param endedAt null while there are further attempts
 */
public record WebhookDelivery(
    UUID id,
    UUID eventId,
    EventType eventType,
    String webhook,
    Instant madeAt,
    State state,
    int attempts,
    Instant nextAttemptAt,
    Integer lastStatus,
    String failure,
    Instant endedAt) {

  /** How far it came. */
  public enum State {
    PLANNED,
    DELIVERED,
    FAILED
  }
}
