// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A set of answers that somebody might try to solve.
 *
 * @param dimensions the dimensions by which it is described
 * @param cells the numbers of its cells, in order
 */
record CellSet(Set<Dimension> dimensions, List<Integer> cells) {

  CellSet {
    dimensions = Set.copyOf(dimensions);
    cells = cells.stream().sorted().toList();
  }

  /** The sum of something over the cells. */
  double sum(ToDoubleFunction<Integer> term) {
    return cells.stream().mapToDouble(term).sum();
  }
}
