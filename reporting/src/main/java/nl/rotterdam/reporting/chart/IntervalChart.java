// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.List;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.figure.Figure;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Plot;

/**
 * Shares below each other, each as a dot on its 95% interval, with the share of before as a hollow
 * dot.
 */
public final class IntervalChart {
  private static final double ROW = 24;
  private static final double KEY = 20;
  private static final double AXIS = 18;
  private static final double DOT = 7;

  /**
   * One share.
   *
   * @param name of what
   * @param value the share and its interval in words, or why there is none
   * @param brief the share alone
   * @param current the share; may be without value
   * @param earlier the share of before; empty where there is none
   */
  public record Row(
      String name, String value, String brief, Figure current, OptionalDouble earlier) {}

  /**
   * What the dots are.
   *
   * @param current the filled ones
   * @param earlier the hollow ones; empty where there are none
   */
  public record Key(String current, String earlier) {}

  private IntervalChart() {}

  /**
   * A chart of the rows, in their order.
   *
   * @throws IllegalArgumentException if there is no row
   */
  public static Chart of(
      List<Row> rows,
      Key key,
      ChartText text,
      ChartData data,
      NumberFormat percentages,
      ChartStyle style) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("A chart without rows cannot be drawn");
    }
    List<Row> all = List.copyOf(rows);
    NumberFormat format = (NumberFormat) percentages.clone();
    return new Chart(
        text, data, style, all.size() * ROW + KEY + AXIS, () -> plot(all, key, format, style));
  }

  private static Plot plot(List<Row> rows, Key key, NumberFormat percentages, ChartStyle style) {
    NumberAxis scale = ShareAxis.upTo(highest(rows), percentages, style);
    return new IntervalPlot(rows, key, scale, percentages, style);
  }

  private static double highest(List<Row> rows) {
    return rows.stream()
        .mapToDouble(row -> Math.max(row.current().upper().orElse(0), row.earlier().orElse(0)))
        .max()
        .orElse(0);
  }

  /** Dots and intervals, with a line above them that says what the dots are. */
  private static final class IntervalPlot extends RowsPlot {
    private static final long serialVersionUID = 1L;
    private static final BasicStroke INTERVAL =
        new BasicStroke(5, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final transient List<IntervalChart.Row> rows;
    private final transient Key key;
    private final NumberAxis scale;
    private final NumberFormat percentages;

    IntervalPlot(
        List<IntervalChart.Row> rows,
        Key key,
        NumberAxis scale,
        NumberFormat percentages,
        ChartStyle style) {
      super(
          rows.stream()
              .map(
                  row ->
                      new Row(
                          row.name(), row.value(), row.brief(), row.current().value().isPresent()))
              .toList(),
          scale,
          style,
          KEY);
      this.rows = rows;
      this.key = key;
      this.scale = scale;
      this.percentages = percentages;
    }

    @Override
    void fit(double width) {
      ShareAxis.thin(scale, percentages, width);
    }

    @Override
    void drawTop(Graphics2D graphics, Rectangle2D area) {
      double middle = area.getMinY() - KEY / 2;
      double x = area.getMinX() - left();
      drawInterval(graphics, x, x + 3 * DOT, middle);
      drawDot(graphics, x + 1.5 * DOT, middle);
      x += 3 * DOT + 4;
      write(graphics, key.current(), SansFont.REGULAR, style().secondary(), x, middle);
      if (!key.earlier().isEmpty()) {
        x += SansFont.REGULAR.width(key.current()) + 16;
        drawHollow(graphics, x, middle);
        write(graphics, key.earlier(), SansFont.REGULAR, style().secondary(), x + DOT, middle);
      }
    }

    @Override
    void drawRow(Graphics2D graphics, int number, Rectangle2D area, double middle, double height) {
      IntervalChart.Row row = rows.get(number);
      Figure current = row.current();
      if (current.lower().isPresent() && current.upper().isPresent()) {
        drawInterval(
            graphics,
            across(current.lower().getAsDouble(), area),
            across(current.upper().getAsDouble(), area),
            middle);
      }
      row.earlier().ifPresent(share -> drawHollow(graphics, across(share, area), middle));
      current.value().ifPresent(share -> drawDot(graphics, across(share, area), middle));
    }

    private void drawInterval(Graphics2D graphics, double from, double to, double middle) {
      graphics.setPaint(style().accentTint());
      graphics.setStroke(INTERVAL);
      graphics.draw(new Line2D.Double(from, middle, to, middle));
    }

    private void drawDot(Graphics2D graphics, double x, double middle) {
      graphics.setPaint(style().accent());
      graphics.fill(circle(x, middle));
    }

    private void drawHollow(Graphics2D graphics, double x, double middle) {
      graphics.setPaint(style().paper());
      graphics.fill(circle(x, middle));
      graphics.setPaint(style().secondary());
      graphics.setStroke(new BasicStroke(1.2f));
      graphics.draw(circle(x, middle));
    }

    private static Ellipse2D circle(double x, double middle) {
      return new Ellipse2D.Double(x - DOT / 2, middle - DOT / 2, DOT, DOT);
    }
  }
}
