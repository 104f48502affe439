// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Liberation Sans, the one typeface of charts and documents. It travels with the program, so that a
 * chart looks the same on every machine, also (with a {@link FontDescription}) on one that has no
 * font at all.
 */
public enum SansFont {
  REGULAR("/liberation/LiberationSans-Regular.ttf", Font.PLAIN),
  BOLD("/liberation/LiberationSans-Bold.ttf", Font.BOLD);

  /** What an SVG asks for: the same typeface, or one with the same widths. */
  static final String FAMILIES = "'Liberation Sans', Arial, Helvetica, sans-serif";

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

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

  /** How wide a text is in the size of text in charts, in points. */
  double width(String text) {
    return at(ChartStyle.TEXT_SIZE).getStringBounds(text, EXACT).getWidth();
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
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(file));
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font file is damaged", e);
    } catch (IOException | InternalError e) { // which of them depends on what Java finds
      throw new IllegalStateException(
          "Java cannot load any font; on a machine without fonts it needs the file that "
              + FontDescription.class.getName()
              + " describes, before anything is drawn",
          e);
    }
  }
}
