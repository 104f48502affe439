// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import java.util.Collection;
import java.util.Optional;

/** Whether a resident was called back in time, as of some instant. */
public enum CallbackStatus {
  /** Called back at or before the deadline. */
  ON_TIME,
  /** Called back after the deadline, or not yet while the deadline has passed. */
  LATE,
  /** Not yet called back, and there is still time: counts neither as on time nor as late. */
  OPEN;

  /**
   * How a resident fared to whom several promises may have been made: late where any was late, on
   * time where all were kept in time; empty where one is still open, or there are none.
   */
  public static Optional<CallbackStatus> ofAll(Collection<CallbackStatus> promises) {
    if (promises.contains(LATE)) {
      return Optional.of(LATE);
    }
    return promises.isEmpty() || promises.contains(OPEN) ? Optional.empty() : Optional.of(ON_TIME);
  }
}
