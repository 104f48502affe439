// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static nl.rotterdam.reporting.breakdown.CodedCells.CHANNEL;
import static nl.rotterdam.reporting.breakdown.CodedCells.NONE;
import static nl.rotterdam.reporting.breakdown.ScoredCells.CITY_FIGURES;

/**
 * How many scores categories and city-wide figures have in common. Counted once over all cells,
 * whatever is merged later.
 */
final class Overlaps {
  /** Number of scores by city-wide figure. */
  private final double[] figures = new double[CITY_FIGURES];

  /** By city-wide figure and category. */
  private final double[][] shared;

  /** By two categories, the one with the higher number first. */
  private final double[][] common;

  Overlaps(ScoredCells cells) {
    shared = new double[CITY_FIGURES][cells.categoryCount()];
    common = new double[cells.categoryCount()][cells.categoryCount()];
    int[] own = new int[CHANNEL];
    for (int cell = 0; cell < cells.size(); cell++) {
      figures[cells.cityFigure(cell)] += cells.n(cell);
      int count = numbersOf(cells, cell, own);
      for (int i = 0; i < count; i++) {
        shared[cells.cityFigure(cell)][own[i]] += cells.n(cell);
        for (int j = 0; j <= i; j++) {
          common[own[i]][own[j]] += cells.n(cell);
        }
      }
    }
  }

  /** Puts the numbers of the cell's categories into the array, ascending, and says how many. */
  private static int numbersOf(ScoredCells cells, int cell, int[] own) {
    int count = 0;
    for (int dimension = 0; dimension < CHANNEL; dimension++) {
      int code = cells.code(dimension, cell);
      if (code != NONE) {
        own[count++] = cells.number(dimension, code);
      }
    }
    return count;
  }

  /** Number of scores in the city-wide figure. */
  double figure(int figure) {
    return figures[figure];
  }

  /** Number of scores in both the city-wide figure and the category. */
  double shared(int figure, int category) {
    return shared[figure][category];
  }

  /** Square root of the number of scores of the category: the length of its membership. */
  double length(int category) {
    return Math.sqrt(common[category][category]);
  }

  /**
   * Inner products of the categories' memberships, less their means within each city-wide figure,
   * each membership first scaled to length 1. Symmetric, none above 1.
   *
   * @param categories by their numbers, none without scores
   */
  double[][] gram(int[] categories) {
    double[][] gram = new double[categories.length][categories.length];
    for (int i = 0; i < categories.length; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] =
            within(categories[i], categories[j]) / (length(categories[i]) * length(categories[j]));
        gram[j][i] = gram[i][j];
      }
    }
    return gram;
  }

  private double within(int one, int other) {
    double within = common[Math.max(one, other)][Math.min(one, other)];
    for (int figure = 0; figure < CITY_FIGURES; figure++) {
      if (shared[figure][one] > 0) {
        within -= shared[figure][one] * shared[figure][other] / figures[figure];
      }
    }
    return within;
  }
}
