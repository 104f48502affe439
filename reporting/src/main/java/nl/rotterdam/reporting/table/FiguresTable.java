// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.table.FigureRow.Subject;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Definitions.Version;
import nl.rotterdam.reporting.trend.Goal;

/**
 * Every figure up to the month asked for. Charts, documents, the API and the exports read from one
 * such table, so they cannot disagree.
 */
public final class FiguresTable {
  private final YearMonth to;
  private final Definitions definitions;
  private final List<FigureRow> rows;
  private final Map<Subject, FigureRow> index;
  private final Optional<YearMonth> firstMonth;
  private final Optional<YearMonth> lastMonth;

  /** Made when it is first asked for: a page asks for it several times. */
  private volatile FiguresTable forThePublic;

  private FiguresTable(YearMonth to, Definitions definitions, List<FigureRow> rows) {
    this.to = to;
    this.definitions = definitions;
    this.rows = List.copyOf(rows);
    this.index =
        rows.stream()
            .collect(Collectors.toUnmodifiableMap(FigureRow::subject, Function.identity()));
    this.firstMonth =
        rows.stream()
            // contacts may be given for months of which nothing else is known
            .filter(row -> row.name() == FigureName.ANSWERS && row.group().isEmpty())
            .filter(row -> row.period().kind() == Period.Kind.MONTH)
            .map(row -> row.period().first())
            .min(YearMonth::compareTo);
    this.lastMonth =
        rows.stream()
            .filter(row -> row.name() == FigureName.CONTACTS && row.channel().isPresent())
            .filter(row -> row.period().kind() == Period.Kind.MONTH)
            .filter(row -> !row.given() && row.figure().n() > 0)
            .map(row -> row.period().first())
            .max(YearMonth::compareTo);
  }

  /**
   * The table as it stands at the end of a month, for the internal audience.
   *
   * @param counts all that is counted; what is after the month asked for is left out
   * @param definitions what the figures mean
   * @param to the month asked for
   */
  public static FiguresTable of(CityCounts counts, Definitions definitions, YearMonth to) {
    return new FiguresTable(to, definitions, FigureRows.of(counts, definitions, to));
  }

  /**
   * A table of rows that were made before.
   *
   * @param rows its rows, in their order
   * @param definitions what they meant when they were made
   * @param to the month that was asked for
   * @throws IllegalStateException if two rows are about the same
   */
  public static FiguresTable ofRows(List<FigureRow> rows, Definitions definitions, YearMonth to) {
    return new FiguresTable(to, definitions, rows);
  }

  /** The month asked for: the last month of every series. */
  public YearMonth to() {
    return to;
  }

  /** What the figures mean. */
  public Definitions definitions() {
    return definitions;
  }

  /** Baseline and goal of the rows about two periods. */
  public Goal goal() {
    return definitions.goal();
  }

  /** From how many answers a value is public. */
  public PublicationRule rule() {
    return definitions.rule();
  }

  /**
   * All rows, ordered by figure, indicator, channel (all together first), period (months, then
   * years, then windows), and after the base table by group.
   */
  public List<FigureRow> rows() {
    return rows;
  }

  /** The same table without the values and limits of figures below the publication threshold. */
  public FiguresTable forThePublic() {
    FiguresTable made = forThePublic;
    if (made == null) {
      made = new FiguresTable(to, definitions, rows.stream().map(FigureRow::forThePublic).toList());
      made.forThePublic = made;
      forThePublic = made;
    }
    return made;
  }

  /**
   * One figure of the base table about no single group, in constant time; empty where the table has
   * no such row.
   *
   * @param name which figure
   * @param indicator which of the four scores; empty where the figure has none
   * @param channel which channel; empty for all together
   * @param period about which months; any period of kind YEAR stands for that year up to the month
   *     asked for
   */
  public Optional<Figure> find(
      FigureName name, Optional<Indicator> indicator, Optional<Channel> channel, Period period) {
    return find(
        new Subject(
            name, indicator, channel, Optional.empty(), period.toString(), Optional.empty()));
  }

