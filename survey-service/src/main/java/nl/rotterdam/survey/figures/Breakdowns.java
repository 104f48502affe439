// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.CategoryGrades;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.breakdown.GroupGrades;
import nl.rotterdam.reporting.breakdown.YearBreakdown;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.table.CallbackDetails;
import nl.rotterdam.reporting.table.CallbackDetails.Part;
import nl.rotterdam.reporting.table.CallbackDetails.Scores;
import nl.rotterdam.reporting.table.KioskCounts;
import nl.rotterdam.reporting.table.KioskMonth;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.figures.BreakdownDao.BrokenDownYear;
import nl.rotterdam.survey.figures.BreakdownDao.CategoryScore;
import nl.rotterdam.survey.figures.BreakdownDao.GroupScore;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Calendar years broken down by location, product, neighbourhood and cluster. A year is broken down
 * once it is over and its last answers are in, and then kept: as long as fewer answers than the
 * threshold come or go, nothing changes, since the difference would show what those few said.
 */
final class Breakdowns {
  /** The last answers about a December come in January. */
  private static final int MONTHS_FOR_LAST_ANSWERS = 2;

  private final Jdbi jdbi;
  private final BreakdownDao breakdowns;
  private final CountsDao counts;
  private final Clock clock;
  private final ZoneId zone;
  private final int threshold;

  Breakdowns(Jdbi jdbi, Clock clock, ZoneId zone, int threshold) {
    this.jdbi = jdbi;
    this.breakdowns = Database.dao(jdbi, BreakdownDao.class);
    this.counts = Database.dao(jdbi, CountsDao.class);
    this.clock = clock;
    this.zone = zone;
    this.threshold = threshold;
  }

  /**
   * The groups of every calendar year that is over by the month asked for.
   *
   * @param months what is counted of the answers
   */
  Map<Integer, List<GroupGrades>> upTo(YearMonth to, List<MonthlyCounts> months) {
    Map<Integer, Long> answers = new HashMap<>();
    months.stream()
        .filter(month -> isOver(month.month().getYear(), to))
        .forEach(
            month ->
                answers.merge(
                    month.month().getYear(), month.complete() + month.partial(), Long::sum));
    answers.values().removeIf(number -> number == 0);
    Map<Integer, BrokenDownYear> kept = kept();
    answers.forEach(
        (year, number) -> {
          if (!holds(kept.get(year), number)) {
            breakDown(year, number);
          }
        });
    return answers.isEmpty() ? Map.of() : groups(to, answers);
  }

  /** What was answered on counter screens, with the years broken down that are over by then. */
  KioskCounts ofKiosks(YearMonth to, List<KioskMonth> months) {
    return KioskCounts.of(months, year -> isOver(year, to), threshold);
  }

  /** Details of call-backs, with what residents say about them for years that are over by then. */
  CallbackDetails ofCallbacks(YearMonth to, List<Part> parts, Map<Integer, Scores> scores) {
    return new CallbackDetails(
        parts,
        scores.entrySet().stream()
            .filter(year -> isOver(year.getKey(), to))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private boolean isOver(int year, YearMonth to) {
    YearMonth december = YearMonth.of(year, 12);
    YearMonth running = YearMonth.now(clock.withZone(zone));
    return !december.isAfter(to) && !december.plusMonths(MONTHS_FOR_LAST_ANSWERS).isAfter(running);
  }

  private Map<Integer, BrokenDownYear> kept() {
    Map<Integer, BrokenDownYear> kept = new HashMap<>();
    breakdowns.listYears().forEach(year -> kept.put(year.year(), year));
    return kept;
  }

  private boolean holds(BrokenDownYear year, long answers) {
    return year != null
        && year.threshold() == threshold
        && Math.abs(year.answers() - answers) < threshold;
  }

  /** Reads one state of the answers; whoever is done first keeps it. */
  private void breakDown(int year, long answers) {
    YearMonth from = Year.of(year).atMonth(1);
    YearMonth to = Year.of(year).atMonth(12);
    List<GroupGrades> groups =
        jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle ->
                    YearBreakdown.of(year, breakdowns.cells(from, to), grades(from, to), threshold))
            .groups();
    jdbi.useTransaction(handle -> keep(year, answers, groups));
  }

  private void keep(int year, long answers, List<GroupGrades> groups) {
    counts.lock();
    if (holds(kept().get(year), answers)) {
      return;
    }
    breakdowns.forgetGroups(year);
    breakdowns.forgetYear(year);
    breakdowns.keep(groups.stream().flatMap(group -> scores(year, group)).toList());
    breakdowns.keepYear(year, answers, threshold, clock.instant());
  }

  private List<CategoryGrades> grades(YearMonth from, YearMonth to) {
    return Arrays.stream(Dimension.values())
        .flatMap(
            dimension ->
                Arrays.stream(Indicator.values())
                    .flatMap(indicator -> grades(dimension, indicator, from, to)))
        .toList();
  }

  private Stream<CategoryGrades> grades(
      Dimension dimension, Indicator indicator, YearMonth from, YearMonth to) {
    List<String> channels =
        Arrays.stream(Channel.values()).filter(dimension::covers).map(Channel::code).toList();
    Map<String, List<CategoryScore>> byCategory =
        breakdowns.scores(dimension.code(), indicator.code(), channels, from, to).stream()
            .collect(groupingBy(CategoryScore::category));
    return byCategory.entrySet().stream()
        .map(
            category -> {
              long[] numbers = new long[Grades.MAX + 1];
              category.getValue().forEach(score -> numbers[score.score()] = score.number());
              return new CategoryGrades(
                  dimension, category.getKey(), indicator, Grades.of(numbers));
            });
  }

  private static Stream<GroupScore> scores(int year, GroupGrades group) {
    return IntStream.rangeClosed(0, Grades.MAX)
        .filter(score -> group.grades().count(score) > 0)
        .mapToObj(
            score ->
                new GroupScore(
                    year,
                    group.dimension().code(),
                    group.group(),
                    group.indicator().code(),
                    score,
                    group.grades().count(score)));
  }

  private record Key(int year, Dimension dimension, String group, Indicator indicator) {}

  private Map<Integer, List<GroupGrades>> groups(YearMonth to, Map<Integer, Long> years) {
    Map<Key, long[]> scores = new HashMap<>();
    for (GroupScore score : breakdowns.list(to.getYear())) {
      if (years.containsKey(score.year())) {
        Key key =
            new Key(
                score.year(),
                Dimension.of(score.dimension()).orElseThrow(),
                score.groupName(),
                Indicator.of(score.indicator()).orElseThrow());
        scores.computeIfAbsent(key, none -> new long[Grades.MAX + 1])[score.score()] =
            score.number();
      }
    }
    Map<Integer, List<GroupGrades>> groups = new HashMap<>();
    scores.forEach(
        (key, numbers) ->
            groups
                .computeIfAbsent(key.year(), none -> new ArrayList<>())
                .add(
                    new GroupGrades(
                        key.dimension(), key.group(), key.indicator(), Grades.of(numbers))));
    return groups;
  }
}
