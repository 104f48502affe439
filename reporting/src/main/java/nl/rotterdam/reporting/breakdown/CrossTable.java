// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import static nl.rotterdam.reporting.breakdown.CodedCells.NONE;

import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells by two attributes. The last row and the last column hold all merged categories of a
 * dimension together; those of channel and month are empty.
 */
final class CrossTable {
  private final PublishedSpan span;
  private final int rowAttribute;
  private final int columnAttribute;

  /** Also over cells that the other attribute does not cover. */
  private final Sums[] rows;

  private final Sums[] columns;
  private final Sums[][] both;

  /** Told of every set in the table. */
  interface Visitor {
    void visit(Sums sums, Supplier<IntStream> members);
  }

  private CrossTable(
      PublishedSpan span,
      int rowAttribute,
      int columnAttribute,
      Sums[] rows,
      Sums[] columns,
      Sums[][] both) {
    this.span = span;
    this.rowAttribute = rowAttribute;
    this.columnAttribute = columnAttribute;
    this.rows = rows;
    this.columns = columns;
    this.both = both;
  }

  /** Counts once over all cells. */
  static CrossTable of(PublishedSpan span, double[] residuals, int row, int column) {
    ScoredCells cells = span.cells();
    Sums[] rows = Sums.array(cells.codes(row) + 1);
    Sums[] columns = Sums.array(cells.codes(column) + 1);
    Sums[][] both = Stream.of(rows).map(total -> Sums.array(columns.length)).toArray(Sums[][]::new);
    CrossTable table = new CrossTable(span, row, column, rows, columns, both);
    for (int cell = 0; cell < cells.size(); cell++) {
      table.add(cells.code(row, cell), cells.code(column, cell), cells.n(cell), residuals[cell]);
    }
    table.addMerged();
    return table;
  }

  private void add(int row, int column, int n, double residual) {
    if (row != NONE) {
      rows[row].add(n, residual);
    }
    if (column != NONE) {
      columns[column].add(n, residual);
    }
    if (row != NONE && column != NONE) {
      both[row][column].add(n, residual);
    }
  }

  private void addMerged() {
    int lastRow = rows.length - 1;
    int lastColumn = columns.length - 1;
    for (int row = 0; row < lastRow; row++) {
      if (span.groups().isMerged(rowAttribute, row)) {
        rows[lastRow].add(rows[row]);
        for (int column = 0; column < lastColumn; column++) {
          both[lastRow][column].add(both[row][column]);
        }
      }
    }
    for (int column = 0; column < lastColumn; column++) {
      if (span.groups().isMerged(columnAttribute, column)) {
        columns[lastColumn].add(columns[column]);
        for (Sums[] row : both) {
          row[lastColumn].add(row[column]);
        }
      }
    }
  }

  /** The same table with rows and columns exchanged. */
  CrossTable transposed() {
    Sums[][] turned =
        IntStream.range(0, columns.length)
            .mapToObj(column -> Stream.of(both).map(row -> row[column]).toArray(Sums[]::new))
            .toArray(Sums[][]::new);
    return new CrossTable(span, columnAttribute, rowAttribute, columns, rows, turned);
  }

  /**
   * Visits every row, what it shares with each column, what it holds outside that column, and what
   * it holds outside all columns together that are published and lie inside it.
   */
  void visitRows(Visitor visitor) {
    for (int row = 0; row < rows.length; row++) {
      Supplier<IntStream> inRow = cellsOf(row);
      visitor.visit(rows[row], inRow);
      for (int column = 0; column < columns.length; column++) {
        Sums common = both[row][column];
        if (common.n() > 0) {
          IntPredicate inColumn = isIn(column);
          visitor.visit(common, () -> inRow.get().filter(inColumn));
          visitor.visit(rows[row].minus(common), () -> inRow.get().filter(inColumn.negate()));
        }
      }
      visitRemainder(row, inRow, visitor);
    }
  }

  private void visitRemainder(int row, Supplier<IntStream> inRow, Visitor visitor) {
    Sums remainder = rows[row];
    boolean[] inside = new boolean[columns.length];
    for (int column = 0; column < columns.length - 1; column++) {
      long common = both[row][column].n();
      if (span.groups().isNamed(columnAttribute, column) && common == columns[column].n()) {
        inside[column] = true;
        remainder = remainder.minus(both[row][column]);
      }
    }
    IntPredicate outside =
        cell -> {
          int column = span.cells().code(columnAttribute, cell);
          return column == NONE || !inside[column];
        };
    visitor.visit(remainder, () -> inRow.get().filter(outside));
  }

  private Supplier<IntStream> cellsOf(int row) {
    ScoredCells cells = span.cells();
    return row < rows.length - 1
        ? () -> cells.with(rowAttribute, row)
        : () ->
            IntStream.range(0, row)
                .filter(code -> span.groups().isMerged(rowAttribute, code))
                .flatMap(code -> cells.with(rowAttribute, code));
  }

  private IntPredicate isIn(int column) {
    ScoredCells cells = span.cells();
    return column < columns.length - 1
        ? cell -> cells.code(columnAttribute, cell) == column
        : cell -> span.groups().isMerged(columnAttribute, cells.code(columnAttribute, cell));
  }
}
