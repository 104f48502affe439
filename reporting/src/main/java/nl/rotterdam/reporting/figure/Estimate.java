// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

/**
 * A value between the two limits of its confidence interval, which cover sampling error only. The
 * limits enclose the value for every figure but the NPS.
 *
 * @param value the value, unrounded
 * @param lower lower limit
 * @param upper upper limit, not below the lower
 */
public record Estimate(double value, double lower, double upper) {

  public Estimate {
    if (!Double.isFinite(value)
        || !(lower <= upper)
        || Double.isInfinite(lower)
        || Double.isInfinite(upper)) {
      throw new IllegalArgumentException(
          "An estimate is three finite numbers, lower limit first, not %s [%s, %s]"
              .formatted(value, lower, upper));
    }
  }

  /** A value known without sampling error: both limits equal it. */
  public static Estimate exact(double value) {
    return new Estimate(value, value, value);
  }
}
