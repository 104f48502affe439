// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.exhibit.Words;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * The exhibits of a month as one Word document, to cut from and to send: for each a heading, the
 * sentence, the picture, the table, and where it comes from.
 */
public final class PackDocument {
  private final Words words;
  private final Edition edition;
  private final WordPage page;
  private int figures;
  private int tables;

  private PackDocument(XWPFDocument document, Edition edition, Words words) {
    this.words = words;
    this.edition = edition;
    this.page = new WordPage(document, OfficeFile.language(words));
  }

  /**
   * The document.
   *
   * @param exhibits in order; one with nothing to show says so in its sentence
   * @param month the month that they are about
   * @return a DOCX file
   * @throws IllegalArgumentException if a text is missing
   */
  public static byte[] docx(List<Exhibit> exhibits, YearMonth month, Edition edition, Words words) {
    try (XWPFDocument document = new XWPFDocument()) {
      Notation notation = new Notation(words);
      Map<String, String> values =
          Map.of(
              "organisation", edition.organisation(),
              "month", notation.month(month),
              "date", notation.day(edition.date()));
      String title = words.text("pack.title", values);
      PackDocument pack = new PackDocument(document, edition, words);
      pack.writeHead(title, values);
      exhibits.forEach(pack::write);
      return OfficeFile.of(document, title, edition, words);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  private void writeHead(String title, Map<String, String> values) {
    page.header(title, edition.isConcept() ? ExhibitNotes.mark(edition, words) : "");
    page.footer(
        words.text("pack.footer", values), words.text("pack.page"), words.text("pack.pages"));
    page.paragraph("Heading1", title);
    page.paragraph(
        edition.isConcept() ? "Concept" : "Edition",
        words.text("pack.edition." + edition.standing().name().toLowerCase(Locale.ROOT), values));
  }

  private void write(Exhibit exhibit) {
    page.paragraph("Heading2", ExhibitNotes.name(exhibit.name(), words));
    boolean shown = exhibit.chart().isPresent() || exhibit.table().isPresent();
    page.paragraph(shown ? "Sentence" : "Normal", exhibit.sentence());
    if (!shown) {
      return;
    }
    exhibit.chart().ifPresent(chart -> draw(chart, exhibit));
    exhibit.table().ifPresent(table -> set(table, exhibit));
    page.paragraph("Source", exhibit.text().foot());
    page.paragraph("Source", words.text("note.definition") + ": " + exhibit.definition());
  }

  private void draw(Chart chart, Exhibit exhibit) {
    page.picture(chart, exhibit.name().code() + ".png", ExhibitNotes.alternative(exhibit));
    figures++;
    page.caption("Caption", words.text("pack.figure"), figures, exhibit.text().title());
  }

  private void set(DataTable table, Exhibit exhibit) {
    tables++;
    page.caption("TableCaption", words.text("pack.table"), tables, table.caption());
    WordTable.set(page.document(), table, exhibit.sentence(), words.text("pack.cell.none"));
  }
}
