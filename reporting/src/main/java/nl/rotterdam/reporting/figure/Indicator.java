// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Arrays;
import java.util.Optional;

/** One of the four scores from 0 to 10 that a resident gives. */
public enum Indicator {
  OVERALL("overall"),
  FRIENDLINESS("friendliness"),
  CLARITY("clarity"),
  TIMELINESS("timeliness");

  private final String code;

  Indicator(String code) {
    this.code = code;
  }

  /** The name in data files, in the API and in the figures table. */
  public String code() {
    return code;
  }

  /** The indicator with this code; empty where there is none. */
  public static Optional<Indicator> of(String code) {
    return Arrays.stream(values()).filter(indicator -> indicator.code.equals(code)).findFirst();
  }
}
