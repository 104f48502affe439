// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import com.lowagie.text.pdf.PdfStructureElement;
import java.util.ArrayList;
import java.util.List;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.chart.ChartStyle;

/**
 * Sets the parts of a document below each other on A4 pages with one column of 160 mm, and starts a
 * new page where the next part does not fit. Reading order is the order of the calls.
 */
final class PageFlow {
  static final double WIDTH = ChartSize.PAGE.width();
  static final double LEFT = (TaggedPdf.PAGE_WIDTH - WIDTH) / 2;
  private static final double TOP = TaggedPdf.PAGE_HEIGHT - 54;
  private static final double BOTTOM = 60;
  static final double WHOLE_PAGE = TOP - BOTTOM;
  private static final double FOOT = 36;
  private static final double AROUND_PICTURE = 5;
  private static final double ROOM_AFTER_HEADING = 30;
  private static final double MARK = 8;
  private static final double NOTES_GAP = 10;

  private final TaggedPdf pdf;
  private final String foot;
  private final List<Note> notes = new ArrayList<>();
  private double y = TOP;
  private int notesSoFar;

  /** A footnote that waits for the foot of its page. */
  private record Note(String mark, List<String> lines, PdfStructureElement element) {

    double height() {
      return lines.size() * TextStyle.QUIET.leading();
    }
  }

  /**
   * A document of its own.
   *
   * @param foot stands at the foot of each page, before the page number
   */
  PageFlow(PdfInfo info, String foot) {
    this.pdf = new TaggedPdf(info);
    this.foot = foot;
  }

  TaggedPdf pdf() {
    return pdf;
  }

  /** Height of the next free line's top. */
  double y() {
    return y;
  }

  /** Points that are left on this page. */
  double room() {
    return y - BOTTOM - notesHeight();
  }

  void skip(double points) {
    y -= points;
  }

  /** A new page unless so many points are left on this one. */
  void need(double points) {
    if (room() < points && y < TOP) {
      newPage();
    }
  }

  void newPage() {
    drawFoot();
    pdf.newPage();
    y = TOP;
  }

  /** A heading of level 1, 2 or 3 with its bookmark; never alone at the end of a page. */
  void heading(int level, String text, TextStyle style) {
    need(style.leading() * 2 + ROOM_AFTER_HEADING);
    pdf.bookmark(level, text, y);
    block(pdf.element(pdf.document(), "H" + level), text, style);
  }

  void paragraph(String text, TextStyle style) {
    block(pdf.element(pdf.document(), "P"), text, style);
  }

  /** A paragraph with a footnote, both on the same page. */
  void paragraph(String text, TextStyle style, String footnote) {
    String mark = String.valueOf(notesSoFar + 1);
    List<String> lines = pdf.typeface().lines(text + " ", style, WIDTH - MARK);
    List<String> note = pdf.typeface().lines(footnote, TextStyle.QUIET, WIDTH - MARK);
    need((lines.size() + 1) * style.leading() + height(footnote));
    notesSoFar++;
    PdfStructureElement paragraph = pdf.element(pdf.document(), "P");
    pdf.tagged(pdf.element(paragraph, "Span"), () -> drawLines(lines, style, LEFT));
    skip(lines.size() * style.leading());
    double end = LEFT + pdf.typeface().width(lines.get(lines.size() - 1), style);
    double raised = y + style.leading() - style.ascent() + style.size() * 0.3;
    pdf.tagged(
        pdf.element(paragraph, "Reference"),
        () -> pdf.text(mark + " ", TextStyle.MARK, end, raised));
    notes.add(new Note(mark, note, pdf.note(notesSoFar)));
  }

  /** Points that one more footnote takes at the foot of this page. */
  double height(String footnote) {
    int lines = pdf.typeface().lines(footnote, TextStyle.QUIET, WIDTH - MARK).size();
    return lines * TextStyle.QUIET.leading() + (notes.isEmpty() ? NOTES_GAP : 0);
  }

  /** A line that leads to an address, after the words that say where to. */
  void link(String words, String address, TextStyle style) {
    need(2 * style.leading());
    PdfStructureElement paragraph = pdf.element(pdf.document(), "P");
    block(pdf.element(paragraph, "Span"), words + " ", style);
    List<String> lines = pdf.typeface().lines(address, style, WIDTH);
    for (String line : lines) {
      need(style.leading());
      pdf.link(
          paragraph,
          line,
          address,
          style.in(ChartStyle.DEFAULT.accent()),
          LEFT,
          y - style.ascent());
      skip(style.leading());
    }
  }

  /** The words above a table, as part of the table. */
  void caption(PdfStructureElement caption, String text, TextStyle style) {
    block(caption, text, style);
  }

