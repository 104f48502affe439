// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

/**
 * A share p over time that is a straight line on the logit scale: ln(p / (1 − p)) = β0 + β1 t.
 *
 * @param intercept β0
 * @param slope β1
 */
record LogitLine(double intercept, double slope) {

  /** The share whose logit is given, in [0, 1]. */
  static double expit(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** The logit of the share at a time. */
  double logit(double time) {
    return intercept + slope * time;
  }

  /** The share at a time, p. */
  double share(double time) {
    return expit(logit(time));
  }

  /** 1 − p, without loss of digits where p is near 1. */
  double rest(double time) {
    return expit(-logit(time));
  }

  /** p (1 − p), the variance of one observation and the change of p with its logit. */
  double variance(double time) {
    return share(time) * rest(time);
  }

  /** This line moved by a part of another's logits. */
  LogitLine plus(double part, LogitLine other) {
    return new LogitLine(intercept + part * other.intercept, slope + part * other.slope);
  }
}
