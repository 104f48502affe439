// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import com.lowagie.text.pdf.PdfStructureElement;
import java.util.ArrayList;
import java.util.List;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.exhibit.DataTable;

/**
 * Sets a table: rows are never split, and where it goes on over a page the headers are repeated for
 * the eye (and passed over by a screen reader, which knows them).
 */
final class TableSetter {
  private static final double GUTTER = 8;
  private static final double PADDING = 2;

  private final PageFlow flow;
  private final TaggedPdf pdf;
  private final DataTable table;
  private final double[] lefts;
  private final double[] widths;

  private TableSetter(PageFlow flow, DataTable table) {
    this.flow = flow;
    this.pdf = flow.pdf();
    this.table = table;
    int columns = table.columns().size();
    lefts = new double[columns];
    widths = new double[columns];
    double total = table.weights().stream().mapToDouble(Double::doubleValue).sum();
    double left = PageFlow.LEFT;
    for (int i = 0; i < columns; i++) {
      double share = PageFlow.WIDTH * table.weights().get(i) / total;
      double gutter = i == 0 ? 0 : GUTTER;
      lefts[i] = left + gutter;
      widths[i] = share - gutter;
      left += share;
    }
  }

  /** Height of the table with its caption, if it is not broken over pages. */
  static double height(PageFlow flow, DataTable table) {
    TableSetter setter = new TableSetter(flow, table);
    return setter.captionHeight()
        + setter.header().height()
        + table.rows().stream().mapToDouble(row -> setter.line(row).height()).sum();
  }

  /** Sets the table with its caption above it. */
  static void set(PageFlow flow, DataTable table) {
    new TableSetter(flow, table).set();
  }

  private void set() {
    PdfStructureElement element = pdf.element(pdf.document(), "Table");
    Line header = header();
    List<Line> rows = table.rows().stream().map(this::line).toList();
    flow.need(captionHeight() + header.height() + (rows.isEmpty() ? 0 : rows.get(0).height()));
    flow.caption(pdf.element(element, "Caption"), table.caption(), TextStyle.SUBSECTION);
    flow.skip(2);
    PdfStructureElement top = pdf.element(pdf.element(element, "THead"), "TR");
    header.draw(i -> pdf.headerCell(top, "Column"));
    PdfStructureElement body = pdf.element(element, "TBody");
    for (int i = 0; i < rows.size(); i++) {
      Line row = rows.get(i);
      // the last row is not left alone on a page
      boolean lastButOne = i == rows.size() - 2 && i > 0;
      double together = row.height() + (lastButOne ? rows.get(i + 1).height() : 0);
      if (flow.room() < together) {
        flow.newPage();
        pdf.artifact(header::drawText);
        header.end();
      }
      PdfStructureElement tr = pdf.element(body, "TR");
      row.draw(column -> column == 0 ? pdf.headerCell(tr, "Row") : pdf.element(tr, "TD"));
    }
  }

  private double captionHeight() {
    return flow.height(table.caption(), TextStyle.SUBSECTION) + 2;
  }

  private Line header() {
    List<List<Piece>> cells = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      cells.add(pieces(i, table.columns().get(i), TextStyle.SMALL_BOLD));
    }
    return new Line(cells, true);
  }

  private Line line(DataTable.Row row) {
    List<List<Piece>> cells = new ArrayList<>();
    TextStyle style = row.total() ? TextStyle.SMALL_BOLD : TextStyle.SMALL;
    cells.add(pieces(0, row.name(), style));
    for (int i = 1; i < table.columns().size(); i++) {
      DataTable.Cell cell = row.cells().get(i - 1);
      List<Piece> pieces = new ArrayList<>(pieces(i, cell.text(), style));
      for (String note : cell.notes()) {
        pieces.addAll(pieces(i, note, TextStyle.QUIET));
      }
      cells.add(pieces);
    }
    return new Line(cells, false);
  }

  private List<Piece> pieces(int column, String text, TextStyle style) {
    return pdf.typeface().lines(text, style, widths[column]).stream()
        .map(
            line -> {
              double width = pdf.typeface().width(line.stripTrailing(), style);
              double x = column == 0 ? lefts[0] : lefts[column] + widths[column] - width;
              // the space keeps a note apart from the number above it when the text is extracted
              return new Piece(line.stripTrailing() + " ", style, x);
            })
        .toList();
  }

  /** One line of a cell at its place. */
  private record Piece(String text, TextStyle style, double x) {}

  @FunctionalInterface
  private interface CellElement {
    PdfStructureElement of(int column);
  }

  /** A row of cells, header or not, ready to be drawn at the flow's height. */
  private final class Line {
    private final List<List<Piece>> cells;
    private final boolean header;

    Line(List<List<Piece>> cells, boolean header) {
      this.cells = cells;
      this.header = header;
    }

    double height() {
      int lines = cells.stream().mapToInt(List::size).max().orElse(0);
      return lines * TextStyle.SMALL.leading() + 2 * PADDING;
    }

    void draw(CellElement elements) {
      for (int i = 0; i < cells.size(); i++) {
        List<Piece> cell = cells.get(i);
        pdf.tagged(elements.of(i), () -> drawCell(cell));
      }
      end();
    }

    void drawText() {
      cells.forEach(this::drawCell);
    }

    private void drawCell(List<Piece> pieces) {
      // headers stand on the rule below them
      double lines = cells.stream().mapToInt(List::size).max().orElse(0) - pieces.size();
      double down = header ? lines * TextStyle.SMALL.leading() : 0;
      double top = flow.y() - PADDING - down;
      for (Piece piece : pieces) {
        pdf.text(piece.text(), piece.style(), piece.x(), top - piece.style().ascent());
        top -= piece.style().leading();
      }
    }

    /** The rule under the row. */
    void end() {
      flow.skip(height());
      ChartStyle style = ChartStyle.DEFAULT;
      pdf.rule(
          PageFlow.LEFT,
          PageFlow.WIDTH,
          flow.y(),
          header ? 0.9 : 0.5,
          header ? style.ink() : style.line());
    }
  }
}
