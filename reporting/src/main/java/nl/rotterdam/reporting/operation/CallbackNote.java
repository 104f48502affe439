// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * A promise to call a resident back.
 *
 * @param createdAt when it was made
 * @param handledAt when the resident was called back, not before it was promised; empty while
 *     nobody did
 */
public record CallbackNote(Instant createdAt, Optional<Instant> handledAt) {

  public CallbackNote {
    handledAt
        .filter(handled -> handled.isBefore(createdAt))
        .ifPresent(
            handled -> {
              throw new IllegalArgumentException(
                  "A call-back note of %s cannot be handled before, at %s"
                      .formatted(createdAt, handled));
            });
  }

  /**
   * How the note stood at an instant: on time where it was handled at or before the deadline, late
   * where the deadline had passed before that, open while neither is so. What was handled later
   * than the instant was not handled yet; at the deadline itself there is still time.
   */
  public CallbackStatus status(CallbackDeadline deadline, Instant asOf) {
    Optional<Instant> handled = handledAt.filter(at -> !at.isAfter(asOf));
    if (handled.orElse(asOf).isAfter(deadline.after(createdAt).toInstant())) {
      return CallbackStatus.LATE;
    }
    return handled.isPresent() ? CallbackStatus.ON_TIME : CallbackStatus.OPEN;
  }
}
