// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontMapper;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.rotterdam.reporting.chart.SansFont;

/** The typeface inside one PDF, for its text and for its charts. Embedded, as archives ask. */
final class PdfTypeface implements FontMapper {
  /** After a space, unless a bracket closes within a few characters and none opens before it. */
  private static final Pattern BREAK = Pattern.compile("(?<= )(?![^()]{1,15}\\))");

  private final BaseFont regular = embed(SansFont.REGULAR);
  private final BaseFont bold = embed(SansFont.BOLD);

  BaseFont font(SansFont font) {
    return font == SansFont.BOLD ? bold : regular;
  }

  double width(String text, TextStyle style) {
    return font(style.font()).getWidthPoint(text, (float) style.size());
  }

  /**
   * The text in lines that fit the width. A line keeps the space at its end, so that who extracts
   * the text finds the words apart. What stands in brackets, such as an interval, is kept together
   * if it is short; a word that is wider than the line is cut.
   */
  List<String> lines(String text, TextStyle style, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : BREAK.split(style.font().printable(text))) {
      if (!line.isEmpty() && width(line + word.stripTrailing(), style) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(word);
      while (width(line.toString().stripTrailing(), style) > width && line.length() > 1) {
        int fitting = fitting(line.toString(), style, width);
        lines.add(line.substring(0, fitting));
        line.delete(0, fitting);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private int fitting(String word, TextStyle style, double width) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (width(word.substring(0, next), style) > width) {
        break;
      }
      end = next;
    }
    return end;
  }

  @Override
  public BaseFont awtToPdf(Font font) {
    return font.isBold() ? bold : regular;
  }

  @Override
  public Font pdfToAwt(BaseFont font, int size) {
    return (font.equals(bold) ? SansFont.BOLD : SansFont.REGULAR).at(size);
  }

  private static BaseFont embed(SansFont font) {
    try {
      BaseFont embedded =
          BaseFont.createFont(
              font.name() + ".ttf",
              BaseFont.IDENTITY_H,
              BaseFont.EMBEDDED,
              BaseFont.NOT_CACHED,
              font.file(),
              null);
      embedded.setIncludeCidSet(false);
      embedded.setSecureRandom(new NoChance());
      return embedded;
    } catch (DocumentException e) {
      throw new IllegalStateException("The font cannot be embedded", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The font cannot be read from memory", e);
    }
  }

  /** Names the subset of a font the same each time: the same input is to give the same bytes. */
  private static final class NoChance extends SecureRandom {
    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
      java.util.Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public int nextInt(int bound) {
      return 0;
    }
  }
}
