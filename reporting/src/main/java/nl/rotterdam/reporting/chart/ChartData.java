// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The numbers behind a chart as a table, for who wants to reckon on: unrounded, empty where there
 * is no figure.
 *
 * @param columns what stands in them
 * @param rows one list per row, as long as the columns
 */
public record ChartData(List<Column> columns, List<List<Cell>> rows) {

  /** What the numbers of a column are, and so how they are shown. */
  public enum Kind {
    /** No number: a name, a month. */
    TEXT,
    /** A whole number. */
    COUNT,
    /** A share, 0..1, or a difference of shares. */
    SHARE,
    /** A grade, 0..10. */
    GRADE,
    /** Points of the NPS, -100..100. */
    POINTS
  }

  /**
   * A column.
   *
   * @param code its name in every language, in lower case with underscores
   */
  public record Column(String code, Kind kind) {}

  /**
   * A cell: either a text or a number, or empty.
   *
   * @param text empty where the cell is a number or holds nothing
   */
  public record Cell(String text, OptionalDouble number) {

    /** A name, a month; never a number, whatever it looks like. */
    public static Cell of(String text) {
      return new Cell(text, OptionalDouble.empty());
    }

    /** A number; an empty cell where there is none. */
    public static Cell of(OptionalDouble number) {
      return new Cell("", number);
    }

    /** One of several numbers; an empty cell where there are none. */
    public static Cell of(List<Double> numbers, int index) {
      return of(numbers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(numbers.get(index)));
    }

    /** A count. */
    public static Cell of(long count) {
      return of(OptionalDouble.of((double) count));
    }

    /** The text, or the number unrounded and with a decimal point. */
    public String plain() {
      return number.isPresent()
          ? BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros().toPlainString()
          : text;
    }
  }

  public ChartData {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "A row of %d cells does not fit %d columns".formatted(row.size(), columns.size()));
      }
    }
  }
}
