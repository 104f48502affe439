// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Rows below each other on one level scale: at the left the name, at the right the value in words.
 * What stands between them is drawn by who extends this.
 */
abstract class RowsPlot extends XYPlot {
  private static final long serialVersionUID = 1L;
  private static final double TO_BASELINE = ChartStyle.TEXT_SIZE * 0.35;
  private static final double WIDEST_NAME = 130;
  private static final double GAP = 8;
  private static final double LEAST_SCALE = 120;

  /**
   * A row.
   *
   * @param name who or what it is
   * @param value in words, at its end
   * @param brief the same where there is little room
   * @param accent whether the value is a figure, and so in the accent colour
   */
  record Row(String name, String value, String brief, boolean accent) {}

  private final transient ChartStyle style;
  private final transient List<Row> names;
  private final double top;

  /**
   * @param top room above the first row, in points
   */
  RowsPlot(List<Row> rows, NumberAxis scale, ChartStyle style, double top) {
    super(null, scale, hidden(style), null);
    this.style = style;
    this.top = top;
    this.names =
        rows.stream()
            .map(row -> new Row(fitting(row.name()), row.value(), row.brief(), row.accent()))
            .toList();
    TrendChart.plain(this, style);
    setRangeGridlinesVisible(false);
    setDomainGridlinesVisible(scale.isTickLabelsVisible());
    setDomainGridlinePaint(style.line());
    setDomainGridlineStroke(TrendChart.THIN);
  }

  /** Draws what stands in one row, around its middle. */
  abstract void drawRow(
      Graphics2D graphics, int row, Rectangle2D area, double middle, double height);

  /** Draws what stands above the first row. */
  void drawTop(Graphics2D graphics, Rectangle2D area) {}

  ChartStyle style() {
    return style;
  }

  /** Makes the scale fit the width that is left for it. */
  void fit(double width) {}

  /** How far the scale is from the left edge, in points. */
  double left() {
    return getInsets().getLeft();
  }

  /** Where a value stands on the scale. */
  double across(double value, Rectangle2D area) {
    return getDomainAxis().valueToJava2D(value, area, RectangleEdge.BOTTOM);
  }

  void write(
      Graphics2D graphics, String text, SansFont font, Color colour, double x, double middle) {
    graphics.setPaint(colour);
    graphics.setFont(font.at(ChartStyle.TEXT_SIZE));
    graphics.drawString(text, (float) x, (float) (middle + TO_BASELINE));
  }

  @Override
  public void draw(
      Graphics2D graphics,
      Rectangle2D area,
      Point2D anchor,
      PlotState parent,
      PlotRenderingInfo info) {
    double left = widest(Row::name, SansFont.REGULAR);
    double whole = widest(Row::value, SansFont.BOLD);
    boolean narrow = area.getWidth() - left - whole < LEAST_SCALE;
    double right = narrow ? widest(Row::brief, SansFont.BOLD) : whole;
    setInsets(new RectangleInsets(top, left + GAP, 0, right + GAP));
    fit(area.getWidth() - left - right - 2 * GAP);
    super.draw(graphics, area, anchor, parent, info);
    Rectangle2D inner = info.getDataArea();
    drawTop(graphics, inner);
    double height = inner.getHeight() / names.size();
    for (int i = 0; i < names.size(); i++) {
      Row row = names.get(i);
      double middle = inner.getMinY() + (i + 0.5) * height;
      double name = inner.getMinX() - GAP - SansFont.REGULAR.width(row.name());
      write(graphics, row.name(), SansFont.REGULAR, style.ink(), name, middle);
      drawRow(graphics, i, inner, middle, height);
      write(
          graphics,
          narrow ? row.brief() : row.value(),
          row.accent() ? SansFont.BOLD : SansFont.REGULAR,
          row.accent() ? style.ink() : style.secondary(),
          inner.getMaxX() + GAP,
          middle);
    }
  }

  private static NumberAxis hidden(ChartStyle style) {
    NumberAxis axis = new NumberAxis();
    ShareAxis.plain(axis, style);
    axis.setVisible(false);
    return axis;
  }

  private double widest(Function<Row, String> text, SansFont font) {
    return names.stream().map(text).mapToDouble(font::width).max().orElse(0);
  }

  /** A name that is too long for its column is cut, and shows it. */
  private static String fitting(String name) {
    String printable = SansFont.REGULAR.printable(name);
    if (SansFont.REGULAR.width(printable) <= WIDEST_NAME) {
      return printable;
    }
    int end = printable.length();
    while (SansFont.REGULAR.width(printable.substring(0, end) + "…") > WIDEST_NAME) {
      end--;
    }
    return printable.substring(0, end).stripTrailing() + "…";
  }
}
