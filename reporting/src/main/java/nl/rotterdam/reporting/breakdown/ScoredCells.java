// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static nl.rotterdam.reporting.breakdown.CodedCells.ATTRIBUTES;
import static nl.rotterdam.reporting.breakdown.CodedCells.CHANNEL;
import static nl.rotterdam.reporting.breakdown.CodedCells.MONTH;
import static nl.rotterdam.reporting.breakdown.CodedCells.MONTHS;
import static nl.rotterdam.reporting.breakdown.CodedCells.NONE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Indicator;

/** The cells of a year that have scores for one indicator, numbered from 0. */
final class ScoredCells {
  /** Channel by month: the city-wide figures that anybody may know. */
  static final int CITY_FIGURES = MONTHS * Channel.values().length;

  private final CodedCells coded;
  private final int[] n;

  /** By attribute and cell. */
  private final int[][] codes = new int[ATTRIBUTES][];

  /** By dimension: the number of its first category; at the end the number of categories. */
  private final int[] firstNumbers = new int[CHANNEL + 1];

  /** By attribute: the cells in the order of their codes. */
  private final int[][] sorted = new int[ATTRIBUTES][];

  /** By attribute and code: where among the sorted the cells with that code begin. */
  private final int[][] starts = new int[ATTRIBUTES][];

  ScoredCells(CodedCells coded, List<AnswerCell> cells, Indicator indicator) {
    this.coded = coded;
    int[] scored =
        IntStream.range(0, cells.size())
            .filter(cell -> cells.get(cell).scores(indicator) > 0)
            .toArray();
    n = Arrays.stream(scored).map(cell -> cells.get(cell).scores(indicator)).toArray();
    for (int attribute = 0; attribute < ATTRIBUTES; attribute++) {
      int[] all = coded.codes().get(attribute);
      codes[attribute] = Arrays.stream(scored).map(cell -> all[cell]).toArray();
      sort(attribute);
    }
    for (int dimension = 0; dimension < CHANNEL; dimension++) {
      firstNumbers[dimension + 1] = firstNumbers[dimension] + coded.count(dimension);
    }
  }

  private void sort(int attribute) {
    int[] start = new int[coded.count(attribute) + 1];
    for (int code : codes[attribute]) {
      if (code != NONE) {
        start[code + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    starts[attribute] = start;
    sorted[attribute] = new int[start[start.length - 1]];
    int[] next = start.clone();
    for (int cell = 0; cell < n.length; cell++) {
      int code = codes[attribute][cell];
      if (code != NONE) {
        sorted[attribute][next[code]++] = cell;
      }
    }
  }

  int size() {
    return n.length;
  }

  /** Number of scores in the cell, 1 or more. */
  int n(int cell) {
    return n[cell];
  }

  /**
   * The cell's code for the attribute, {@link CodedCells#NONE} where it does not cover the cell.
   */
  int code(int attribute, int cell) {
    return codes[attribute][cell];
  }

  /** How many codes the attribute has. */
  int codes(int attribute) {
    return coded.count(attribute);
  }

  /** The cells with that code, in order. */
  IntStream with(int attribute, int code) {
    int[] start = starts[attribute];
    return Arrays.stream(sorted[attribute], start[code], start[code + 1]);
  }

  /** An order of the cells that does not depend on the order in which they came. */
  Comparator<Integer> byCodes() {
    return Stream.of(codes)
        .map(code -> Comparator.<Integer>comparingInt(cell -> code[cell]))
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  /** Which of the city-wide figures the cell is part of. */
  int cityFigure(int cell) {
    return codes[MONTH][cell] * Channel.values().length + codes[CHANNEL][cell];
  }

  /** The names of the categories of the dimension, at the places of their codes. */
  List<String> names(Dimension dimension) {
    return coded.names().get(dimension.attribute());
  }

  /** The number of a category among all categories of all dimensions. */
  int number(int dimension, int code) {
    return firstNumbers[dimension] + code;
  }

  /** Number of categories of all dimensions. */
  int categoryCount() {
    return firstNumbers[CHANNEL];
  }

  /** Number of scores by category, without categories that have none. */
  Map<String, Long> sizes(Dimension dimension) {
    Map<String, Long> sizes = new TreeMap<>();
    List<String> names = names(dimension);
    for (int code = 0; code < names.size(); code++) {
      long size = with(dimension.attribute(), code).mapToLong(this::n).sum();
      if (size > 0) {
        sizes.put(names.get(code), size);
      }
    }
    return sizes;
  }
}
