// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Liberation Sans, the one typeface of charts and documents. It travels with the program, so that a
 * chart looks the same on every machine, also on one that has no font at all.
 */
public enum SansFont {
  REGULAR("/liberation/LiberationSans-Regular.ttf", Font.PLAIN),
  BOLD("/liberation/LiberationSans-Bold.ttf", Font.BOLD);

  /** What an SVG asks for: the same typeface, or one with the same widths. */
  static final String FAMILIES = "'Liberation Sans', Arial, Helvetica, sans-serif";

  /**
   * Java reads this before it draws its first text. On a machine without fonts it finds nothing and
   * refuses every font, our own too; a description that names one font, which need not be there, is
   * enough to make it start.
   */
  private static final String FONT_DESCRIPTION_PROPERTY = "sun.awt.fontconfig";

  private static final String FONT_DESCRIPTION =
      """
      version=1
      allfonts.latin-1=Liberation Sans
      sequence.allfonts=latin-1
      filename.Liberation_Sans=LiberationSans-Regular.ttf
      """;

  private final byte[] file;
  private final Font font;

  SansFont(String resource, int weight) {
    file = read(resource);
    // a file of bold letters counts as plain to Java until it is told
    font = load(file).deriveFont(weight);
  }

  /** The font in this size, in points of the picture. */
  public Font at(double size) {
    return font.deriveFont((float) size);
  }

  /** The TrueType file itself. */
  public byte[] file() {
    return file.clone();
  }

  /**
   * The text with a question mark for each character that the font does not have, and a space for
   * each that is not printed, such as a line end.
   */
  public String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .map(c -> font.canDisplay(c) && Character.isBmpCodePoint(c) ? c : '?')
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private static byte[] read(String resource) {
    try (InputStream in = SansFont.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The font " + resource + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the font " + resource, e);
    }
  }

  private static Font load(byte[] file) {
    try {
      return create(file);
    } catch (IOException | InternalError e) { // which of them depends on what Java finds
      if (System.getProperty(FONT_DESCRIPTION_PROPERTY) != null) {
        throw new IllegalStateException("Java cannot load fonts", e);
      }
      return loadWithoutSystemFonts(file);
    }
  }

  private static Font loadWithoutSystemFonts(byte[] file) {
    try {
      Path description = Files.createTempFile("fonts", ".properties");
      try {
        Files.writeString(description, FONT_DESCRIPTION);
        System.setProperty(FONT_DESCRIPTION_PROPERTY, description.toString());
        return create(file);
      } finally {
        Files.delete(description);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Java cannot load fonts, and the system has none", e);
    }
  }

  private static Font create(byte[] file) throws IOException {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font file is damaged", e);
    }
  }
}
