// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

/** Whether a resident was called back in time, as of some instant. */
public enum CallbackStatus {
  /** Called back at or before the deadline. */
  ON_TIME,
  /** Called back after the deadline, or not yet while the deadline has passed. */
  LATE,
  /** Not yet called back, and there is still time: counts neither as on time nor as late. */
  OPEN
}
