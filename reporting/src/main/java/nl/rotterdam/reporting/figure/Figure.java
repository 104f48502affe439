// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure: what was found, between which 95% limits, and on how much it rests.
 *
 * @param value the figure, unrounded; empty where there is none, never 0 or NaN in its place
 * @param lower lower 95% limit; empty where the figure has none
 * @param upper upper 95% limit; empty where the figure has none
 * @param n number behind the value (scores, invitations, ...), 0 or more
 * @param status whether the value may be shown
 */
public record Figure(
    OptionalDouble value, OptionalDouble lower, OptionalDouble upper, long n, Status status) {

  public Figure {
    requireNumber(value);
    requireNumber(lower);
    requireNumber(upper);
    if (n < 0) {
      throw new IllegalArgumentException("n must be 0 or more, not " + n);
    }
    if ((status == Status.EMPTY) != value.isEmpty() && status != Status.BELOW_PUBLICATION) {
      throw new IllegalArgumentException("Status " + status + " does not fit value " + value);
    }
  }

  /**
   * A value and its limits, resting on n observations.
   *
   * @param estimate where it is empty, so is the figure, whatever the status
   */
  public static Figure of(Optional<Estimate> estimate, long n, Status status) {
    return estimate
        .map(
            found ->
                new Figure(
                    OptionalDouble.of(found.value()),
                    OptionalDouble.of(found.lower()),
                    OptionalDouble.of(found.upper()),
                    n,
                    status))
        .orElseGet(() -> empty(n));
  }

  /**
   * A value for which the method gives no limits.
   *
   * @param value where it is empty, so is the figure, whatever the status
   */
  public static Figure withoutLimits(OptionalDouble value, long n, Status status) {
    return value.isEmpty()
        ? empty(n)
        : new Figure(value, OptionalDouble.empty(), OptionalDouble.empty(), n, status);
  }

  /** A figure that does not exist, resting on n observations. */
  public static Figure empty(long n) {
    return new Figure(
        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), n, Status.EMPTY);
  }

  /** A count of the municipality's own work: always shown, also when 0, without limits. */
  public static Figure count(long count) {
    return new Figure(
        OptionalDouble.of((double) count),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        count,
        Status.OK);
  }

  /**
   * A share of the municipality's own work, such as call-backs on time: x / n, without limits, as
   * the work is counted and not sampled. It says nothing about who was asked, so it is shown from n
   * = 1 on, whatever the publication threshold; empty if n = 0.
   */
  public static Figure ofWork(Share share) {
    return share.n() == 0
        ? empty(0)
        : new Figure(
            share.value(), OptionalDouble.empty(), OptionalDouble.empty(), share.n(), Status.OK);
  }

  /** What the public may see: a figure below the threshold keeps its n and loses its value. */
  public Figure forThePublic() {
    return status == Status.BELOW_PUBLICATION
        ? new Figure(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), n, status)
        : this;
  }

  private static void requireNumber(OptionalDouble number) {
    if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
      throw new IllegalArgumentException("A figure is a finite number or empty, not " + number);
    }
  }
}
