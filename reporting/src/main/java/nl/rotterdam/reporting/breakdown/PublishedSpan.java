// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static nl.rotterdam.reporting.breakdown.CodedCells.CHANNEL;
import static nl.rotterdam.reporting.breakdown.ScoredCells.CITY_FIGURES;

import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All that follows linearly from what is published about one indicator in one year: the city-wide
 * figures (channel by month) and the groups that are published by themselves. The groups called
 * {@code other} add nothing, for each is a city-wide total less the named groups.
 *
 * <p>Whatever is published of a group is a sum over its scores. Such a sum over any set of cells
 * can be solved from the published sums exactly where the set's membership (1 inside, 0 outside) is
 * a linear combination of theirs, so where the regression of membership on them, weighted by the
 * number of scores, leaves no residual. City-wide figures do not overlap: regressing on them is
 * subtracting their means. What is left of the named groups then is regressed on through the matrix
 * of their overlaps, so that the cost of the algebra does not depend on the number of cells.
 */
final class PublishedSpan {
  /** Share of a set that may be left and yet be a rounding error. */
  private static final double ROUNDING = 1e-9;

  private final ScoredCells cells;
  private final Overlaps overlaps;
  private final NamedGroups groups;
  private final GramSolver solver;

  PublishedSpan(ScoredCells cells, Overlaps overlaps, Map<Dimension, Merging> mergings) {
    this.cells = cells;
    this.overlaps = overlaps;
    groups = new NamedGroups(cells, mergings);
    solver = new GramSolver(overlaps.gram(groups.numbers()));
  }

  ScoredCells cells() {
    return cells;
  }

  Overlaps overlaps() {
    return overlaps;
  }

  /** The groups that are published by themselves. */
  NamedGroups groups() {
    return groups;
  }

  /** Whether the set is one or more city-wide figures, whole. */
  boolean isCityWide(CellSet set) {
    double[] inside = new double[CITY_FIGURES];
    set.cells().forEach(cell -> inside[cells.cityFigure(cell)] += cells.n(cell));
    return IntStream.range(0, CITY_FIGURES)
        .allMatch(figure -> inside[figure] == 0 || inside[figure] == overlaps.figure(figure));
  }

  /** Whether the scores of the set can be solved. */
  boolean solves(CellSet set) {
    Regression membership = regress(set);
    double left = set.sum(cell -> cells.n(cell) * membership.residual(cell, 1));
    return left < ROUNDING * set.sum(cells::n);
  }

  /** By place of a group: how often its sum is added when the scores of the set are solved. */
  double[] coefficients(CellSet set) {
    return regress(set).coefficients;
  }

  /**
   * By place of a group: a random combination that adds up to what city-wide figures tell. It is 0
   * in just the groups that do not follow from others.
   */
  double[] relation() {
    return solver.relation();
  }

  /** By cell: what is left of a function of the cells when it is regressed on all published. */
  double[] residuals(double[] values) {
    Regression regression = regress(IntStream.range(0, values.length), cell -> values[cell]);
    double[] residuals = values.clone();
    for (int cell = 0; cell < values.length; cell++) {
      residuals[cell] = regression.residual(cell, values[cell]);
    }
    return residuals;
  }

  private Regression regress(CellSet set) {
    return regress(set.cells().stream().mapToInt(Integer::intValue), cell -> 1);
  }

  /** The regression of a function that is 0 in all cells but those. */
  private Regression regress(IntStream support, IntToDoubleFunction values) {
    double[] means = new double[CITY_FIGURES];
    double[] sums = new double[groups.size()];
    int[] own = new int[CHANNEL];
    support.forEach(
        cell -> {
          double value = cells.n(cell) * values.applyAsDouble(cell);
          means[cells.cityFigure(cell)] += value / overlaps.figure(cells.cityFigure(cell));
          for (int i = groups.placesOf(cell, own) - 1; i >= 0; i--) {
            sums[own[i]] += value;
          }
        });
    return new Regression(means, coefficients(means, sums));
  }

  private double[] coefficients(double[] means, double[] sums) {
    double[] coefficients = new double[sums.length];
    for (int group = 0; group < sums.length; group++) {
      int number = groups.get(group).number();
      double within = sums[group];
      for (int figure = 0; figure < CITY_FIGURES; figure++) {
        within -= means[figure] * overlaps.shared(figure, number);
      }
      coefficients[group] = within / overlaps.length(number);
    }
    coefficients = solver.solve(coefficients);
    for (int group = 0; group < sums.length; group++) {
      coefficients[group] /= overlaps.length(groups.get(group).number());
    }
    return coefficients;
  }

  /** All that is published, fitted to a function of the cells. */
  private final class Regression {
    private final double[] levels = new double[CITY_FIGURES];
    private final double[] coefficients;

    Regression(double[] means, double[] coefficients) {
      this.coefficients = coefficients;
      for (int figure = 0; figure < CITY_FIGURES; figure++) {
        double fitted = 0;
        for (int group = 0; group < coefficients.length; group++) {
          fitted += overlaps.shared(figure, groups.get(group).number()) * coefficients[group];
        }
        levels[figure] = means[figure] - (fitted == 0 ? 0 : fitted / overlaps.figure(figure));
      }
    }

    double residual(int cell, double value) {
      int[] own = new int[CHANNEL];
      double left = value - levels[cells.cityFigure(cell)];
      for (int i = groups.placesOf(cell, own) - 1; i >= 0; i--) {
        left -= coefficients[own[i]];
      }
      return left;
    }
  }
}
