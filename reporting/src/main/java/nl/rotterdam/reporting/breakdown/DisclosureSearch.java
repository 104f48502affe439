// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static nl.rotterdam.reporting.breakdown.CodedCells.CHANNEL;
import static nl.rotterdam.reporting.breakdown.CodedCells.MONTH;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for small sets of answers whose scores can be solved from what is published.
 *
 * <p>There are tens of thousands of such sets, so they are screened together. One random function
 * of the cells is regressed on all that is published. Its residual adds up to 0 over every set that
 * can be solved and, with a chance of about one in a million, over one that cannot.
 */
final class DisclosureSearch {
  /** Much more than rounding errors add up to, much less than the residual of a cell. */
  private static final double NOTHING = 1e-6;

  private final PublishedSpan span;
  private final ScoredCells cells;
  private final int threshold;
  private final double[] residuals;

  /** By their cells, for a set may be described in several ways; the first is the simplest. */
  private final Map<List<Integer>, CellSet> suspects = new LinkedHashMap<>();

  private DisclosureSearch(PublishedSpan span, int threshold) {
    this.span = span;
    this.cells = span.cells();
    this.threshold = threshold;
    this.residuals = span.residuals(new Random(0).doubles(cells.size(), -1, 1).toArray());
    Arrays.setAll(residuals, cell -> residuals[cell] * cells.n(cell));
  }

  /**
   * The sets under the threshold whose scores can probably be solved, and not from the city-wide
   * figures alone; none is left out that can be. {@link YearBreakdown} says which sets are looked
   * at.
   */
  static List<CellSet> suspects(PublishedSpan span, int threshold) {
    DisclosureSearch search = new DisclosureSearch(span, threshold);
    for (Dimension dimension : Dimension.values()) {
      new UnionSearch(span, dimension, threshold).suspects().forEach(search::suspect);
    }
    for (int row = 0; row < CHANNEL; row++) {
      for (int column = row + 1; column <= MONTH; column++) {
        search.screen(row, column);
      }
    }
    search.screenCells();
    return List.copyOf(search.suspects.values());
  }

  private void screen(int row, int column) {
    Set<Dimension> dimensions =
        Arrays.stream(Dimension.values())
            .filter(dimension -> dimension.attribute() == row || dimension.attribute() == column)
            .collect(Collectors.toSet());
    CrossTable table = CrossTable.of(span, residuals, row, column);
    CrossTable.Visitor screen = (sums, members) -> screen(sums, members, dimensions);
    table.visitRows(screen);
    table.transposed().visitRows(screen);
  }

  private void screen(Sums sums, Supplier<IntStream> members, Set<Dimension> dimensions) {
    if (isSuspect(sums.n(), sums.residual())) {
      suspect(members.get(), dimensions);
    }
  }

  private void screenCells() {
    IntStream.range(0, cells.size())
        .filter(cell -> isSuspect(cells.n(cell), residuals[cell]))
        .boxed()
        .sorted(cells.byCodes())
        .forEach(cell -> suspect(IntStream.of(cell), Set.of(Dimension.values())));
  }

  private boolean isSuspect(long n, double residual) {
    return n > 0 && n < threshold && Math.abs(residual) < NOTHING;
  }

  private void suspect(IntStream members, Set<Dimension> dimensions) {
    suspect(new CellSet(dimensions, members.boxed().toList()));
  }

  private void suspect(CellSet set) {
    if (!span.isCityWide(set)) {
      suspects.putIfAbsent(set.cells(), set);
    }
  }
}
