// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GramSolverTest {
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void solvesWhereRowsAreIndependent() {
    double[] y = new GramSolver(new double[][] {{1, 0.5}, {0.5, 1}}).solve(new double[] {2, 2.5});
    assertThat(y[0]).isCloseTo(1, ROUNDING);
    assertThat(y[1]).isCloseTo(2, ROUNDING);
  }

  @Test
  void findsAShortSolutionWhereARowIsThereTwice() {
    double[][] twice = {{1, 1, 0}, {1, 1, 0}, {0, 0, 0.5}};
    double[] y = new GramSolver(twice).solve(new double[] {6, 6, 1});
    assertThat(y[0]).isCloseTo(3, within(1e-6));
    assertThat(y[0] + y[1]).isCloseTo(6, ROUNDING);
    assertThat(y[2]).isCloseTo(2, ROUNDING);
  }

  @Test
  void tellsSmallEigenvaluesFromNone() {
    double[][] nearly = {{1, 1 - 1e-8}, {1 - 1e-8, 1}};
    double[] y = new GramSolver(nearly).solve(new double[] {1e-8, -1e-8});
    assertThat(y[0]).isCloseTo(1, within(1e-6));
    assertThat(y[1]).isCloseTo(-1, within(1e-6));
  }

  @Test
  void relationIsBetweenDependentRowsOnly() {
    double[][] twice = {{1, 1, 0}, {1, 1, 0}, {0, 0, 0.5}};
    double[] relation = new GramSolver(twice).relation();
    assertThat(Math.abs(relation[0])).isGreaterThan(0.01);
    assertThat(relation[0] + relation[1]).isCloseTo(0, ROUNDING);
    assertThat(relation[2]).isCloseTo(0, ROUNDING);
  }

  @Test
  void solvesNothingToSolve() {
    assertThat(new GramSolver(new double[0][]).solve(new double[0])).isEmpty();
    assertThat(new GramSolver(new double[][] {{1}}).solve(new double[] {0})).containsExactly(0);
  }
}
