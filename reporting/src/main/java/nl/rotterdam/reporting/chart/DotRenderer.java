// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * The points of a series as small dots: one path of lines without length and with round ends, as
 * each shape of its own would take more time and room in a file than all dots together.
 */
final class DotRenderer extends AbstractXYItemRenderer {
  private static final long serialVersionUID = 1L;

  private final transient Stroke dot;

  DotRenderer(double diameter) {
    this.dot = new BasicStroke((float) diameter, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  @Override
  public void drawItem(
      Graphics2D graphics,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis domain,
      ValueAxis range,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    if (item > state.getFirstItemIndex()) {
      return;
    }
    Path2D dots = new Path2D.Double();
    for (int i = state.getFirstItemIndex(); i <= state.getLastItemIndex(); i++) {
      double x = domain.valueToJava2D(dataset.getXValue(series, i), area, plot.getDomainAxisEdge());
      double y = range.valueToJava2D(dataset.getYValue(series, i), area, plot.getRangeAxisEdge());
      dots.moveTo(x, y);
      dots.lineTo(x, y);
    }
    graphics.setPaint(getItemPaint(series, item));
    graphics.setStroke(dot);
    graphics.draw(dots);
  }
}
