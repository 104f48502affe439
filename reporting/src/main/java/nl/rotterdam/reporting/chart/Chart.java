// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Supplier;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;

/**
 * A chart with the words around it, ready to be drawn in any size. It can be drawn as often as one
 * likes, also by several threads: every drawing starts from the values.
 */
public final class Chart {
  private static final double GAP = 5;
  private static final double TALL = 10_000;
  private static final BufferedImage MEASURE = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

  private final ChartText text;
  private final ChartData data;
  private final ChartStyle style;
  private final double height;
  private final double leastWidth;
  private final Supplier<Plot> plot;

  /**
   * @param height that the picture needs to be read well, in points, whatever its width
   */
  Chart(ChartText text, ChartData data, ChartStyle style, double height, Supplier<Plot> plot) {
    this(text, data, style, height, ChartSize.HALF.width(), plot);
  }

  /**
   * @param height that the picture needs to be read well, in points, whatever its width
   * @param leastWidth at which it can still be read, in points
   */
  Chart(
      ChartText text,
      ChartData data,
      ChartStyle style,
      double height,
      double leastWidth,
      Supplier<Plot> plot) {
    this.leastWidth = leastWidth;
    this.text = text;
    this.data = data;
    this.style = style;
    this.height = height;
    this.plot = plot;
  }

  /** The words around the chart and in its place. */
  public ChartText text() {
    return text;
  }

  /** The numbers that are drawn. */
  public ChartData data() {
    return data;
  }

  /** Height that the picture alone needs to be read well, in points. */
  public double pictureHeight() {
    return height;
  }

  /** The least width at which it can be read, in points. */
  public double leastWidth() {
    return leastWidth;
  }

  /**
   * The size of picture and words together, so that the picture keeps its height however many lines
   * the words take.
   *
   * @param width in points, more than 0
   */
  public ChartSize size(double width) {
    Graphics2D graphics = MEASURE.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      RectangleConstraint column = new RectangleConstraint(new Range(0, width), new Range(0, TALL));
      double words =
          titles().stream().mapToDouble(title -> title.arrange(graphics, column).getHeight()).sum();
      return new ChartSize(width, height + words);
    } finally {
      graphics.dispose();
    }
  }

  /** Draws title, subtitle, picture and foot, from (0, 0) of the graphics on, in points. */
  public void draw(Graphics2D graphics, ChartSize size) {
    JFreeChart chart = picture();
    titles().forEach(chart::addSubtitle);
    draw(chart, graphics, size);
  }

  /** Draws the picture alone, for a page that sets title, subtitle and foot as its own text. */
  public void drawPicture(Graphics2D graphics, ChartSize size) {
    draw(picture(), graphics, size);
  }

  private JFreeChart picture() {
    JFreeChart chart = new JFreeChart(null, null, plot.get(), false);
    chart.setBackgroundPaint(style.paper());
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setBorderVisible(false);
    return chart;
  }

  /** Title and subtitle above the picture, source and date below it. */
  private List<TextTitle> titles() {
    TextTitle foot = title(text.foot(), SansFont.REGULAR, ChartStyle.TEXT_SIZE);
    foot.setPosition(RectangleEdge.BOTTOM);
    foot.setPadding(GAP, 0, 0, 0);
    return List.of(
        title(text.title(), SansFont.BOLD, ChartStyle.TITLE_SIZE),
        title(text.subtitle(), SansFont.REGULAR, ChartStyle.TEXT_SIZE),
        foot);
  }

  private TextTitle title(String words, SansFont font, double size) {
    TextTitle title = new TextTitle(words, font.at(size));
    title.setPaint(font == SansFont.BOLD ? style.ink() : style.secondary());
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(0, 0, GAP, 0);
    return title;
  }

  private static void draw(JFreeChart chart, Graphics2D graphics, ChartSize size) {
    chart.draw(
        graphics,
        new Rectangle2D.Double(0, 0, size.width(), size.height()),
        new ChartRenderingInfo());
  }
}
