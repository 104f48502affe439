// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Arrays;
import java.util.Optional;

/** Whether a figure may be shown, and whether there is one. */
public enum Status {
  /** Enough answers: value and limits are public. */
  OK("ok"),
  /** Some answers, fewer than the threshold: n is public, value and limits are internal. */
  BELOW_PUBLICATION("below_publication"),
  /** No figure: nothing was counted, or the method gives none. */
  EMPTY("empty");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  /** The status with this code; empty where there is none. */
  public static Optional<Status> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code.equals(code)).findFirst();
  }

  /** The name in the figures table. */
  public String code() {
    return code;
  }
}
