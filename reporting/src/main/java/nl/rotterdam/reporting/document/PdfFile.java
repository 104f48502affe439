// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;

/**
 * The file around the pages: PDF 1.7, set up as PDF/UA-1 and PDF/A-2a ask. Nothing in it depends on
 * the clock or on chance.
 */
final class PdfFile {
  static final Rectangle PAGE = PageSize.A4;

  /** By this name the library knows that the colours are described for an archive. */
  private static final String ARCHIVE = "PDFA/1";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Document document = new Document(PAGE, 0, 0, 0, 0);
  private final PdfWriter writer;

  PdfFile(PdfInfo info) {
    try {
      writer = PdfWriter.getInstance(document, bytes);
      writer.setPdfVersion(PdfWriter.VERSION_1_7);
      writer.setTagged();
      writer.setTabs(PdfName.S);
      writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
      document.addTitle(info.title());
      document.addAuthor(info.author());
      document.addSubject(info.subject());
      document.open();
      describe(info);
    } catch (DocumentException e) {
      throw new IllegalStateException("The document cannot be opened", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The document cannot be written in memory", e);
    }
  }

  PdfWriter writer() {
    return writer;
  }

  void newPage() {
    document.newPage();
  }

  byte[] close() {
    document.close();
    return bytes.toByteArray();
  }

  private void describe(PdfInfo info) throws IOException {
    PdfDictionary dictionary = writer.getInfo();
    byte[] identifier = identifier(info);
    PdfDate made = new PdfDate(GregorianCalendar.from(info.date().atStartOfDay(ZoneOffset.UTC)));
    dictionary.put(PdfName.CREATIONDATE, made);
    dictionary.put(PdfName.MODDATE, made);
    dictionary.put(PdfName.FILEID, PdfEncryption.createInfoId(identifier, identifier));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(info.language().toLanguageTag()));
    writer.setOutputIntents(
        "sRGB IEC61966-2.1",
        ARCHIVE,
        "",
        "sRGB IEC61966-2.1",
        ICC_Profile.getInstance(ColorSpace.CS_sRGB));
    String producer = ((PdfString) dictionary.get(PdfName.PRODUCER)).toUnicodeString();
    writer.setXmpMetadata(Xmp.of(info, producer));
  }

  private static byte[] identifier(PdfInfo info) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(info.toString().getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java has no SHA-256", e);
    }
  }
}
