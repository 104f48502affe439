// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.AnswerCell;
import nl.rotterdam.reporting.breakdown.CategoryGrades;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.breakdown.GroupGrades;
import nl.rotterdam.reporting.breakdown.YearBreakdown;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * What was answered on counter screens. It is apart from the answers to invitations: who answers at
 * a screen chose to, and no contact of theirs was sampled.
 *
 * @param months by month and location, each at most once
 * @param breakdowns by calendar year, the scores by location, merged so that they protect
 */
public record KioskCounts(List<KioskMonth> months, Map<Integer, List<GroupGrades>> breakdowns) {

  /** Where there are no counter screens. */
  public static final KioskCounts NONE = new KioskCounts(List.of(), Map.of());

  public KioskCounts {
    months = List.copyOf(months);
    breakdowns = Map.copyOf(breakdowns);
  }

  /**
   * The counts with the years broken down that are over: nothing is added to those any more.
   *
   * @param months by month and location, each at most once
   * @param isOver whether a calendar year is over
   * @param threshold fewest scores of a group, 1 or more
   */
  public static KioskCounts of(List<KioskMonth> months, Predicate<Integer> isOver, int threshold) {
    Map<Integer, List<GroupGrades>> breakdowns = new HashMap<>();
    months.stream()
        .map(KioskMonth::month)
        .map(YearMonth::getYear)
        .distinct()
        .filter(isOver)
        .forEach(year -> breakdowns.put(year, breakDown(year, months, threshold)));
    return new KioskCounts(months, breakdowns);
  }

  private static List<GroupGrades> breakDown(int year, List<KioskMonth> months, int threshold) {
    List<KioskMonth> ofYear =
        months.stream().filter(month -> month.month().getYear() == year).toList();
    return YearBreakdown.of(
            year,
            ofYear.stream().map(KioskCounts::cell).toList(),
            Arrays.stream(Dimension.values())
                .flatMap(dimension -> ofYear.stream().flatMap(month -> grades(dimension, month)))
                .toList(),
            threshold)
        .groups();
  }

  /** Of an answer at a screen nothing is known but where and when it was given. */
  private static AnswerCell cell(KioskMonth month) {
    return new AnswerCell(
        month.month(),
        Channel.COUNTER,
        month.location(),
        AnswerCell.NOT_RECORDED,
        AnswerCell.NOT_RECORDED,
        AnswerCell.NOT_RECORDED,
        scores(month, Indicator.OVERALL),
        scores(month, Indicator.FRIENDLINESS),
        scores(month, Indicator.CLARITY),
        scores(month, Indicator.TIMELINESS));
  }

  private static int scores(KioskMonth month, Indicator indicator) {
    return Math.toIntExact(month.grades(indicator).n());
  }

  private static Stream<CategoryGrades> grades(Dimension dimension, KioskMonth month) {
    String category = dimension == Dimension.LOCATION ? month.location() : AnswerCell.NOT_RECORDED;
    return Arrays.stream(Indicator.values())
        .map(
            indicator ->
                new CategoryGrades(dimension, category, indicator, month.grades(indicator)));
  }
}