  /**
   * The share dissatisfied that the change is measured against; empty where there is none. Where
   * the goal says what it was, without limits and with n = 0.
   *
   * @param channel which channel; empty for all together
   */
  public Optional<Figure> baselineShare(Indicator indicator, Optional<Channel> channel) {
    return goal()
        .knownShare(indicator, channel)
        .map(share -> Figure.withoutLimits(OptionalDouble.of(share), 0, Status.OK))
        .or(() -> find(FigureName.SHARE, Optional.of(indicator), channel, goal().baseline()))
        .or(() -> find(FigureName.SHARE_12M, Optional.of(indicator), channel, goal().baseline()));
  }

  /** The figure about this; empty where the table has no such row. */
  public Optional<Figure> find(Subject subject) {
    return findRow(subject).map(FigureRow::figure);
  }

  /** The row about this; empty where the table has none. */
  public Optional<FigureRow> findRow(Subject subject) {
    return Optional.ofNullable(index.get(subject));
  }

  /**
   * The changes of questionnaire that the row spans, each a possible break in it; a row that
   * compares with the baseline spans all that lies between.
   */
  public List<Version> breaksIn(FigureRow row) {
    Period spanned =
        switch (row.name()) {
          case REDUCTION,
              REDUCTION_STANDARDISED,
              GOAL_PROBABILITY,
              ANSWERS_NEEDED,
              CHANGE,
              RATE_EFFECT,
              MIX_EFFECT,
              NONRESPONSE_FACTOR ->
              Period.window(goal().baseline().first(), row.period().last());
          case FORECAST_SHARE_12M -> Period.window(firstMonth.orElse(to), to);
          case CONTACTS,
              GOAL_SHARE,
              FIRST_TIME_FIX,
              CALLBACKS,
              CALLBACKS_ON_TIME,
              CALLBACKS_LATE,
              CALLBACKS_OPEN,
              CHATS,
              VIDEO_SUCCESSFUL,
              VISITS,
              VISITS_APPOINTMENT,
              VISITS_WALK_IN,
              // asked in its own way, whatever becomes of invitations
              KIOSK_ANSWERS,
              KIOSK_SHARE,
              KIOSK_MEAN,
              KIOSK_SET_ASIDE ->
              Period.month(row.period().first());
          case ANSWERS,
              SHARE,
              NPS,
              MEAN,
              TIMELINESS_BY_CALLBACK,
              SHARE_12M,
              TREND_Z,
              TREND_P,
              NOT_INVITED,
              INVITED,
              ANSWERED,
              FUNNEL_REACHABLE,
              FUNNEL_ELIGIBLE,
              FUNNEL_SAMPLED,
              FUNNEL_SENT,
              FUNNEL_DELIVERED,
              FUNNEL_OPENED,
              FUNNEL_PARTIAL,
              FUNNEL_COMPLETE,
              FUNNEL_SET_ASIDE,
              RESPONSE_RATE,
              THEME_MENTIONS ->
              row.period();
        };
    return definitions.breaksIn(spanned);
  }

  /** The twelve months that end in the month asked for, whether or not the data cover them. */
  public Period currentWindow() {
    return Period.twelveMonthsTo(to);
  }

  /** Whether the data cover those twelve months. */
  public boolean coversCurrentWindow() {
    return firstMonth.filter(first -> !first.isAfter(currentWindow().first())).isPresent();
  }

  /** First month with a contact: where the data begin; empty where there are none. */
  public Optional<YearMonth> firstMonth() {
    return firstMonth;
  }

  /** Last month with a contact, at most the month asked for; empty where there are none. */
  public Optional<YearMonth> lastMonth() {
    return lastMonth;
  }

  /** Where the share dissatisfied stands, on the overall score and for all channels together. */
  public Verdict verdict() {
    return Verdict.of(this);
  }
}
