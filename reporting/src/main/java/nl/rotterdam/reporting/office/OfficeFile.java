// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Words;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;

/** What every document and workbook says about itself, and how it becomes bytes. */
final class OfficeFile {
  private OfficeFile() {}

  /** The language in which the texts are written, with the country: {@code nl-NL}. */
  static String language(Words words) {
    return words.text("document.language");
  }

  /** The file; the edition's date stands for the time at which it was made. */
  static byte[] of(POIXMLDocument document, String title, Edition edition, Words words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      describe(document.getProperties().getCoreProperties(), title, edition, words);
      document.write(out);
      return StableZip.dated(out.toByteArray(), edition.date());
    } catch (IOException | InvalidFormatException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
  }

  private static void describe(
      CoreProperties properties, String title, Edition edition, Words words)
      throws InvalidFormatException {
    String made = edition.date() + "T00:00:00Z";
    properties.setTitle(title);
    properties.setCreator(edition.organisation());
    properties.setLastModifiedByUser(edition.organisation());
    properties.setCreated(made);
    properties.setModified(made);
    properties.getUnderlyingProperties().setLanguageProperty(language(words));
    if (edition.isConcept()) {
      properties.setContentStatus(ExhibitNotes.mark(edition, words));
    }
  }
}
