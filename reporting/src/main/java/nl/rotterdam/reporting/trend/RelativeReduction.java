// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.Optional;
import nl.rotterdam.reporting.figure.Estimate;

/**
 * How much smaller a share has become: R = 1 − p1 / p0, in (−∞, 1]. A fall from 10% to 7% is 0.30,
 * a rise is negative.
 */
public final class RelativeReduction {
  private RelativeReduction() {}

  /**
   * The reduction with its MOVER-R limits. With the ratio's limits
   *
   * <pre>
   * L = l1 (2 p1 − l1) / (p1 p0 + √((p1 p0)² − l1 u0 (2 p1 − l1)(2 p0 − u0)))
   * U = (p1 p0 + √((p1 p0)² − u1 l0 (2 p1 − u1)(2 p0 − l0))) / (l0 (2 p0 − l0))
   * </pre>
   *
   * those of R are 1 − U and 1 − L; L is written so that it stays defined where u0 = 2 p0, and is 0
   * where p1 = 0. Against an {@link Estimate#exact exact} baseline they are 1 − u1/p0 and 1 −
   * l1/p0, which is too narrow if the baseline was in fact sampled.
   *
   * <p>Source: Donner &amp; Zou, Statistical Methods in Medical Research 21 (2012) 347, eq. 9;
   * Fagerland, Lydersen &amp; Laake, Statistical Methods in Medical Research 24 (2015) 224.
   *
   * @param current share now, in [0, 1], with its Wilson limits or, standardised, MOVER-Wilson's
   * @param baseline share it is measured against, likewise
   * @return empty if the baseline share is 0
   */
  public static Optional<Estimate> of(Estimate current, Estimate baseline) {
    if (baseline.value() == 0) {
      return Optional.empty();
    }
    double p1 = current.value();
    double p0 = baseline.value();
    double product = p1 * p0;
    double l1 = current.lower() * (2 * p1 - current.lower());
    double u1 = current.upper() * (2 * p1 - current.upper());
    double l0 = baseline.lower() * (2 * p0 - baseline.lower());
    double u0 = baseline.upper() * (2 * p0 - baseline.upper());
    double ratioLower = p1 == 0 ? 0 : l1 / (product + rootOf(product * product - l1 * u0));
    double ratioUpper = (product + rootOf(product * product - u1 * l0)) / l0;
    return Optional.of(new Estimate(1 - p1 / p0, 1 - ratioUpper, 1 - ratioLower));
  }

  /** Neither radicand can be negative, but its computed value can, by a rounding error. */
  private static double rootOf(double radicand) {
    return Math.sqrt(Math.max(0, radicand));
  }
}
