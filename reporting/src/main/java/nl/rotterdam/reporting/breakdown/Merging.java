// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which categories of a dimension are published by themselves, for one indicator; all others are
 * {@code other}.
 *
 * @param sizes number of scores by category
 * @param named the categories that are published by themselves
 */
record Merging(Map<String, Long> sizes, Set<String> named) {

  Merging {
    sizes = Map.copyOf(sizes);
    named = Set.copyOf(named);
  }

  /**
   * Merged by the method's own rule: categories under the threshold, answers without category and
   * any category that is itself called {@code other}; and while these together are under the
   * threshold, the smallest remaining category (ties: by name).
   */
  static Merging of(Map<String, Long> sizes, int threshold) {
    Merging merging =
        new Merging(
            sizes,
            sizes.keySet().stream()
                .filter(Merging::isRecorded)
                .filter(category -> sizes.get(category) >= threshold)
                .collect(Collectors.toSet()));
    while (merging.other() > 0 && merging.other() < threshold && !merging.named.isEmpty()) {
      merging = merging.without(merging.smallest());
    }
    return merging;
  }

  /** Number of scores in {@code other}. */
  long other() {
    return sizes.keySet().stream()
        .filter(category -> !named.contains(category))
        .mapToLong(sizes::get)
        .sum();
  }

  /** The same, with one more category in {@code other}. */
  Merging without(String category) {
    return new Merging(
        sizes, named.stream().filter(kept -> !kept.equals(category)).collect(Collectors.toSet()));
  }

  private String smallest() {
    return named.stream()
        .min(Comparator.<String, Long>comparing(sizes::get).thenComparing(category -> category))
        .orElseThrow();
  }

  private static boolean isRecorded(String category) {
    return !category.equals(AnswerCell.NOT_RECORDED) && !category.equals(GroupGrades.OTHER);
  }
}
