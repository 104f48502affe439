// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * The scores of one calendar year by location, by product, by wijk and by cluster: never crossed,
 * and merged so far that the scores of no small group can be read off or solved.
 *
 * <p>Each indicator is merged by itself; n is its number of scores. First comes the method's rule:
 * categories under the threshold and answers without category are {@code other}, and while that is
 * under the threshold the smallest category (ties: by name) joins it.
 *
 * <p>This protects each dimension by itself, but they determine each other: where a cluster
 * consists of a large product and a small one, the cluster less the large one is the small one,
 * merged or not. So more is merged, until no sum over the scores of a small set follows linearly
 * from the groups of all four dimensions and the city-wide figures by channel and month, whatever
 * their size. Of the categories that the solution uses one joins its {@code other}: one without
 * which there is no solution rather than one that others can stand in for, then one of the
 * dimension that is to be protected, then the smallest (ties: by name).
 *
 * <p>A small set has fewer scores than the threshold, at least one, and is one of these, where
 * answers without category count as a category and {@code other} as a group:
 *
 * <ul>
 *   <li>any categories of one dimension together;
 *   <li>what a category or group has in common with one of another dimension, with a channel or
 *       with a month, for breakdowns are neither crossed nor finer than a year;
 *   <li>what a category, group, channel or month holds outside one of those, or outside all
 *       published categories of one dimension that lie inside it;
 *   <li>answers that have month, channel and all four categories in common.
 * </ul>
 *
 * <p>A set of whole city-wide figures is no secret, and is not protected. Nor is what bounds or
 * chance let one guess, or the difference between two editions of the same year.
 *
 * @param year the calendar year
 * @param groups ordered by dimension, indicator and name, {@code other} last; none for a dimension
 *     of which only {@code other} would be left
 */
public record YearBreakdown(int year, List<GroupGrades> groups) {
  private static final Comparator<String> OTHER_LAST =
      Comparator.<String, Boolean>comparing(GroupGrades.OTHER::equals)
          .thenComparing(Comparator.naturalOrder());

  public YearBreakdown {
    groups = List.copyOf(groups);
  }

  /**
   * Merges and adds up. Takes well under a second for thousands of cells and some seconds for half
   * a million of them with 300 categories.
   *
   * @param year the calendar year, which should be over
   * @param cells all answers of that year, each combination once
   * @param grades the scores of the same answers by dimension and category, in any order; those of
   *     the same category add up
   * @param threshold fewest scores of a group, 1 or more
   * @throws IllegalArgumentException if a cell is of another year, or if cells and grades disagree
   *     on the number of scores of a category
   */
  public static YearBreakdown of(
      int year, List<AnswerCell> cells, List<CategoryGrades> grades, int threshold) {
    requireValid(year, cells, threshold);
    CodedCells coded = CodedCells.of(cells);
    Map<Indicator, List<CategoryGrades>> byIndicator =
        grades.stream().collect(groupingBy(CategoryGrades::indicator));
    return new YearBreakdown(
        year,
        Arrays.stream(Indicator.values())
            .flatMap(
                indicator ->
                    groups(
                        indicator,
                        new ScoredCells(coded, cells, indicator),
                        byIndicator.getOrDefault(indicator, List.of()),
                        threshold))
            .sorted(Comparator.comparing(GroupGrades::dimension))
            .toList());
  }

  private static void requireValid(int year, List<AnswerCell> cells, int threshold) {
    if (threshold < 1) {
      throw new IllegalArgumentException("The threshold is 1 or more, not " + threshold);
    }
    for (AnswerCell cell : cells) {
      if (cell.month().getYear() != year) {
        throw new IllegalArgumentException(cell.month() + " is no month of " + year);
      }
    }
  }

  private static Stream<GroupGrades> groups(
      Indicator indicator, ScoredCells cells, List<CategoryGrades> grades, int threshold) {
    Map<Dimension, Map<String, Grades>> byDimension =
        grades.stream()
            .filter(scores -> scores.grades().n() > 0)
            .collect(
                groupingBy(
                    CategoryGrades::dimension,
                    toMap(CategoryGrades::category, CategoryGrades::grades, Grades::plus)));
    Map<Dimension, Merging> mergings = Protection.of(cells, threshold);
    return mergings.entrySet().stream()
        .flatMap(
            entry ->
                groups(
                    entry.getKey(),
                    indicator,
                    entry.getValue(),
                    byDimension.getOrDefault(entry.getKey(), Map.of())));
  }

  private static Stream<GroupGrades> groups(
      Dimension dimension, Indicator indicator, Merging merging, Map<String, Grades> grades) {
    requireSame(dimension, indicator, merging.sizes(), grades);
    if (merging.named().isEmpty()) {
      return Stream.empty();
    }
    Map<String, Grades> groups = new TreeMap<>(OTHER_LAST);
    grades.forEach(
        (category, scores) ->
            groups.merge(
                merging.named().contains(category) ? category : GroupGrades.OTHER,
                scores,
                Grades::plus));
    return groups.entrySet().stream()
        .map(group -> new GroupGrades(dimension, group.getKey(), indicator, group.getValue()));
  }

  private static void requireSame(
      Dimension dimension,
      Indicator indicator,
      Map<String, Long> sizes,
      Map<String, Grades> grades) {
    Set<String> categories = new TreeSet<>(sizes.keySet());
    categories.addAll(grades.keySet());
    for (String category : categories) {
      long cells = sizes.getOrDefault(category, 0L);
      long scores = grades.getOrDefault(category, Grades.NONE).n();
      if (cells != scores) {
        throw new IllegalArgumentException(
            "The %s '%s' has %d scores for %s, but %d by cell"
                .formatted(dimension.code(), category, scores, indicator.code(), cells));
      }
    }
  }
}
