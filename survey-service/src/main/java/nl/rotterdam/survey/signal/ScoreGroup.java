// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How satisfied those are who wrote. */
public enum ScoreGroup {
  /** From 0 to 6: what the city counts as dissatisfied. */
  COMPLAINT(0, 6),
  NEUTRAL(7, 8),
  COMPLIMENT(9, 10);

  private final int lowest;
  private final int highest;

  ScoreGroup(int lowest, int highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  int lowest() {
    return lowest;
  }

  int highest() {
    return highest;
  }

  /** As it is written in an address. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group that is written so. */
  public static Optional<ScoreGroup> of(String code) {
    return Arrays.stream(values()).filter(group -> group.code().equals(code)).findFirst();
  }
}
