// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** A Word document of A4 pages whose text is 160 mm wide, and what is set on them. */
final class WordPage {
  /** Width of the text, in twentieths of a point. */
  static final int WIDTH = 9071;

  private static final int PAGE_WIDTH = 11906;
  private static final int PAGE_HEIGHT = 16838;
  private static final int SIDE = (PAGE_WIDTH - WIDTH) / 2;
  private static final int TOP = 1474;
  private static final int EDGE = 680;

  private final XWPFDocument document;

  /**
   * @param language of the texts, as {@code nl-NL}, for spelling and for screen readers
   */
  WordPage(XWPFDocument document, String language) {
    this.document = document;
    try (InputStream styles = WordPage.class.getResourceAsStream("styles.xml");
        InputStream settings = WordPage.class.getResourceAsStream("settings.xml")) {
      document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
      document
          .getSettings()
          .getCTSettings()
          .set(SettingsDocument.Factory.parse(settings).getSettings());
    } catch (IOException | XmlException e) {
      throw new IllegalStateException("The styles are not with the program", e);
    }
    document.getStyles().setSpellingLanguage(language);
    setSize();
  }

  private void setSize() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(PAGE_WIDTH));
    size.setH(BigInteger.valueOf(PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(BigInteger.valueOf(SIDE));
    margins.setRight(BigInteger.valueOf(SIDE));
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(TOP));
    margins.setHeader(BigInteger.valueOf(EDGE));
    margins.setFooter(BigInteger.valueOf(EDGE));
  }

  XWPFDocument document() {
    return document;
  }

  /** What stands at the head of every page. */
  void header(String left, String mark) {
    XWPFParagraph header = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    header.setStyle("Header");
    header.createRun().setText(left);
    if (!mark.isEmpty()) {
      header.createRun().addTab();
      XWPFRun run = header.createRun();
      run.setStyle("ConceptMark");
      run.setText(mark);
    }
  }

  /** What stands at the foot of every page, with its number and how many there are. */
  void footer(String left, String page, String pages) {
    XWPFParagraph footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    footer.setStyle("Footer");
    footer.createRun().setText(left);
    footer.createRun().addTab();
    footer.createRun().setText(page + " ");
    field(footer, "PAGE", "1");
    footer.createRun().setText(" " + pages + " ");
    field(footer, "NUMPAGES", "1");
  }

  void paragraph(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
  }

  /** A caption that Word numbers itself, so that it stays right where something is cut out. */
  void caption(String style, String label, int number, String text) {
    XWPFParagraph caption = document.createParagraph();
    caption.setStyle(style);
    caption.createRun().setText(label + " ");
    field(caption, "SEQ " + label + " \\* ARABIC", String.valueOf(number));
    caption.createRun().setText(". " + text);
  }

  /** The picture as wide as the text. */
  void picture(Chart chart, String name, String alternative) {
    ChartSize size = chart.size(ChartSize.PAGE.width());
    byte[] png = ChartFile.png(chart, size, ChartFile.PRINT_RESOLUTION);
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle("Picture");
    XWPFRun run = paragraph.createRun();
    try {
      XWPFPicture picture =
          run.addPicture(
              new ByteArrayInputStream(png),
              PictureType.PNG,
              name,
              Units.toEMU(size.width()),
              Units.toEMU(size.height()));
      picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(alternative);
      run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(alternative);
    } catch (IOException | InvalidFormatException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  /** A value that Word works out. */
  private static void field(XWPFParagraph paragraph, String instruction, String value) {
    CTSimpleField field = paragraph.getCTP().addNewFldSimple();
    field.setInstr(instruction);
    field.addNewR().addNewT().setStringValue(value);
  }
}
