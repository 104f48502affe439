// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A plot whose lines carry their labels at their right end, in a margin as wide as the labels, and
 * whose gaps say why they are there.
 */
final class LabelledPlot extends XYPlot {
  private static final long serialVersionUID = 1L;
  private static final double LINE_HEIGHT = ChartStyle.TEXT_SIZE * 1.3;
  private static final double TO_LABEL = 9;
  private static final double TO_BASELINE = ChartStyle.TEXT_SIZE * 0.35;

  private final transient ChartStyle style;
  private final transient List<LineLabel> labels;
  private final transient List<TrendDataset.Gap> gaps;
  private final String gapText;

  LabelledPlot(
      ChartStyle style, List<LineLabel> labels, List<TrendDataset.Gap> gaps, String gapText) {
    this.style = style;
    this.labels = labels;
    this.gaps = gaps;
    this.gapText = gapText;
    double widest =
        labels.stream().mapToDouble(label -> label.font().width(label.text())).max().orElse(0);
    setInsets(new RectangleInsets(ChartStyle.TEXT_SIZE, 0, 0, widest + TO_LABEL + 1));
  }

  @Override
  public void draw(
      Graphics2D graphics,
      Rectangle2D area,
      Point2D anchor,
      PlotState parent,
      PlotRenderingInfo info) {
    super.draw(graphics, area, anchor, parent, info);
    drawLabels(graphics, info.getDataArea());
    gaps.forEach(gap -> drawGap(graphics, info.getDataArea(), gap));
  }

  private void drawLabels(Graphics2D graphics, Rectangle2D area) {
    List<Double> wishes = labels.stream().map(label -> height(label.value(), area)).toList();
    List<Double> heights =
        LineLabel.spread(wishes, LINE_HEIGHT, area.getMinY(), area.getMaxY() - LINE_HEIGHT / 2);
    graphics.setStroke(new BasicStroke(0.5f));
    for (int i = 0; i < labels.size(); i++) {
      LineLabel label = labels.get(i);
      graphics.setPaint(style.mark());
      graphics.draw(
          new Line2D.Double(
              area.getMaxX() + 1, wishes.get(i), area.getMaxX() + TO_LABEL - 2, heights.get(i)));
      graphics.setPaint(label.colour());
      graphics.setFont(label.font().at(ChartStyle.TEXT_SIZE));
      graphics.drawString(
          label.text(),
          (float) (area.getMaxX() + TO_LABEL),
          (float) (heights.get(i) + TO_BASELINE));
    }
  }

  private double height(double value, Rectangle2D area) {
    return getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
  }

  private void drawGap(Graphics2D graphics, Rectangle2D area, TrendDataset.Gap gap) {
    double from = across(TrendDataset.position(gap.first()) - 1, area);
    double to = across(TrendDataset.position(gap.last()) + 1, area);
    double width = SansFont.REGULAR.width(gapText);
    double left =
        Math.max(area.getMinX(), Math.min((from + to - width) / 2, area.getMaxX() - width));
    double base = area.getMaxY() - LINE_HEIGHT / 2;
    graphics.setPaint(style.paper());
    graphics.fill(
        new Rectangle2D.Double(left - 2, base - ChartStyle.TEXT_SIZE, width + 4, LINE_HEIGHT));
    graphics.setPaint(style.secondary());
    graphics.setFont(SansFont.REGULAR.at(ChartStyle.TEXT_SIZE));
    graphics.drawString(gapText, (float) left, (float) base);
  }

  private double across(double position, Rectangle2D area) {
    return getDomainAxis().valueToJava2D(position, area, RectangleEdge.BOTTOM);
  }
}
