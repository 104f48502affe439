// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartSize;

/**
 * The width that a picture gets; its height follows.
 *
 * @param points in points (1/72 inch), more than 0
 */
public record PictureWidth(double points) {
  /** As wide as the text of a page: 160 mm. */
  public static final PictureWidth PAGE = new PictureWidth(ChartSize.PAGE.width());

  /** Dots per inch for print. */
  public static final int PRINT_RESOLUTION = 300;

  private static final double RATIO = ChartSize.PAGE.height() / ChartSize.PAGE.width();
  private static final double POINTS_PER_PIXEL = 72.0 / 96;

  public PictureWidth {
    if (!(points > 0)) {
      throw new IllegalArgumentException("A picture is wider than 0 points, not " + points);
    }
  }

  /** As wide as so many pixels of a screen (96 per inch). */
  public static PictureWidth ofPixels(int pixels) {
    return new PictureWidth(pixels * POINTS_PER_PIXEL);
  }

  /** The size of this chart at this width. */
  public ChartSize of(Chart chart) {
    return new ChartSize(points, points * RATIO);
  }
}
