// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;

/**
 * Bars below each other from 0, each in the same parts. Parts differ in tone and in pattern, and
 * are named in a line above the bars.
 */
public final class StackChart {
  private static final double ROW = 19;
  private static final double ROW_OF_MANY = 14;
  private static final int MANY = 12;
  private static final double KEY = 22;
  private static final int MOST_PARTS = 3;

  /**
   * One bar.
   *
   * @param name of what
   * @param value in words, at its end
   * @param parts lengths, each 0 or more; none where there is nothing to draw
   */
  public record Row(String name, String value, List<Double> parts) {

    public Row {
      parts = List.copyOf(parts);
      if (parts.stream().anyMatch(part -> !(part >= 0))) {
        throw new IllegalArgumentException("Parts of " + name + " must be 0 or more: " + parts);
      }
    }

    private double length() {
      return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private StackChart() {}

  /**
   * A chart of the rows, in their order.
   *
   * @param parts names of the parts, from the one that touches 0
   * @throws IllegalArgumentException if no row has a length, or there are more than three parts
   */
  public static Chart of(
      List<Row> rows, List<String> parts, ChartText text, ChartData data, ChartStyle style) {
    double longest = rows.stream().mapToDouble(Row::length).max().orElse(0);
    if (!(longest > 0) || parts.size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          "A chart needs a bar, and at most %d parts, not %d".formatted(MOST_PARTS, parts.size()));
    }
    List<Row> all = List.copyOf(rows);
    List<String> names = List.copyOf(parts);
    return new Chart(
        text,
        data,
        style,
        all.size() * (all.size() < MANY ? ROW : ROW_OF_MANY) + KEY,
        () -> new StackPlot(all, names, scale(longest, style), style));
  }

  private static NumberAxis scale(double longest, ChartStyle style) {
    NumberAxis axis = new NumberAxis();
    ShareAxis.plain(axis, style);
    axis.setVisible(false);
    axis.setTickLabelsVisible(false);
    axis.setRange(0, longest);
    return axis;
  }

  /** The bars, with a line above them that says what their parts are. */
  private static final class StackPlot extends RowsPlot {
    private static final long serialVersionUID = 1L;
    private static final double SWATCH = 9;
    private static final double BAR = 0.62;
    private static final double STRIPES = 3.2;

    private final transient List<StackChart.Row> rows;
    private final transient List<String> parts;

    StackPlot(List<StackChart.Row> rows, List<String> parts, NumberAxis scale, ChartStyle style) {
      super(
          rows.stream()
              .map(row -> new Row(row.name(), row.value(), row.value(), !row.parts().isEmpty()))
              .toList(),
          scale,
          style,
          KEY);
      this.rows = rows;
      this.parts = parts;
    }

    @Override
    void drawTop(Graphics2D graphics, Rectangle2D area) {
      double middle = area.getMinY() - KEY / 2;
      double x = area.getMinX() - left();
      for (int part = 0; part < parts.size(); part++) {
        drawPart(graphics, part, new Rectangle2D.Double(x, middle - SWATCH / 2, SWATCH, SWATCH));
        x += SWATCH + 4;
        write(graphics, parts.get(part), SansFont.REGULAR, style().secondary(), x, middle);
        x += SansFont.REGULAR.width(parts.get(part)) + 12;
      }
    }

    @Override
    void drawRow(Graphics2D graphics, int number, Rectangle2D area, double middle, double height) {
      double from = 0;
      List<Double> lengths = rows.get(number).parts();
      for (int part = 0; part < lengths.size(); part++) {
        double to = from + lengths.get(part);
        double left = across(from, area);
        drawPart(
            graphics,
            part,
            new Rectangle2D.Double(
                left, middle - height * BAR / 2, across(to, area) - left, height * BAR));
        from = to;
      }
    }

    /** The first part is full, the second striped, the third empty but for its edge. */
    private void drawPart(Graphics2D graphics, int part, Rectangle2D bar) {
      if (bar.getWidth() <= 0) {
        return;
      }
      graphics.setPaint(
          part == 0 ? style().accent() : part == 1 ? style().accentTint() : style().tint());
      graphics.fill(bar);
      graphics.setStroke(new BasicStroke(0.7f));
      if (part == 1) {
        graphics.setPaint(style().accent());
        graphics.draw(stripes(bar));
      }
      if (part > 0) {
        graphics.setPaint(part == 1 ? style().accent() : style().mark());
        graphics.draw(bar);
      }
    }

    /** Lines that rise to the right, each cut at the edges of the bar. */
    private static Path2D stripes(Rectangle2D bar) {
      Path2D stripes = new Path2D.Double();
      double height = bar.getHeight();
      for (double x = STRIPES - height; x < bar.getWidth(); x += STRIPES) {
        double from = Math.max(0, -x);
        double to = Math.min(height, bar.getWidth() - x);
        stripes.moveTo(bar.getMinX() + x + from, bar.getMaxY() - from);
        stripes.lineTo(bar.getMinX() + x + to, bar.getMaxY() - to);
      }
      return stripes;
    }
  }
}
