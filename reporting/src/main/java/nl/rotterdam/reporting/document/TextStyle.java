// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.awt.Color;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.SansFont;

/**
 * How a text is set.
 *
 * @param font regular or bold
 * @param size in points
 * @param leading distance between two base lines, in points
 * @param colour of the letters
 */
record TextStyle(SansFont font, double size, double leading, Color colour) {
  static final TextStyle HEADLINE = bold(17, 21.5);
  static final TextStyle SECTION = bold(12.5, 16);
  static final TextStyle SUBSECTION = bold(10, 14);
  static final TextStyle BODY = regular(10, 14);
  static final TextStyle SMALL = regular(8.5, 11.5);
  static final TextStyle SMALL_BOLD = bold(8.5, 11.5);
  static final TextStyle QUIET = SMALL.in(ChartStyle.DEFAULT.secondary());

  static final TextStyle MARK = regular(6.5, 11.5);

  TextStyle in(Color other) {
    return new TextStyle(font, size, leading, other);
  }

  /** From the top of a line to its base line. */
  double ascent() {
    return leading / 2 + size * 0.35;
  }

  private static TextStyle regular(double size, double leading) {
    return new TextStyle(SansFont.REGULAR, size, leading, ChartStyle.DEFAULT.ink());
  }

  private static TextStyle bold(double size, double leading) {
    return new TextStyle(SansFont.BOLD, size, leading, ChartStyle.DEFAULT.ink());
  }
}
