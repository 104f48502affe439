// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;

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
