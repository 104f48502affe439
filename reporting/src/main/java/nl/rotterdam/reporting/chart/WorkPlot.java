// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** One of two plots above each other, with its name above it and values at its marks. */
final class WorkPlot extends XYPlot {
  private static final long serialVersionUID = 1L;
  private static final double TO_BASELINE = ChartStyle.TEXT_SIZE * 0.35;
  private static final double LINE = ChartStyle.TEXT_SIZE * 1.3;
  private static final double BESIDE = 6;
  private static final double ABOVE = 5;

  /** Height that the name takes above the plot, in points. */
  static final double HEADING = 2.6 * LINE;

  /** Height that a value above the highest mark takes where there is no name, in points. */
  static final double TOP = 1.2 * LINE;

  /**
   * A value that is written out.
   *
   * @param position on the time axis
   * @param value on the value axis
   * @param above whether it stands above its mark; else right of the plot
   * @param accent whether it is a figure of the subject
   */
  record Mark(double position, double value, String text, boolean above, boolean accent) {}

  private final transient List<Mark> marks;
  private final transient List<Double> gaps;
  private final transient ChartStyle style;
  private final String name;
  private final String missing;

  WorkPlot(String name, List<Mark> marks, List<Double> gaps, String missing, ChartStyle style) {
    this.name = name;
    this.marks = List.copyOf(marks);
    this.gaps = List.copyOf(gaps);
    this.missing = missing;
    this.style = style;
  }

  /** Room that the values right of the plot need. */
  static double widestBeside(List<Mark> marks) {
    return marks.stream()
        .filter(mark -> !mark.above())
        .mapToDouble(mark -> SansFont.BOLD.width(mark.text()) + BESIDE + 1)
        .max()
        .orElse(1);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      Rectangle2D area,
      Point2D anchor,
      PlotState parent,
      PlotRenderingInfo info) {
    super.draw(graphics, area, anchor, parent, info);
    Rectangle2D inner = info.getDataArea();
    graphics.setPaint(style.ink());
    graphics.setFont(SansFont.BOLD.at(ChartStyle.TEXT_SIZE));
    graphics.drawString(name, (float) inner.getMinX(), (float) (inner.getMinY() - 1.4 * LINE));
    drawBeside(graphics, inner);
    thatFit(inner).forEach(mark -> drawAbove(graphics, inner, mark));
    if (!gaps.isEmpty()) {
      drawMissing(graphics, inner);
    }
  }

  /** The values above their marks; only the last where they would touch each other. */
  private List<Mark> thatFit(Rectangle2D inner) {
    List<Mark> above = marks.stream().filter(Mark::above).toList();
    double room = inner.getWidth() / getDomainAxis().getRange().getLength();
    boolean fit = above.stream().allMatch(mark -> font(mark).width(mark.text()) + 2 < room);
    return fit ? above : above.subList(above.size() - 1, above.size());
  }

  private void drawBeside(Graphics2D graphics, Rectangle2D inner) {
    List<Mark> beside = marks.stream().filter(mark -> !mark.above()).toList();
    List<Double> heights =
        LineLabel.spread(
            beside.stream().map(mark -> height(mark.value(), inner)).toList(),
            LINE,
            inner.getMinY(),
            inner.getMaxY() - LINE / 2);
    for (int i = 0; i < beside.size(); i++) {
      Mark mark = beside.get(i);
      write(graphics, mark, inner.getMaxX() + BESIDE, heights.get(i) + TO_BASELINE);
    }
  }

  private void drawAbove(Graphics2D graphics, Rectangle2D inner, Mark mark) {
    double middle = getDomainAxis().valueToJava2D(mark.position(), inner, RectangleEdge.BOTTOM);
    double width = font(mark).width(mark.text());
    write(graphics, mark, middle - width / 2, height(mark.value(), inner) - ABOVE);
  }

  private void write(Graphics2D graphics, Mark mark, double x, double base) {
    graphics.setPaint(mark.accent() ? style.accent() : style.ink());
    graphics.setFont(font(mark).at(ChartStyle.TEXT_SIZE));
    graphics.drawString(mark.text(), (float) x, (float) base);
  }

  private static SansFont font(Mark mark) {
    return mark.accent() ? SansFont.BOLD : SansFont.REGULAR;
  }

  /** Once, over the middle of the gaps: each by itself may be too narrow for words. */
  private void drawMissing(Graphics2D graphics, Rectangle2D inner) {
    double width = SansFont.REGULAR.width(missing);
    double middle =
        getDomainAxis()
            .valueToJava2D(
                (gaps.get(0) + gaps.get(gaps.size() - 1)) / 2, inner, RectangleEdge.BOTTOM);
    double left = Math.max(inner.getMinX(), Math.min(middle - width / 2, inner.getMaxX() - width));
    graphics.setPaint(style.secondary());
    graphics.setFont(SansFont.REGULAR.at(ChartStyle.TEXT_SIZE));
    graphics.drawString(missing, (float) left, (float) (inner.getMaxY() - LINE / 2));
  }

  private double height(double value, Rectangle2D inner) {
    return getRangeAxis().valueToJava2D(value, inner, RectangleEdge.LEFT);
  }
}
