// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a workbook look; each look is made once. */
final class CellStyles {
  private static final String TYPEFACE = "Arial";
  private static final short SIZE = 10;

  private final XSSFWorkbook workbook;
  private final XSSFFont bold;
  private final Map<Kind, XSSFCellStyle> numbers = new EnumMap<>(Kind.class);
  private final XSSFCellStyle text;
  private final XSSFCellStyle quoted;
  private final XSSFCellStyle textHeader;
  private final XSSFCellStyle numberHeader;
  private final XSSFCellStyle label;
  private final XSSFCellStyle paragraph;
  private final XSSFCellStyle quotedParagraph;

  CellStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont font = workbook.getFontAt(0);
    font.setFontName(TYPEFACE);
    font.setFontHeightInPoints(SIZE);
    font.setColor(color(ChartStyle.DEFAULT.ink()));
    bold = workbook.createFont();
    bold.setFontName(TYPEFACE);
    bold.setFontHeightInPoints(SIZE);
    bold.setColor(color(ChartStyle.DEFAULT.ink()));
    bold.setBold(true);
    for (Kind kind : Kind.values()) {
      numbers.put(kind, style(format(kind)));
    }
    text = style("@");
    quoted = quoted(text);
    textHeader = header(HorizontalAlignment.LEFT);
    numberHeader = header(HorizontalAlignment.RIGHT);
    label = style("@");
    label.setFont(bold);
    label.setVerticalAlignment(VerticalAlignment.TOP);
    paragraph = style("@");
    paragraph.setWrapText(true);
    paragraph.setVerticalAlignment(VerticalAlignment.TOP);
    quotedParagraph = quoted(paragraph);
  }

  /** As many decimals as documents have; the program writes points and commas as its user does. */
  private static String format(Kind kind) {
    return switch (kind) {
      case TEXT -> "@";
      case COUNT -> "#,##0";
      case SHARE -> "0.0%";
      case GRADE -> "0.0";
      case POINTS -> "0";
    };
  }

  XSSFCellStyle number(Kind kind) {
    return numbers.get(kind);
  }

  /** A text stays one, also when its cell is edited. */
  XSSFCellStyle text(String written) {
    return FormulaGuard.isNeeded(written) ? quoted : text;
  }

  XSSFCellStyle paragraph(String written) {
    return FormulaGuard.isNeeded(written) ? quotedParagraph : paragraph;
  }

  XSSFCellStyle label() {
    return label;
  }

  /** Headers stand as what is below them does. */
  XSSFCellStyle header(Kind kind) {
    return kind == Kind.TEXT ? textHeader : numberHeader;
  }

  private XSSFCellStyle header(HorizontalAlignment alignment) {
    XSSFCellStyle header = style("@");
    header.setFont(bold);
    header.setWrapText(true);
    header.setAlignment(alignment);
    header.setVerticalAlignment(VerticalAlignment.BOTTOM);
    header.setBorderBottom(BorderStyle.THIN);
    header.setBottomBorderColor(color(ChartStyle.DEFAULT.ink()));
    return header;
  }

  private XSSFCellStyle quoted(XSSFCellStyle plain) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.cloneStyleFrom(plain);
    style.setQuotePrefixed(true);
    return style;
  }

  private XSSFCellStyle style(String format) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static XSSFColor color(Color color) {
    return new XSSFColor(
        new byte[] {(byte) color.getRed(), (byte) color.getGreen(), (byte) color.getBlue()});
  }
}
