// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

/** What a set of cells adds up to; it counts on while cells come by. */
final class Sums {
  private long n;
  private double residual;

  static Sums[] array(int length) {
    Sums[] sums = new Sums[length];
    for (int i = 0; i < length; i++) {
      sums[i] = new Sums();
    }
    return sums;
  }

  void add(long scores, double left) {
    n += scores;
    residual += left;
  }

  void add(Sums other) {
    add(other.n, other.residual);
  }

  Sums minus(Sums other) {
    Sums difference = new Sums();
    difference.add(n - other.n, residual - other.residual);
    return difference;
  }

  /** Number of scores. */
  long n() {
    return n;
  }

  /** What published figures leave of a random function of the cells, over all scores. */
  double residual() {
    return residual;
  }
}
