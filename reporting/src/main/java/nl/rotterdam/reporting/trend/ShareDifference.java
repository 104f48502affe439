// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import nl.rotterdam.reporting.figure.Estimate;

/** The difference of two shares that rest on different answers. */
public final class ShareDifference {

  private ShareDifference() {}

  /**
   * d = p₁ − p₂ with Newcombe's hybrid score limits: d − √((p₁ − l₁)² + (u₂ − p₂)²) and d + √((u₁ −
   * p₁)² + (p₂ − l₂)²), in [−1, 1]. "Changed" may be said only where they exclude 0. The periods
   * must not overlap. Source: Newcombe, Statistics in Medicine 17 (1998) 873, method 10.
   *
   * @param current share with its Wilson limits, 0..1
   * @param earlier share with its Wilson limits, 0..1
   */
  public static Estimate of(Estimate current, Estimate earlier) {
    double difference = current.value() - earlier.value();
    return new Estimate(
        difference,
        difference
            - Math.hypot(current.value() - current.lower(), earlier.upper() - earlier.value()),
        difference
            + Math.hypot(current.upper() - current.value(), earlier.value() - earlier.lower()));
  }
}
