// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.trend.BaselineComparison;
import nl.rotterdam.reporting.trend.Goal;
import nl.rotterdam.reporting.trend.MonthSeries;
import nl.rotterdam.reporting.trend.Verdict;

/**
 * Every figure up to the month asked for. Charts, documents, the API and the exports read from one
 * such table, so they cannot disagree.
 */
public final class FiguresTable {
  private final YearMonth to;
  private final Goal goal;
  private final PublicationRule rule;
  private final Optional<YearMonth> firstMonth;
  private final Verdict verdict;
  private final List<FigureRow> rows;
  private final Map<Key, Figure> figures;

  private FiguresTable(
      YearMonth to,
      Goal goal,
      PublicationRule rule,
      Optional<YearMonth> firstMonth,
      Verdict verdict,
      List<FigureRow> rows) {
    this.to = to;
    this.goal = goal;
    this.rule = rule;
    this.firstMonth = firstMonth;
    this.verdict = verdict;
    this.rows = List.copyOf(rows);
    this.figures = rows.stream().collect(Collectors.toUnmodifiableMap(Key::of, FigureRow::figure));
  }

  /**
   * The table as it stands at the end of a month, for the internal audience.
   *
   * @param counts counts by month and channel, in any order; those of the same month and channel
   *     add up, those after the month asked for are left out
   * @param goal baseline and goal of the rows about two periods
   * @param rule from how many answers a value is public
   * @param to the month asked for
   */
  public static FiguresTable of(
      List<MonthlyCounts> counts, Goal goal, PublicationRule rule, YearMonth to) {
    MonthSeries series = MonthSeries.of(counts, to);
    return new FiguresTable(
        to,
        goal,
        rule,
        series.first(),
        Verdict.of(new BaselineComparison(series, goal, rule, Indicator.OVERALL)),
        new FigureRows(series, goal, rule).list());
  }

  /** The month asked for: the last month of every series. */
  public YearMonth to() {
    return to;
  }

  /** Baseline and goal of the rows about two periods. */
  public Goal goal() {
    return goal;
  }

  /** From how many answers a value is public. */
  public PublicationRule rule() {
    return rule;
  }

  /** All rows, ordered by figure, indicator, channel (all together first) and period. */
  public List<FigureRow> rows() {
    return rows;
  }

  /** The same table without the values and limits of figures below the publication threshold. */
  public FiguresTable forThePublic() {
    List<FigureRow> open = rows.stream().map(FigureRow::forThePublic).toList();
    return new FiguresTable(to, goal, rule, firstMonth, verdict.forThePublic(), open);
  }

  /**
   * One figure, in constant time; empty where the table has no such row.
   *
   * @param name which figure
   * @param indicator which of the four scores; empty where the figure has none
   * @param channel which channel; empty for all together
   * @param period about which months; any period of kind YEAR stands for that year up to the month
   *     asked for
   */
  public Optional<Figure> find(
      FigureName name, Optional<Indicator> indicator, Optional<Channel> channel, Period period) {
    return Optional.ofNullable(figures.get(new Key(name, indicator, channel, period.toString())));
  }

  /** The twelve months that end in the month asked for, whether or not the data cover them. */
  public Period currentWindow() {
    return Period.twelveMonthsTo(to);
  }

  /** First month with a contact: where the data begin; empty where there are none. */
  public Optional<YearMonth> firstMonth() {
    return firstMonth;
  }

  /** Where the share dissatisfied stands, on the overall score and for all channels together. */
  public Verdict verdict() {
    return verdict;
  }

  /** A period as written: a year is the same year however far it has come. */
  private record Key(
      FigureName name, Optional<Indicator> indicator, Optional<Channel> channel, String period) {

    static Key of(FigureRow row) {
      return new Key(row.name(), row.indicator(), row.channel(), row.period().toString());
    }
  }
}
