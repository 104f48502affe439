// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Supplier;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A chart with the words around it, ready to be drawn in any size. It can be drawn as often as one
 * likes, also by several threads: every drawing starts from the values.
 */
public final class Chart {
  private static final double GAP = 5;

  private final ChartText text;
  private final ChartData data;
  private final ChartStyle style;
  private final Supplier<Plot> plot;

  Chart(ChartText text, ChartData data, ChartStyle style, Supplier<Plot> plot) {
    this.text = text;
    this.data = data;
    this.style = style;
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

  /** Draws title, subtitle, picture and foot, from (0, 0) of the graphics on, in points. */
  public void draw(Graphics2D graphics, ChartSize size) {
    JFreeChart chart = picture();
    chart.addSubtitle(title(text.title(), SansFont.BOLD, ChartStyle.TITLE_SIZE));
    chart.addSubtitle(title(text.subtitle(), SansFont.REGULAR, ChartStyle.TEXT_SIZE));
    TextTitle foot = title(text.foot(), SansFont.REGULAR, ChartStyle.TEXT_SIZE);
    foot.setPosition(RectangleEdge.BOTTOM);
    foot.setPadding(GAP, 0, 0, 0);
    chart.addSubtitle(foot);
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
