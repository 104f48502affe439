// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for merged categories of one dimension that can be solved together.
 *
 * <p>There are too many choices to try each, but most cannot be told apart. If all categories of
 * the dimension were published, every way to solve some of the merged ones would be a relation
 * between published groups, in which these have one coefficient and the other merged ones 0. So
 * categories to which all relations give equal coefficients, as a random relation tells, are solved
 * together or not at all; and such bundles are hardly ever small.
 */
final class UnionSearch {
  /** As a share of the largest coefficient; rounding leaves much less. */
  private static final double EQUAL = 1e-7;

  /** Small bundles that are solved only together with others: no more than four were ever seen. */
  private static final int MOST = 12;

  private final PublishedSpan span;
  private final Dimension dimension;
  private final int threshold;

  UnionSearch(PublishedSpan span, Dimension dimension, int threshold) {
    this.span = span;
    this.dimension = dimension;
    this.threshold = threshold;
  }

  /** Sets under the threshold; all those that can be solved are among them. */
  Stream<CellSet> suspects() {
    List<CellSet> small = bundles().map(this::cells).filter(this::isSmall).toList();
    List<CellSet> unsolved =
        small.stream()
            .filter(bundle -> !span.solves(bundle))
            .sorted(Comparator.comparing(this::scores))
            .limit(MOST)
            .toList();
    Stream<CellSet> unions =
        IntStream.range(1, 1 << unsolved.size())
            .mapToObj(choice -> union(unsolved, choice))
            .filter(this::isSmall);
    return Stream.concat(small.stream(), unions);
  }

  /** The codes of merged categories that cannot be told apart. */
  private Stream<List<Integer>> bundles() {
    int[] merged =
        IntStream.range(0, span.cells().codes(dimension.attribute()))
            .filter(code -> span.groups().isMerged(dimension.attribute(), code))
            .filter(code -> length(code) > 0)
            .toArray();
    double[] coefficients = merged.length == 0 ? new double[0] : coefficients(merged);
    double largest = Arrays.stream(coefficients).map(Math::abs).max().orElse(0);
    return IntStream.range(0, merged.length)
        .filter(i -> Math.abs(coefficients[i]) > EQUAL * largest)
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> Math.round(coefficients[i] / largest / EQUAL),
                Collectors.mapping(i -> merged[i], Collectors.toList())))
        .values()
        .stream();
  }

  /** The coefficients of merged categories in a random relation. */
  private double[] coefficients(int[] codes) {
    int[] numbers =
        IntStream.concat(
                Arrays.stream(codes).map(this::number), Arrays.stream(span.groups().numbers()))
            .toArray();
    double[] relation = new GramSolver(span.overlaps().gram(numbers)).relation();
    return IntStream.range(0, codes.length)
        .mapToDouble(i -> relation[i] / length(codes[i]))
        .toArray();
  }

  private int number(int code) {
    return span.cells().number(dimension.attribute(), code);
  }

  private double length(int code) {
    return span.overlaps().length(number(code));
  }

  private CellSet cells(Collection<Integer> codes) {
    return new CellSet(
        Set.of(dimension),
        codes.stream()
            .flatMapToInt(code -> span.cells().with(dimension.attribute(), code))
            .boxed()
            .toList());
  }

  private CellSet union(List<CellSet> bundles, int choice) {
    return new CellSet(
        Set.of(dimension),
        IntStream.range(0, bundles.size())
            .filter(bundle -> (choice >> bundle & 1) == 1)
            .mapToObj(bundles::get)
            .flatMap(bundle -> bundle.cells().stream())
            .toList());
  }

  private boolean isSmall(CellSet set) {
    return scores(set) < threshold;
  }

  private double scores(CellSet set) {
    return set.sum(span.cells()::n);
  }
}
