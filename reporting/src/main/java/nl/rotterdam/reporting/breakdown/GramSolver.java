// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Solves G y = b for a matrix of inner products that may be singular, where b is in its range.
 *
 * <p>It usually is singular: products add up to clusters, and clusters to the city. No rank need be
 * decided on, though. G + εI is not singular, and each step y ← y + (G + εI)⁻¹ (b − G y) multiplies
 * the error along an eigenvector with eigenvalue λ by ε / (λ + ε): by 1 where λ = 0, which changes
 * no fit, and by a hundredth at most where λ is above 10⁻⁷, so where groups of millions of scores
 * hang together by a single one. A hundred steps suffice down to 10⁻¹⁰.
 */
final class GramSolver {
  // Commons Math's Cholesky decomposition refuses a singular matrix and its pivoted one cannot
  // solve; its eigenvalue decomposition can do both, but takes ten times as long at 300 groups.
  private static final double RIDGE = 1e-9;
  private static final int MAX_STEPS = 100;

  /** A step that leaves more than this share of the error is about rounding only. */
  private static final double GAIN = 0.95;

  private final int size;
  private final RealMatrix gram;
  private final DecompositionSolver ridge;

  /**
   * Decomposes the matrix once.
   *
   * @param inner symmetric, with a diagonal of at most 1
   */
  GramSolver(double[][] inner) {
    size = inner.length;
    // Commons Math has no empty matrix.
    gram = new Array2DRowRealMatrix(size == 0 ? new double[1][1] : inner, false);
    RealMatrix raised =
        gram.add(MatrixUtils.createRealIdentityMatrix(Math.max(1, size)).scalarMultiply(RIDGE));
    ridge = new CholeskyDecomposition(raised, 0, 0).getSolver();
  }

  /** A solution y of G y = b. */
  double[] solve(double[] b) {
    RealVector left = new ArrayRealVector(b);
    RealVector solution = new ArrayRealVector(size);
    double norm = left.getNorm();
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MAX_STEPS && norm > 0 && norm < GAIN * before; step++) {
      solution = solution.add(ridge.solve(left));
      left = new ArrayRealVector(b).subtract(gram.operate(solution));
      before = norm;
      norm = left.getNorm();
    }
    return solution.toArray();
  }

  /**
   * A random solution of G y = 0: what repeated steps leave of a random vector. It is 0 in just the
   * rows that are no combination of the others.
   */
  double[] relation() {
    RealVector left = new ArrayRealVector(new Random(0).doubles(size, -1, 1).toArray());
    for (int step = 0; step < 10; step++) {
      left = ridge.solve(left).mapMultiply(RIDGE);
    }
    return left.toArray();
  }
}
