// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.math.BigInteger;
import java.util.List;
import nl.rotterdam.reporting.exhibit.DataTable;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table in a Word document: headers that are repeated on every page, rows that are not split. */
final class WordTable {
  private static final int GUTTER = 160;

  private final DataTable data;
  private final XWPFTable table;
  private final String nothing;

  private WordTable(XWPFTable table, DataTable data, String nothing) {
    this.table = table;
    this.data = data;
    this.nothing = nothing;
  }

  /**
   * Sets the table.
   *
   * @param description what it comes down to, for who cannot see it
   * @param nothing what stands in a cell in which nothing can stand
   */
  static void set(XWPFDocument document, DataTable data, String description, String nothing) {
    XWPFTable table = document.createTable(data.rows().size() + 1, data.columns().size());
    new WordTable(table, data, nothing).fill(description);
  }

  private void fill(String description) {
    describe(description);
    XWPFTableRow header = table.getRow(0);
    header.setRepeatHeader(true);
    header.setCantSplitRow(true);
    for (int i = 0; i < data.columns().size(); i++) {
      write(header.getCell(i), i, data.columns().get(i), List.of(), true);
    }
    for (int i = 0; i < data.rows().size(); i++) {
      write(table.getRow(i + 1), data.rows().get(i), i + 1 < data.rows().size());
    }
    setWidths();
  }

  private void describe(String description) {
    CTTblPr properties = table.getCTTbl().getTblPr();
    if (properties.isSetTblBorders()) {
      properties.unsetTblBorders();
    }
    table.setStyleID("Figures");
    table.setTableAlignment(TableRowAlign.LEFT);
    table.setWidth(WordPage.WIDTH);
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblLook look = properties.addNewTblLook();
    look.setFirstRow(true);
    look.setFirstColumn(true);
    look.setNoVBand(true);
    look.setNoHBand(true);
    properties.addNewTblCaption().setVal(data.caption());
    properties.addNewTblDescription().setVal(description);
  }

  private void write(XWPFTableRow row, DataTable.Row values, boolean more) {
    row.setCantSplitRow(true);
    write(row.getCell(0), 0, values.name(), List.of(), more);
    for (int i = 1; i < data.columns().size(); i++) {
      DataTable.Cell cell = values.cells().get(i - 1);
      write(row.getCell(i), i, cell.text().isEmpty() ? nothing : cell.text(), cell.notes(), more);
    }
    if (values.total()) {
      row.getTableCells().stream()
          .map(cell -> cell.getParagraphArray(0))
          .flatMap(paragraph -> paragraph.getRuns().stream())
          .forEach(run -> run.setBold(true));
    }
  }

  /**
   * @param more whether a row follows, from which this one is not parted
   */
  private static void write(
      XWPFTableCell cell, int column, String text, List<String> notes, boolean more) {
    XWPFParagraph first = cell.getParagraphArray(0);
    write(first, column == 0 ? "TableText" : "TableNumber", text, more);
    notes.forEach(note -> write(cell.addParagraph(), "TableNote", note, more));
  }

  private static void write(XWPFParagraph paragraph, String style, String text, boolean more) {
    paragraph.setStyle(style);
    paragraph.setKeepNext(more);
    XWPFRun run = paragraph.createRun();
    run.setText(text);
  }

  /** As the columns weigh, with room between them. */
  private void setWidths() {
    double total = data.weights().stream().mapToDouble(Double::doubleValue).sum();
    table.getCTTbl().addNewTblGrid();
    int[] widths =
        data.weights().stream()
            .mapToInt(weight -> (int) (WordPage.WIDTH * weight / total))
            .toArray();
    for (int width : widths) {
      table.getCTTbl().getTblGrid().addNewGridCol().setW(BigInteger.valueOf(width));
    }
    for (XWPFTableRow row : table.getRows()) {
      for (int i = 0; i < widths.length; i++) {
        XWPFTableCell cell = row.getCell(i);
        cell.setWidth(String.valueOf(widths[i]));
        if (i > 0) {
          var margin = cell.getCTTc().getTcPr().addNewTcMar().addNewLeft();
          margin.setW(BigInteger.valueOf(GUTTER));
          margin.setType(STTblWidth.DXA);
        }
      }
    }
  }
}
