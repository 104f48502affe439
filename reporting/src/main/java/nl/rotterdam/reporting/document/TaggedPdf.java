// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A PDF in which everything drawn is either tagged, with its place in the structure that a screen
 * reader follows, or marked as an artifact that it passes over. Coordinates are points from the
 * lower left corner of the page.
 *
 * <p>A structure element holds either drawn content or other elements, never both. An element may
 * be tagged again on a later page: its content then goes on there.
 */
final class TaggedPdf {
  static final double PAGE_WIDTH = PdfFile.PAGE.getWidth();
  static final double PAGE_HEIGHT = PdfFile.PAGE.getHeight();

  private final PdfFile file;
  private final PdfTypeface typeface = new PdfTypeface();
  private final PdfStructureElement document;
  private final PdfContentByte content;
  private int page = 1;
  private PdfOutline section;

  TaggedPdf(PdfInfo info) {
    file = new PdfFile(info);
    content = file.writer().getDirectContent();
    document =
        new PdfStructureElement(file.writer().getStructureTreeRoot(), new PdfName("Document"));
  }

  PdfTypeface typeface() {
    return typeface;
  }

  /** The element that holds all others. */
  PdfStructureElement document() {
    return document;
  }

  /** A footnote; what it says is an element of its own, apart from the text that it is about. */
  PdfStructureElement note(int number) {
    PdfStructureElement note = element(document, "Note");
    note.put(PdfName.ID, new PdfString("note-" + number));
    return note;
  }

  PdfStructureElement element(PdfStructureElement parent, String role) {
    return new PdfStructureElement(parent, new PdfName(role));
  }

  /** A header cell; its scope says which cells it heads. */
  PdfStructureElement headerCell(PdfStructureElement row, String scope) {
    PdfStructureElement cell = element(row, "TH");
    PdfDictionary attributes = new PdfDictionary();
    attributes.put(PdfName.O, new PdfName("Table"));
    attributes.put(new PdfName("Scope"), new PdfName(scope));
    cell.put(PdfName.A, attributes);
    return cell;
  }

  /** Number of the page that is being drawn, from 1. */
  int page() {
    return page;
  }

  void newPage() {
    file.newPage();
    page++;
  }

  /** What is drawn is the content of this element. */
  void tagged(PdfStructureElement element, Runnable drawing) {
    content.beginMarkedContentSequence(element);
    drawing.run();
    content.endMarkedContentSequence();
  }

  /** What is drawn is decoration or repetition. */
  void artifact(Runnable drawing) {
    content.beginMarkedContentSequence(new PdfName("Artifact"));
    drawing.run();
    content.endMarkedContentSequence();
  }

  /** One line of text, on a base line. */
  void text(String line, TextStyle style, double x, double baseLine) {
    content.beginText();
    content.setColorFill(style.colour());
    content.setFontAndSize(typeface.font(style.font()), (float) style.size());
    content.setTextMatrix((float) x, (float) baseLine);
    content.showText(style.font().printable(line));
    content.endText();
  }

  /**
   * One line of text that leads to an address.
   *
   * @param parent the element that holds the link
   */
  void link(
      PdfStructureElement parent,
      String line,
      String address,
      TextStyle style,
      double x,
      double baseLine) {
    PdfStructureElement link = element(parent, "Link");
    tagged(element(link, "Span"), () -> text(line, style, x, baseLine));
    double width = typeface.width(line, style);
    PdfAnnotation annotation =
        new PdfAnnotation(
            file.writer(),
            (float) x,
            (float) (baseLine - 2),
            (float) (x + width),
            (float) (baseLine + style.size()),
            new PdfAction(address));
    annotation.put(PdfName.BORDER, box(0, 0, 0));
    annotation.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT));
    annotation.put(PdfName.CONTENTS, new PdfString(line, PdfObject.TEXT_UNICODE));
    int key = file.writer().getStructureTreeRoot().addExistingObject(link.getReference());
    annotation.put(PdfName.STRUCTPARENT, new PdfNumber(key));
    PdfDictionary target = new PdfDictionary(new PdfName("OBJR"));
    target.put(new PdfName("Obj"), annotation.getIndirectReference());
    target.put(PdfName.PG, file.writer().getPageReference(page));
    ((PdfArray) link.get(PdfName.K)).add(target);
    file.writer().addAnnotation(annotation);
    rule(x, width, baseLine - 1.5, 0.5, style.colour());
  }

  /** A level line, an artifact. */
  void rule(double x, double width, double y, double weight, Color colour) {
    artifact(
        () -> {
          content.setColorStroke(colour);
          content.setLineWidth((float) weight);
          content.moveTo((float) x, (float) y);
          content.lineTo((float) (x + width), (float) y);
          content.stroke();
        });
  }

  /**
   * A picture of vectors, with the words that stand for it.
   *
   * @param drawing draws from (0, 0), y growing downwards, in the given width and height
   */
  void figure(
      String alternative,
      double x,
      double bottom,
      double width,
      double height,
      Consumer<Graphics2D> drawing) {
    PdfTemplate template = content.createTemplate((float) width, (float) height);
    Graphics2D graphics = template.createGraphics((float) width, (float) height, typeface);
    try {
      drawing.accept(graphics);
    } finally {
      graphics.dispose();
    }
    PdfStructureElement figure = element(document, "Figure");
    figure.put(PdfName.ALT, new PdfString(alternative, PdfObject.TEXT_UNICODE));
    PdfDictionary layout = new PdfDictionary();
    layout.put(PdfName.O, new PdfName("Layout"));
    layout.put(new PdfName("Placement"), new PdfName("Block"));
    layout.put(PdfName.BBOX, box(x, bottom, x + width, bottom + height));
    figure.put(PdfName.A, layout);
    tagged(figure, () -> content.addTemplate(template, (float) x, (float) bottom));
  }

  /** An entry in the list of contents beside the page. */
  void bookmark(int level, String title, double top) {
    PdfOutline parent = level > 1 && section != null ? section : content.getRootOutline();
    PdfOutline entry =
        new PdfOutline(parent, new PdfDestination(PdfDestination.XYZ, 0, (float) top, 0), title);
    if (level == 1) {
      section = entry;
    }
  }

  /** Ends the document. */
  byte[] close() {
    return file.close();
  }

  private static PdfArray box(double... corners) {
    PdfArray box = new PdfArray();
    for (double corner : corners) {
      box.add(new PdfNumber((float) corner));
    }
    return box;
  }
}
