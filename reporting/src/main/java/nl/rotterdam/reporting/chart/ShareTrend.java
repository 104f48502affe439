// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.trend.Definitions;

/**
 * The share dissatisfied over time, as it is drawn: by month and over the twelve months that end
 * there, beside what the city set out from and what it promised.
 *
 * @param points one per month, in the order of the months, none left out
 * @param baseline share in the baseline period, 0..1; empty where there is none
 * @param goal share to be reached, 0..1; empty where there is no baseline
 * @param breaks months from which on the way of asking was another, after the first month
 */
public record ShareTrend(
    List<Point> points, OptionalDouble baseline, OptionalDouble goal, List<YearMonth> breaks) {

  static final List<Column> COLUMNS =
      List.of(
          new Column("month", Kind.TEXT),
          new Column("share", Kind.SHARE),
          new Column("share_n", Kind.COUNT),
          new Column("share_12m", Kind.SHARE),
          new Column("share_12m_lower", Kind.SHARE),
          new Column("share_12m_upper", Kind.SHARE),
          new Column("share_12m_n", Kind.COUNT),
          new Column("baseline_share", Kind.SHARE),
          new Column("goal_share", Kind.SHARE));

  /** A trend in which the way of asking stayed the same. */
  public ShareTrend(List<Point> points, OptionalDouble baseline, OptionalDouble goal) {
    this(points, baseline, goal, List.of());
  }

  /**
   * One month.
   *
   * @param month the month
   * @param single the share of the month alone; without a value where too few answered
   * @param rolling the share over the twelve months to this one; without a value where the twelve
   *     are not complete or too few answered
   */
  public record Point(YearMonth month, Figure single, Figure rolling) {}

  public ShareTrend {
    points = points.stream().sorted(Comparator.comparing(Point::month)).toList();
    breaks = List.copyOf(breaks);
    for (int i = 1; i < points.size(); i++) {
      YearMonth expected = points.get(i - 1).month().plusMonths(1);
      if (!points.get(i).month().equals(expected)) {
        throw new IllegalArgumentException("The trend lacks " + expected + " or has it twice");
      }
    }
  }

  /**
   * The trend of one score as the table has it, from the first month with a contact to the month
   * asked for; without points where there are no contacts.
   *
   * @param table the figures, as far as the readers may see them
   * @param indicator which of the four scores
   * @param channel which channel; empty for all together
   */
  public static ShareTrend of(FiguresTable table, Indicator indicator, Optional<Channel> channel) {
    Finder share = (name, period) -> table.find(name, Optional.of(indicator), channel, period);
    OptionalDouble baseline =
        table.baselineShare(indicator, channel).map(Figure::value).orElse(OptionalDouble.empty());
    OptionalDouble goal =
        share.orEmpty(FigureName.GOAL_SHARE, Period.month(table.goal().horizon())).value();
    List<Point> points =
        table
            .firstMonth()
            .map(first -> Period.window(first, table.to()).months())
            .orElse(Stream.empty())
            .map(
                month ->
                    new Point(
                        month,
                        share.orEmpty(FigureName.SHARE, Period.month(month)),
                        share.orEmpty(FigureName.SHARE_12M, Period.twelveMonthsTo(month))))
            .toList();
    return new ShareTrend(points, baseline, goal, breaks(table));
  }

  private static List<YearMonth> breaks(FiguresTable table) {
    return table
        .firstMonth()
        .map(first -> table.definitions().breaksIn(Period.window(first, table.to())))
        .orElse(List.of())
        .stream()
        .map(Definitions.Version::from)
        .toList();
  }

  /** The same from a month on; from its own first where that is later. */
  public ShareTrend from(YearMonth first) {
    return new ShareTrend(
        points.stream().filter(point -> !point.month().isBefore(first)).toList(),
        baseline,
        goal,
        breaks.stream().filter(month -> month.isAfter(first)).toList());
  }

  @FunctionalInterface
  private interface Finder {
    Optional<Figure> find(FigureName name, Period period);

    default Figure orEmpty(FigureName name, Period period) {
      return find(name, period).orElse(Figure.empty(0));
    }
  }

  /**
   * The last month.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Point last() {
    return points.get(points.size() - 1);
  }

  /** Whether there is anything to draw. */
  public boolean hasValues() {
    return points.stream()
        .anyMatch(
            point -> point.single().value().isPresent() || point.rolling().value().isPresent());
  }

  /** Whether any month has a share over twelve months. */
  public boolean hasRollingValues() {
    return points.stream().anyMatch(point -> point.rolling().value().isPresent());
  }

  /** The numbers as a table, one row per month. */
  public ChartData data() {
    return new ChartData(COLUMNS, points.stream().map(this::row).toList());
  }

  private List<Cell> row(Point point) {
    return List.of(
        Cell.of(point.month().toString()),
        Cell.of(point.single().value()),
        Cell.of(point.single().n()),
        Cell.of(point.rolling().value()),
        Cell.of(point.rolling().lower()),
        Cell.of(point.rolling().upper()),
        Cell.of(point.rolling().n()),
        Cell.of(baseline),
        Cell.of(goal));
  }
}
