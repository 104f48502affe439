// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.trend.Goal;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.figures.CountsDao.Count;
import nl.rotterdam.survey.figures.CountsDao.ScoreCount;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Counts in the database, and hands the counts to reporting. */
public final class Figures {
  private static final YearMonth EARLIEST = YearMonth.of(2000, 1);

  private final Jdbi jdbi;
  private final CountsDao counts;
  private final Clock clock;
  private final ZoneId zone;
  private final Goal goal;
  private final PublicationRule rule;

  /**
   * @throws IllegalArgumentException where baseline and confirmatory window do not fit each other
   */
  public Figures(Jdbi jdbi, Clock clock, ZoneId zone, FigureSettings settings) {
    this.jdbi = jdbi;
    this.counts = Database.dao(jdbi, CountsDao.class);
    this.clock = clock;
    this.zone = zone;
    this.goal = settings.toGoal();
    this.rule = settings.toRule();
  }

  /** The month that is running now. */
  public YearMonth runningMonth() {
    return YearMonth.now(clock.withZone(zone));
  }

  /** Whether figures up to this month may still change because the month is not over. */
  public boolean provisional(YearMonth to) {
    return !to.isBefore(runningMonth());
  }

  /**
   * The month that somebody asks for by this parameter.
   *
   * @throws ProblemException 400 where it is no month from 2000-01 to the running one
   */
  public YearMonth month(String parameter, String written) {
    YearMonth running = runningMonth();
    return parse(written)
        .filter(month -> !month.isBefore(EARLIEST) && !month.isAfter(running))
        .orElseThrow(
            () ->
                ProblemException.badField(
                    parameter,
                    "must be a month such as 2025-05, from %s to the running month %s"
                        .formatted(EARLIEST, running)));
  }

  private static Optional<YearMonth> parse(String written) {
    try {
      return Optional.of(YearMonth.parse(written));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Every figure up to the month, values below publication included. */
  public FiguresTable table(YearMonth to) {
    return FiguresTable.of(counts(to), goal, rule, to);
  }

  /** All that is counted, as it stood at one moment. */
  private List<MonthlyCounts> counts(YearMonth to) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          Map<YearMonth, Map<Channel, Cell>> cells = new TreeMap<>();
          counts.contacts(to).forEach(count -> cell(cells, count).contacts = count.number());
          counts.invited(to).forEach(count -> cell(cells, count).invited = count.number());
          counts.complete(to).forEach(count -> cell(cells, count).complete = count.number());
          counts.answers(to).forEach(count -> cell(cells, count).answers = count.number());
          for (Indicator indicator : Indicator.values()) {
            for (ScoreCount count : counts.scores(indicator.code(), to)) {
              cell(cells, count.month(), count.channel())
                      .scores
                      .computeIfAbsent(indicator, key -> new long[Grades.MAX + 1])[count.score()] =
                  count.number();
            }
          }
          List<MonthlyCounts> all = new ArrayList<>();
          cells.forEach(
              (month, byChannel) ->
                  byChannel.forEach((channel, cell) -> all.add(cell.counts(month, channel))));
          return all;
        });
  }

  private static Cell cell(Map<YearMonth, Map<Channel, Cell>> cells, Count count) {
    return cell(cells, count.month(), count.channel());
  }

  private static Cell cell(
      Map<YearMonth, Map<Channel, Cell>> cells, YearMonth month, Channel channel) {
    return cells
        .computeIfAbsent(month, key -> new EnumMap<>(Channel.class))
        .computeIfAbsent(channel, key -> new Cell());
  }

  /** One month and channel while its counts come in. */
  private static final class Cell {
    private long contacts;
    private long invited;
    private long complete;
    private long answers;
    private final Map<Indicator, long[]> scores = new EnumMap<>(Indicator.class);

    MonthlyCounts counts(YearMonth month, Channel channel) {
      Map<Indicator, Grades> grades = new EnumMap<>(Indicator.class);
      scores.forEach((indicator, numbers) -> grades.put(indicator, Grades.of(numbers)));
      return new MonthlyCounts(
          month, channel, contacts, invited, complete, answers - complete, grades);
    }
  }
}
