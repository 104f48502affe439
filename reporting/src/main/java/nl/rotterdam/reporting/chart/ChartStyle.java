// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Color;

/**
 * The colours of charts and documents. Every pair that must be told apart also differs in grey.
 *
 * @param ink text
 * @param secondary text of less weight
 * @param mark small marks that are not the subject; contrast with paper at least 3
 * @param line rules and grid lines
 * @param paper background
 * @param tint quiet background
 * @param accent the figure that the page is about
 * @param accentTint the area of its interval
 * @param attention what needs attention, never alone: a word or a mark says the same
 */
public record ChartStyle(
    Color ink,
    Color secondary,
    Color mark,
    Color line,
    Color paper,
    Color tint,
    Color accent,
    Color accentTint,
    Color attention) {

  /** The house colours. */
  public static final ChartStyle DEFAULT =
      new ChartStyle(
          new Color(0x1B262C),
          new Color(0x52606D),
          new Color(0x75828F),
          new Color(0xD5DBE1),
          Color.WHITE,
          new Color(0xF3F6F8),
          new Color(0x00646B),
          new Color(0xD3E5E6),
          new Color(0xB23A00));

  /** Size of a chart's title, in points. */
  public static final double TITLE_SIZE = 11;

  /** Size of all other text in a chart, in points; nothing is smaller. */
  public static final double TEXT_SIZE = 8.5;
}
