// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A chart as a file. The same chart gives the same bytes. */
public final class ChartFile {
  /** Dots per inch for print. */
  public static final int PRINT_RESOLUTION = 300;

  private static final double POINTS_PER_INCH = 72;
  private static final double INCHES_PER_METRE = 39.37007874;
  private static final String PNG_METADATA = "javax_imageio_png_1.0";

  private ChartFile() {}

  /** As SVG: text stays text, with the title and a description for a screen reader. */
  public static byte[] svg(Chart chart, ChartSize size, Locale language) {
    return SvgDocument.of(chart, size, language);
  }

  /**
   * As PNG.
   *
   * @param size the size on paper or screen
   * @param dotsPerInch 96 for a screen, 300 for print; the file says so too
   */
  public static byte[] png(Chart chart, ChartSize size, int dotsPerInch) {
    if (dotsPerInch < 1) {
      throw new IllegalArgumentException("Dots per inch are 1 or more, not " + dotsPerInch);
    }
    double scale = dotsPerInch / POINTS_PER_INCH;
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(size.width() * scale),
            (int) Math.round(size.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setPaint(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(scale, scale);
      chart.draw(graphics, size);
    } finally {
      graphics.dispose();
    }
    return write(image, dotsPerInch);
  }

  private static byte[] write(BufferedImage image, int dotsPerInch) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
      metadata.mergeTree(PNG_METADATA, resolution(dotsPerInch));
      writer.write(new IIOImage(image, null, metadata));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a picture in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode resolution(int dotsPerInch) {
    String perMetre = String.valueOf(Math.round(dotsPerInch * INCHES_PER_METRE));
    IIOMetadataNode pixels = new IIOMetadataNode("pHYs");
    pixels.setAttribute("pixelsPerUnitXAxis", perMetre);
    pixels.setAttribute("pixelsPerUnitYAxis", perMetre);
    pixels.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
    root.appendChild(pixels);
    return root;
  }
}
