// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import nl.rotterdam.reporting.chart.ChartSize;

/** How large a picture is for the width it gets. */
public final class PictureSize {
  /** Dots per inch for print. */
  public static final int PRINT_RESOLUTION = 300;

  private static final double RATIO = ChartSize.PAGE.height() / ChartSize.PAGE.width();
  private static final double POINTS_PER_PIXEL = 72.0 / 96;

  private PictureSize() {}

  /** As wide as the text of a page: 160 mm. */
  public static ChartSize page() {
    return ofWidth(ChartSize.PAGE.width());
  }

  /**
   * As wide as so many pixels of a screen (96 per inch).
   *
   * @throws IllegalArgumentException if that is less than 1
   */
  public static ChartSize ofPixels(int width) {
    return ofWidth(width * POINTS_PER_PIXEL);
  }

  private static ChartSize ofWidth(double points) {
    return new ChartSize(points, points * RATIO);
  }
}