  /** A list with a mark before each item; nothing where there are no items. */
  void list(List<String> items, TextStyle style) {
    if (items.isEmpty()) {
      return;
    }
    double indent = style.size() * 1.2;
    PdfStructureElement list = pdf.element(pdf.document(), "L");
    for (String item : items) {
      PdfStructureElement entry = pdf.element(list, "LI");
      PdfStructureElement label = pdf.element(entry, "Lbl");
      PdfStructureElement body = pdf.element(entry, "LBody");
      need(style.leading());
      pdf.tagged(label, () -> pdf.text("– ", style, LEFT, y - style.ascent()));
      block(body, item, style, LEFT + indent, WIDTH - indent);
    }
  }

  /** Height that a text takes over the full width. */
  double height(String text, TextStyle style) {
    return pdf.typeface().lines(text, style, WIDTH).size() * style.leading();
  }

  /**
   * A chart over the full width; its title, subtitle and foot are text of the page.
   *
   * @param height of the picture, in points
   */
  void chart(Chart chart, double height) {
    TextStyle quiet = TextStyle.QUIET;
    need(height + wordsHeight(chart));
    paragraph(chart.text().title(), TextStyle.SUBSECTION);
    paragraph(chart.text().subtitle(), quiet);
    skip(2);
    pdf.figure(
        chart.text().description(),
        LEFT,
        y - height,
        WIDTH,
        height,
        graphics -> chart.drawPicture(graphics, new ChartSize(WIDTH, height)));
    skip(height + AROUND_PICTURE - 2);
    paragraph(chart.text().foot(), quiet);
  }

  /** Height that a chart takes with its words. */
  double height(Chart chart) {
    return chart.pictureHeight() + wordsHeight(chart);
  }

  /** Height of the words around a chart. */
  double wordsHeight(Chart chart) {
    return height(chart.text().title(), TextStyle.SUBSECTION)
        + height(chart.text().subtitle(), TextStyle.QUIET)
        + height(chart.text().foot(), TextStyle.QUIET)
        + AROUND_PICTURE;
  }

  /** Ends the document. */
  byte[] close() {
    drawFoot();
    return pdf.close();
  }

  private void block(PdfStructureElement element, String text, TextStyle style) {
    block(element, text, style, LEFT, WIDTH);
  }

  /** A text that goes on over the page where it must. */
  private void block(
      PdfStructureElement element, String text, TextStyle style, double x, double width) {
    List<String> lines = pdf.typeface().lines(text, style, width);
    int next = 0;
    while (next < lines.size()) {
      need(style.leading());
      int fitting = Math.max(1, (int) (room() / style.leading()));
      List<String> here = lines.subList(next, Math.min(lines.size(), next + fitting));
      pdf.tagged(element, () -> drawLines(here, style, x));
      skip(here.size() * style.leading());
      next += here.size();
    }
  }

  private void drawLines(List<String> lines, TextStyle style, double x) {
    for (int i = 0; i < lines.size(); i++) {
      pdf.text(lines.get(i), style, x, y - style.ascent() - i * style.leading());
    }
  }

  private double notesHeight() {
    return notes.isEmpty() ? 0 : notes.stream().mapToDouble(Note::height).sum() + NOTES_GAP;
  }

  /** The footnotes of this page, above its foot. */
  private void drawNotes() {
    double top = BOTTOM + notesHeight() - NOTES_GAP;
    TextStyle style = TextStyle.QUIET;
    for (Note note : notes) {
      double start = top;
      pdf.tagged(
          pdf.element(note.element(), "Lbl"),
          () -> pdf.text(note.mark() + " ", TextStyle.MARK, LEFT, start - style.ascent() + 2));
      pdf.tagged(
          pdf.element(note.element(), "P"),
          () -> {
            for (int i = 0; i < note.lines().size(); i++) {
              double base = start - style.ascent() - i * style.leading();
              pdf.text(note.lines().get(i), style, LEFT + MARK, base);
            }
          });
      top -= note.height();
    }
    notes.clear();
  }

  private void drawFoot() {
    drawNotes();
    TextStyle style = TextStyle.QUIET;
    String number = String.valueOf(pdf.page());
    double end = LEFT + WIDTH - pdf.typeface().width(number, style);
    pdf.rule(LEFT, WIDTH, FOOT + style.leading() + 3, 0.5, ChartStyle.DEFAULT.line());
    pdf.artifact(
        () -> {
          String line = pdf.typeface().lines(foot, style, WIDTH - 40).get(0);
          pdf.text(line, style, LEFT, FOOT);
          pdf.text(number, style, end, FOOT);
        });
  }
}
