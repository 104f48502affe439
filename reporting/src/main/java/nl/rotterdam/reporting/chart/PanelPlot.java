// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.G2TextMeasurer;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.text.TextUtils;

/** A small plot under a heading of two lines: its name and its value. */
final class PanelPlot extends XYPlot {
  private static final long serialVersionUID = 1L;
  private static final double LINE = ChartStyle.TEXT_SIZE * 1.35;

  /** Height that the heading takes above the plot, in points. */
  static final double HEADING = 2 * LINE + 6;

  private final transient PanelChart.Panel panel;
  private final transient ChartStyle style;

  PanelPlot(PanelChart.Panel panel, ChartStyle style) {
    this.panel = panel;
    this.style = style;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      Rectangle2D area,
      Point2D anchor,
      PlotState parent,
      PlotRenderingInfo info) {
    super.draw(graphics, area, anchor, parent, info);
    Rectangle2D plot = info.getDataArea();
    boolean hasValue = panel.missing().isEmpty();
    float left = (float) plot.getMinX();
    float base = (float) (plot.getMinY() - 8);
    graphics.setPaint(style.ink());
    graphics.setFont(SansFont.BOLD.at(ChartStyle.TEXT_SIZE));
    graphics.drawString(panel.name(), left, (float) (base - LINE));
    graphics.setPaint(hasValue ? style.accent() : style.secondary());
    graphics.setFont((hasValue ? SansFont.BOLD : SansFont.REGULAR).at(ChartStyle.TEXT_SIZE));
    graphics.drawString(panel.value(), left, base);
    drawMissing(graphics, plot);
  }

  /** In the half of the panel that the line of all groups leaves free. */
  private void drawMissing(Graphics2D graphics, Rectangle2D plot) {
    if (panel.missing().isEmpty()) {
      return;
    }
    double lastOfAll = getDataset(1).getSeriesCount() == 0 ? 0 : lastValue();
    boolean upperHalfIsFree = lastOfAll < getRangeAxis().getUpperBound() / 2;
    TextUtils.createTextBlock(
            panel.missing(),
            SansFont.REGULAR.at(ChartStyle.TEXT_SIZE),
            style.secondary(),
            (float) plot.getWidth() - 6,
            new G2TextMeasurer(graphics))
        .draw(
            graphics,
            (float) plot.getMinX() + 3,
            (float) (plot.getMinY() + plot.getHeight() * (upperHalfIsFree ? 0.1 : 0.55)),
            TextBlockAnchor.TOP_LEFT);
  }

  private double lastValue() {
    int run = getDataset(1).getSeriesCount() - 1;
    return getDataset(1).getYValue(run, getDataset(1).getItemCount(run) - 1);
  }
}
