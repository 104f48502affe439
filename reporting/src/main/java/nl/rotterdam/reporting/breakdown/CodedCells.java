// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.figure.Channel;

/**
 * Cells as plain numbers, because there may be hundreds of thousands. A cell has six attributes:
 * its category in each dimension, its channel and its month, numbered from 0 in that order; each is
 * a code from 0. What has which code does not depend on the order of the cells.
 *
 * @param codes by attribute and cell
 * @param names by dimension: the categories, at the places of their codes
 */
record CodedCells(List<int[]> codes, List<List<String>> names) {
  private static final List<Channel> CHANNELS = List.of(Channel.values());

  static final int CHANNEL = Dimension.values().length;
  static final int MONTH = CHANNEL + 1;
  static final int ATTRIBUTES = MONTH + 1;
  static final int MONTHS = 12;

  /** The code of a cell that the attribute does not cover. */
  static final int NONE = -1;

  static CodedCells of(List<AnswerCell> cells) {
    List<int[]> codes = new ArrayList<>();
    List<List<String>> names = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      List<String> categories = categories(cells, dimension);
      names.add(categories);
      codes.add(codes(cells, dimension, categories));
    }
    codes.add(cells.stream().mapToInt(cell -> CHANNELS.indexOf(cell.channel())).toArray());
    codes.add(cells.stream().mapToInt(cell -> cell.month().getMonthValue() - 1).toArray());
    return new CodedCells(codes, names);
  }

  private static List<String> categories(List<AnswerCell> cells, Dimension dimension) {
    return cells.stream()
        .filter(cell -> dimension.covers(cell.channel()))
        .map(cell -> cell.category(dimension))
        .distinct()
        .sorted()
        .toList();
  }

  private static int[] codes(List<AnswerCell> cells, Dimension dimension, List<String> names) {
    Map<String, Integer> codes = new HashMap<>();
    names.forEach(name -> codes.put(name, codes.size()));
    return cells.stream()
        .mapToInt(
            cell -> dimension.covers(cell.channel()) ? codes.get(cell.category(dimension)) : NONE)
        .toArray();
  }

  /** How many codes the attribute has. */
  int count(int attribute) {
    if (attribute < CHANNEL) {
      return names.get(attribute).size();
    }
    return attribute == CHANNEL ? CHANNELS.size() : MONTHS;
  }
}
