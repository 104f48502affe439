// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.OptionalLong;

/**
 * How far invitations got after they were sent.
 *
 * @param delivered invitations that arrived as far as the carrier told; empty where it is not known
 *     of some of them, as of imported history
 * @param opened of those, the ones of which the page was opened or which were answered; empty where
 *     it is not known of some of them
 * @param setAside invitations with an answer that is kept apart, as a mail scanner's
 */
public record Reach(OptionalLong delivered, OptionalLong opened, long setAside) {
  /** Nobody was invited. */
  public static final Reach NONE = new Reach(OptionalLong.of(0), OptionalLong.of(0), 0);

  /** It is not known how far they got. */
  public static final Reach UNKNOWN = new Reach(OptionalLong.empty(), OptionalLong.empty(), 0);

  public Reach {
    if (delivered.orElse(0) < 0 || opened.orElse(0) < 0 || setAside < 0) {
      throw new IllegalArgumentException("Counts of invitations must be 0 or more");
    }
  }

  /** What was counted in both; not known where either is not. */
  public Reach plus(Reach other) {
    return new Reach(
        sum(delivered, other.delivered), sum(opened, other.opened), setAside + other.setAside);
  }

  private static OptionalLong sum(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() + b.getAsLong())
        : OptionalLong.empty();
  }
}
