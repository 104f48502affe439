// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as readers see it. The first column names the row; the other columns hold numbers and are
 * set flush right.
 *
 * @param caption what the table shows, of whom and when
 * @param columns headers, the first of the column of names
 * @param rows as long as the columns
 * @param weights how the width is divided over the columns, one number above 0 for each
 */
public record DataTable(
    String caption, List<String> columns, List<Row> rows, List<Double> weights) {

  /**
   * One row; its name and then its cells.
   *
   * @param total whether it sums up the rows above it
   */
  public record Row(String name, List<Cell> cells, boolean total) {

    public Row {
      cells = List.copyOf(cells);
    }

    /** A row like any other. */
    public Row(String name, List<Cell> cells) {
      this(name, cells, false);
    }
  }

  /**
   * A cell.
   *
   * @param text the number, or the words in its place
   * @param notes quieter lines below it, such as the interval and the number of answers
   */
  public record Cell(String text, List<String> notes) {

    public Cell {
      notes = List.copyOf(notes);
    }

    /** A number without notes. */
    public static Cell of(String text) {
      return new Cell(text, List.of());
    }
  }

  /**
   * This table with the columns of another beside its own.
   *
   * @param other about the same rows, in the same order
   * @throws IllegalArgumentException if its rows have other names
   */
  public DataTable beside(DataTable other, String commonCaption) {
    if (!rows.stream()
        .map(Row::name)
        .toList()
        .equals(other.rows.stream().map(Row::name).toList())) {
      throw new IllegalArgumentException("Tables of other rows do not fit beside each other");
    }
    return new DataTable(
        commonCaption,
        joined(columns, other.columns),
        IntStream.range(0, rows.size())
            .mapToObj(
                i ->
                    new Row(
                        rows.get(i).name(),
                        Stream.concat(
                                rows.get(i).cells().stream(), other.rows.get(i).cells().stream())
                            .toList(),
                        rows.get(i).total()))
            .toList(),
        joined(weights, other.weights));
  }

  private static <T> List<T> joined(List<T> own, List<T> other) {
    return Stream.concat(own.stream(), other.stream().skip(1)).toList();
  }

  public DataTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    weights = List.copyOf(weights);
    if (weights.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%d weights do not fit %d columns".formatted(weights.size(), columns.size()));
    }
    for (Row row : rows) {
      if (row.cells().size() != columns.size() - 1) {
        throw new IllegalArgumentException(
            "Row %s has %d cells for %d columns"
                .formatted(row.name(), row.cells().size(), columns.size() - 1));
      }
    }
  }
}
