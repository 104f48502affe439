// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;

/**
 * The municipality's own work over time, as it is drawn: how much there was, and what part of it
 * went well.
 *
 * @param points one per month or one per year, in order
 */
public record WorkSeries(List<Point> points) {

  /**
   * A month or a year.
   *
   * @param name of the year, as it stands at the axis; of no use for a month
   * @param period a month or a year
   * @param number how much work there was
   * @param share what part of it went well, 0..1; without value where that is not known
   */
  public record Point(String name, Period period, Figure number, Figure share) {

    /** Where it stands on the time axis. */
    double position() {
      return period.kind() == Period.Kind.YEAR
          ? period.first().getYear()
          : TrendDataset.position(period.first());
    }
  }

  public WorkSeries {
    points = List.copyOf(points);
    Period.Kind kind = points.isEmpty() ? Period.Kind.MONTH : points.get(0).period().kind();
    if (kind == Period.Kind.WINDOW
        || points.stream().anyMatch(point -> point.period().kind() != kind)) {
      throw new IllegalArgumentException("A series of work has months only, or years only");
    }
  }

  boolean isByYear() {
    return points.stream().anyMatch(point -> point.period().kind() == Period.Kind.YEAR);
  }

  boolean hasShares() {
    return points.stream().anyMatch(point -> point.share().value().isPresent());
  }

  /** Whether there is anything to draw. */
  public boolean hasValues() {
    return points.stream().anyMatch(point -> point.number().value().orElse(0) > 0);
  }

  double highest() {
    return points.stream().mapToDouble(point -> number(point).orElse(0)).max().orElse(0);
  }

  /** The last month or year. */
  Point last() {
    return points.get(points.size() - 1);
  }

  static OptionalDouble number(Point point) {
    return point.number().value();
  }

  /** How many months or years it covers. */
  long length() {
    return isByYear()
        ? points.size()
        : ChronoUnit.MONTHS.between(points.get(0).period().first(), last().period().first()) + 1;
  }
}
