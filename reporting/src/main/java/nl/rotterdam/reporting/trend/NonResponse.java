// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.OptionalDouble;
import nl.rotterdam.reporting.figure.Share;

/**
 * How different those who did not answer must be for the reduction to be nil. R holds only if they
 * changed as those who answered did.
 */
public final class NonResponse {
  private NonResponse() {}

  /**
   * k* = (p0/p1 − r1)/(1 − r1): if in the baseline those who did not answer were as dissatisfied as
   * those who did, the fall is nil where they now are k* times as dissatisfied. Above 1 after a
   * fall, below 1 after a rise, and below 0 where a rise remains even if none of them is
   * dissatisfied.
   *
   * @param current share dissatisfied in the window, p1
   * @param baseline share dissatisfied in the baseline, p0
   * @param response response rate RR2 of the window, r1
   * @return empty if any n = 0, if nobody was dissatisfied in the window or in the baseline, or if
   *     everyone answered
   */
  public static OptionalDouble factor(Share current, Share baseline, Share response) {
    return factor(current, baseline.value().orElse(0), response);
  }

  /**
   * Likewise, against a baseline known without error.
   *
   * @param baselineShare share dissatisfied in the baseline, p0, in [0, 1]
   * @throws IllegalArgumentException if that lies outside its range
   */
  public static OptionalDouble factor(Share current, double baselineShare, Share response) {
    if (!(baselineShare >= 0 && baselineShare <= 1)) {
      throw new IllegalArgumentException(
          "A baseline share lies between 0 and 1, not " + baselineShare);
    }
    if (current.count() == 0 || baselineShare == 0 || response.count() == response.n()) {
      return OptionalDouble.empty();
    }
    double rate = response.value().orElseThrow();
    double ratio = baselineShare / current.value().orElseThrow();
    return OptionalDouble.of((ratio - rate) / (1 - rate));
  }
}
