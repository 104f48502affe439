// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A two-sided confidence level.
 *
 * @param level the share of intervals that contain the true value in the long run, in (0, 1)
 */
public record ConfidenceLevel(double level) {

  /** The level of every published interval: 95%. */
  public static final ConfidenceLevel PUBLISHED = new ConfidenceLevel(0.95);

  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

  public ConfidenceLevel {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A confidence level lies between 0 and 1, not " + level);
    }
  }

  /** The chance, in (0, 1), that an interval misses the true value: 1 - level. */
  public double errorRate() {
    return 1 - level;
  }

  /** Standard normal quantile of 1 - errorRate/2: 1.96 at 95%. */
  public double z() {
    return STANDARD_NORMAL.inverseSurvivalProbability(errorRate() / 2);
  }

  /**
   * Quantile of 1 - errorRate/2 of Student's t distribution.
   *
   * @throws IllegalArgumentException unless there are more than 0 degrees of freedom
   */
  public double t(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(errorRate() / 2);
  }
}
