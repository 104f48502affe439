// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Solves hidden sums from published ones, as an outsider with patience would. An atom is a group of
 * answers that no published figure divides, or a single answer; a published figure tells the sum of
 * something (scores, dissatisfied, ...) over some of the atoms. Each such equation is a row; a sum
 * can be solved exactly where its row is a linear combination of theirs.
 *
 * <p>The rows are brought into echelon form by whole numbers modulo a prime, so without any
 * rounding and unlike the product, which uses least squares. A combination with fractions is found
 * all the same, because a prime this large does not divide their denominators.
 *
 * @param <A> the type of the atoms
 */
public final class LinearAttack<A> {
  private static final long PRIME = (1L << 31) - 1;

  private final List<A> atoms;

  /** Linearly independent; each starts with a 1 in its own column, and ends with the known sum. */
  private final List<long[]> rows = new ArrayList<>();

  private final List<Integer> columns = new ArrayList<>();

  /** An attack by somebody who knows nothing yet. */
  public LinearAttack(Collection<A> atoms) {
    this.atoms = List.copyOf(atoms);
  }

  /**
   * Takes in one published figure. What follows from earlier ones is not taken in again, even if it
   * contradicts them.
   *
   * @param group over which atoms
   * @param sum what they add up to, between ±2³⁰
   */
  public void learn(Predicate<? super A> group, long sum) {
    long[] left = reduced(group, sum);
    for (int column = 0; column < atoms.size(); column++) {
      if (left[column] != 0) {
        scale(left, inverse(left[column]));
        rows.add(left);
        columns.add(column);
        return;
      }
    }
  }

  /** The sum over those atoms; empty if it does not follow from the published figures. */
  public OptionalLong solve(Predicate<? super A> group) {
    long[] left = reduced(group, 0);
    for (int column = 0; column < atoms.size(); column++) {
      if (left[column] != 0) {
        return OptionalLong.empty();
      }
    }
    long sum = (PRIME - left[atoms.size()]) % PRIME;
    return OptionalLong.of(sum > PRIME / 2 ? sum - PRIME : sum);
  }

  /** What the rows so far do not explain. */
  private long[] reduced(Predicate<? super A> group, long sum) {
    long[] left = new long[atoms.size() + 1];
    for (int column = 0; column < atoms.size(); column++) {
      left[column] = group.test(atoms.get(column)) ? 1 : 0;
    }
    left[atoms.size()] = Math.floorMod(sum, PRIME);
    for (int row = 0; row < rows.size(); row++) {
      long factor = left[columns.get(row)];
      if (factor != 0) {
        subtract(left, rows.get(row), factor);
      }
    }
    return left;
  }

  private static void subtract(long[] left, long[] row, long factor) {
    for (int column = 0; column < left.length; column++) {
      if (row[column] != 0) {
        left[column] = Math.floorMod(left[column] - factor * row[column], PRIME);
      }
    }
  }

  private static void scale(long[] row, long factor) {
    for (int column = 0; column < row.length; column++) {
      row[column] = row[column] * factor % PRIME;
    }
  }

  /** By Fermat's little theorem: x to the power of the prime less 2. */
  private static long inverse(long x) {
    long inverse = 1;
    long power = x;
    for (long exponent = PRIME - 2; exponent > 0; exponent /= 2) {
      inverse = exponent % 2 == 1 ? inverse * power % PRIME : inverse;
      power = power * power % PRIME;
    }
    return inverse;
  }
}
