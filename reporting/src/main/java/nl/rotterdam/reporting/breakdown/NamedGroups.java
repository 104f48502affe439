// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static nl.rotterdam.reporting.breakdown.CodedCells.CHANNEL;
import static nl.rotterdam.reporting.breakdown.CodedCells.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The categories of all dimensions that are published by themselves, each at its place. */
final class NamedGroups {

  /**
   * One of them.
   *
   * @param number the number of the category among all categories
   * @param n its number of scores
   */
  record Group(Dimension dimension, String name, int number, long n) {

    /** The smallest first; ties by name, then by dimension. */
    static final Comparator<Group> BY_SIZE =
        Comparator.comparingLong(Group::n)
            .thenComparing(Group::name)
            .thenComparing(Group::dimension);
  }

  private final ScoredCells cells;
  private final List<Group> groups = new ArrayList<>();

  /** By number of a category: its place, {@link CodedCells#NONE} if it is not published. */
  private final int[] places;

  NamedGroups(ScoredCells cells, Map<Dimension, Merging> mergings) {
    this.cells = cells;
    places = new int[cells.categoryCount()];
    Arrays.fill(places, NONE);
    for (Dimension dimension : Dimension.values()) {
      addGroups(dimension, mergings.get(dimension));
    }
  }

  private void addGroups(Dimension dimension, Merging merging) {
    List<String> names = cells.names(dimension);
    for (int code = 0; code < names.size(); code++) {
      String name = names.get(code);
      if (merging.named().contains(name)) {
        int number = cells.number(dimension.attribute(), code);
        places[number] = groups.size();
        groups.add(new Group(dimension, name, number, merging.sizes().get(name)));
      }
    }
  }

  int size() {
    return groups.size();
  }

  Group get(int place) {
    return groups.get(place);
  }

  /** By place: the number of the category among all categories. */
  int[] numbers() {
    return groups.stream().mapToInt(Group::number).toArray();
  }

  /** Puts the places of the groups that the cell is in into the array and says how many. */
  int placesOf(int cell, int[] own) {
    int count = 0;
    for (int dimension = 0; dimension < CHANNEL; dimension++) {
      int code = cells.code(dimension, cell);
      if (isNamed(dimension, code)) {
        own[count++] = places[cells.number(dimension, code)];
      }
    }
    return count;
  }

  /** Whether that code stands for a category that is published by itself. */
  boolean isNamed(int attribute, int code) {
    return attribute < CHANNEL && code != NONE && places[cells.number(attribute, code)] != NONE;
  }

  /** Whether that code stands for a category that is part of {@code other}. */
  boolean isMerged(int attribute, int code) {
    return attribute < CHANNEL && code != NONE && places[cells.number(attribute, code)] == NONE;
  }
}
