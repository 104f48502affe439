// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.Words;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The numbers of an exhibit as a workbook: the data, and a sheet that says what they are. */
public final class DataWorkbook {
  /** Widths of columns, in characters and their 256th parts. */
  private static final int CHARACTER = 256;

  private static final int NARROWEST = 15;
  private static final int WIDEST = 40;
  private static final int LABELS = 32;
  private static final int TEXTS = 100;

  /** What bold and wide letters take more than the digits by which a column's width is given. */
  private static final int MARGIN = 3;

  private static final float LEADING = 13.5f;

  private final XSSFWorkbook workbook;
  private final CellStyles styles;
  private final Exhibit exhibit;
  private final Edition edition;
  private final Words words;

  private DataWorkbook(XSSFWorkbook workbook, Exhibit exhibit, Edition edition, Words words) {
    this.workbook = workbook;
    this.styles = new CellStyles(workbook);
    this.exhibit = exhibit;
    this.edition = edition;
    this.words = words;
  }

  /**
   * The workbook, for Excel and LibreOffice Calc. Numbers are numbers, unrounded, shown as their
   * kind is; a cell without a figure is empty; a text is a text, however it begins.
   *
   * @throws IllegalArgumentException if a text is missing
   */
  public static byte[] xlsx(Exhibit exhibit, Edition edition, Words words) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      new DataWorkbook(workbook, exhibit, edition, words).fill();
      return OfficeFile.of(workbook, exhibit.text().title(), edition, words);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  private void fill() {
    writeData(sheet("data"));
    writeNotes(sheet("notes"));
  }

  /** A sheet that prints on the width of a page, marked where it is a concept. */
  private XSSFSheet sheet(String name) {
    XSSFSheet sheet = workbook.createSheet(words.text("sheet." + name));
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getHeader().setLeft(printable(exhibit.text().title()));
    if (edition.isConcept()) {
      sheet.getHeader().setRight(printable(ExhibitNotes.mark(edition, words)));
    }
    return sheet;
  }

  /** In the head of a printed page an ampersand begins a code, unless it is doubled. */
  private static String printable(String text) {
    return text.replace("&", "&&");
  }

  private void writeData(XSSFSheet sheet) {
    ChartData data = exhibit.data();
    XSSFRow header = sheet.createRow(0);
    int lines = 1;
    for (int i = 0; i < data.columns().size(); i++) {
      ChartData.Column column = data.columns().get(i);
      XSSFCell cell = header.createCell(i);
      String name = words.text("data." + column.code());
      cell.setCellValue(name);
      cell.setCellStyle(styles.header(column.kind()));
      int width = width(data, i, name);
      sheet.setColumnWidth(i, width * CHARACTER);
      lines = Math.max(lines, lines(name, width));
    }
    header.setHeightInPoints(lines * LEADING);
    for (List<ChartData.Cell> cells : data.rows()) {
      XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (int i = 0; i < cells.size(); i++) {
        write(cells.get(i), data.columns().get(i).kind(), row, i);
      }
    }
    sheet.createFreezePane(0, 1);
    sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
  }

  private void write(ChartData.Cell cell, Kind kind, XSSFRow row, int column) {
    if (cell.number().isPresent()) {
      XSSFCell number = row.createCell(column);
      number.setCellValue(cell.number().getAsDouble());
      number.setCellStyle(styles.number(kind));
    } else if (!cell.text().isEmpty()) {
      XSSFCell text = row.createCell(column);
      text.setCellValue(cell.text());
      text.setCellStyle(styles.text(cell.text()));
    }
  }

  /** Wide enough for its texts and for each word of its header, which is broken over lines. */
  private static int width(ChartData data, int column, String name) {
    int text =
        data.rows().stream().mapToInt(row -> row.get(column).text().length()).max().orElse(0);
    int word = Arrays.stream(name.split(" ", -1)).mapToInt(String::length).max().orElse(0);
    return Math.min(WIDEST, Math.max(NARROWEST, Math.max(text, word) + MARGIN));
  }

  private void writeNotes(XSSFSheet sheet) {
    sheet.setColumnWidth(0, LABELS * CHARACTER);
    sheet.setColumnWidth(1, TEXTS * CHARACTER);
    for (ExhibitNotes.Note note : ExhibitNotes.of(exhibit, edition, words).notes()) {
      XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
      List<String> cells = Stream.of(note.label(), note.text()).toList();
      for (int i = 0; i < cells.size(); i++) {
        XSSFCell cell = row.createCell(i);
        cell.setCellValue(cells.get(i));
        cell.setCellStyle(i == 0 ? styles.label() : styles.paragraph(cells.get(i)));
      }
      row.setHeightInPoints(lines(note.text(), TEXTS) * LEADING);
    }
  }

  /** How many lines a text is broken into; not every program finds that out itself. */
  private static int lines(String text, int width) {
    int lines = 1;
    int length = 0;
    for (String word : text.split("\\s+", -1)) {
      if (length > 0 && length + word.length() > width - MARGIN) {
        lines++;
        length = 0;
      }
      length += word.length() + 1;
    }
    return lines;
  }
}
