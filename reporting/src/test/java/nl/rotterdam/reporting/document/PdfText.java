// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The structure tree of a PDF as a screen reader walks it: role, attributes and children. */
final class PdfText {

  /** One element: its role, its own dictionary, and the elements in it. */
  record Node(String role, PdfDictionary dictionary, List<Node> children) {

    /** This element and all below it with the role, in reading order. */
    List<Node> all(String wanted) {
      List<Node> found = new ArrayList<>();
      if (role.equals(wanted)) {
        found.add(this);
      }
      children.forEach(child -> found.addAll(child.all(wanted)));
      return found;
    }

    /** The value of a name in the element's attributes; empty where it has none. */
    String attribute(String name) {
      PdfDictionary attributes = dictionary.getAsDict(PdfName.A);
      PdfObject value = attributes == null ? null : attributes.get(new PdfName(name));
      return value == null ? "" : value.toString();
    }

    boolean hasBox() {
      PdfDictionary attributes = dictionary.getAsDict(PdfName.A);
      PdfArray box = attributes == null ? null : attributes.getAsArray(PdfName.BBOX);
      return box != null && box.size() == 4;
    }
  }

  private PdfText() {}

  /** The text of the pages without artifacts, in the order in which it is drawn. */
  static String read(byte[] pdf) {
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfTextExtractor extractor = new PdfTextExtractor(reader);
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(extractor.getTextFromPage(page)).append(' ');
      }
      return text.toString().replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int pages(byte[] pdf) {
    try (PdfReader reader = new PdfReader(pdf)) {
      return reader.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of one page. */
  static String page(byte[] pdf, int page) {
    try (PdfReader reader = new PdfReader(pdf)) {
      return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of one page with what a screen reader passes over. */
  static String seen(byte[] pdf, int page) {
    try (PdfReader reader = new PdfReader(pdf)) {
      String content = new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
      reader.setPageContent(
          page, content.replace("/Artifact ", "/Shown ").getBytes(StandardCharsets.ISO_8859_1));
      return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The addresses to which the document leads. */
  static List<String> links(byte[] pdf) {
    try (PdfReader reader = new PdfReader(pdf)) {
      List<String> addresses = new ArrayList<>();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        PdfArray annotations = reader.getPageN(page).getAsArray(PdfName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
          addresses.add(
              annotations.getAsDict(i).getAsDict(PdfName.A).getAsString(PdfName.URI).toString());
        }
      }
      return addresses;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of artifacts on a page. */
  static int artifacts(byte[] pdf, int page) {
    try (PdfReader reader = new PdfReader(pdf)) {
      return count(
          new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1), "/Artifact ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often a word stands on a page. */
  static int occurrences(byte[] pdf, int page, String word) {
    try (PdfReader reader = new PdfReader(pdf)) {
      return count(new PdfTextExtractor(reader).getTextFromPage(page), word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int count(String text, String wanted) {
    return text.split(Pattern.quote(wanted), -1).length - 1;
  }

  static Node tree(byte[] pdf) {
    try (PdfReader reader = new PdfReader(pdf)) {
      PdfDictionary root = reader.getCatalog().getAsDict(new PdfName("StructTreeRoot"));
      return node("root", root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Node node(String role, PdfDictionary dictionary) {
    List<Node> children = new ArrayList<>();
    PdfObject kids = PdfReader.getPdfObject(dictionary.get(PdfName.K));
    List<PdfObject> all = new ArrayList<>();
    if (kids instanceof PdfArray array) {
      all.addAll(array.getElements());
    } else if (kids != null) {
      all.add(kids);
    }
    for (PdfObject kid : all) {
      PdfObject object = PdfReader.getPdfObject(kid);
      if (object instanceof PdfNumber || object instanceof PRStream) {
        continue;
      }
      PdfDictionary child = (PdfDictionary) object;
      if (child.contains(PdfName.S)) {
        children.add(node(child.getAsName(PdfName.S).toString().substring(1), child));
      }
    }
    return new Node(role, dictionary, children);
  }
}
