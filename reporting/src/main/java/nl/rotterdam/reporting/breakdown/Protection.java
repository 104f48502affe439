// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Merges on, for one indicator, until the scores of no small set can be solved. */
final class Protection {
  /** A coefficient that is not 0; rounding leaves much less. */
  private static final double SOME = 1e-6;

  private final ScoredCells cells;
  private final int threshold;
  private final Map<Dimension, Merging> mergings = new EnumMap<>(Dimension.class);
  private final Overlaps overlaps;
  private PublishedSpan span;

  private Protection(ScoredCells cells, int threshold) {
    this.cells = cells;
    this.threshold = threshold;
    for (Dimension dimension : Dimension.values()) {
      mergings.put(dimension, Merging.of(cells.sizes(dimension), threshold));
    }
    overlaps = new Overlaps(cells);
    span = new PublishedSpan(cells, overlaps, mergings);
  }

  /** What is published by itself in each dimension, after the method's own merging and more. */
  static Map<Dimension, Merging> of(ScoredCells cells, int threshold) {
    Protection protection = new Protection(cells, threshold);
    boolean more = true;
    while (more) {
      more = protection.mergesMore();
    }
    return protection.mergings;
  }

  /** Sees to all sets that can be solved now; says whether there were any. */
  private boolean mergesMore() {
    List<CellSet> solved =
        DisclosureSearch.suspects(span, threshold).stream().filter(span::solves).toList();
    for (CellSet set : solved) {
      while (span.solves(set)) {
        merge(mainstay(set));
      }
    }
    return !solved.isEmpty();
  }

  private void merge(NamedGroups.Group group) {
    mergings.compute(group.dimension(), (dimension, merging) -> merging.without(group.name()));
    span = new PublishedSpan(cells, overlaps, mergings);
  }

  /**
   * Of the groups that the solution uses, the one to merge: one without which there is no solution
   * rather than one that others can replace; then one of the set's own dimensions; then the
   * smallest (ties: by name).
   */
  private NamedGroups.Group mainstay(CellSet set) {
    double[] coefficients = span.coefficients(set);
    double[] relation = span.relation();
    return IntStream.range(0, coefficients.length)
        .filter(group -> Math.abs(coefficients[group]) > SOME)
        .boxed()
        .min(
            Comparator.<Integer, Boolean>comparing(group -> Math.abs(relation[group]) > SOME)
                .thenComparing(group -> !set.dimensions().contains(dimension(group)))
                .thenComparing(span.groups()::get, NamedGroups.Group.BY_SIZE))
        .map(span.groups()::get)
        .orElseThrow();
  }

  private Dimension dimension(int group) {
    return span.groups().get(group).dimension();
  }
}
