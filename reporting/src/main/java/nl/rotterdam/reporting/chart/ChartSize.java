// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

/**
 * How large a chart is drawn. Text keeps its size in points, whatever the width.
 *
 * @param width in points (1/72 inch), more than 0
 * @param height in points, more than 0
 */
public record ChartSize(double width, double height) {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;
  private static final double POINTS_PER_PIXEL = 72.0 / 96;

  /** As wide as the text of an A4 page. */
  public static final ChartSize PAGE = ofMillimetres(160, 90);

  /** Half as wide, for two beside each other. */
  public static final ChartSize HALF = ofMillimetres(78, 62);

  public ChartSize {
    if (!(width > 0 && height > 0)) {
      throw new IllegalArgumentException(
          "A chart needs a width and a height above 0, not " + width + " x " + height);
    }
  }

  /** A size on paper. */
  public static ChartSize ofMillimetres(double width, double height) {
    return new ChartSize(width * POINTS_PER_MILLIMETRE, height * POINTS_PER_MILLIMETRE);
  }

  /** A size on a screen with 96 pixels per inch. */
  public static ChartSize ofPixels(int width, int height) {
    return new ChartSize(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL);
  }
}
