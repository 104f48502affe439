// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.reporting.table.CallbackDetails.Part;
import nl.rotterdam.reporting.table.CallbackDetails.Scores;
import nl.rotterdam.survey.figures.CountsDao.CallbackScore;
import nl.rotterdam.survey.figures.CountsDao.Count;

/** Counts about call-backs become rows to keep, and rows of counts what reporting takes. */
final class CallbackCountRows {
  private static final String CREATED = "callbacks";
  private static final String ON_TIME = "callbacks_on_time";
  private static final String LATE = "callbacks_late";
  private static final String SCORE = "callback_score_";
  private static final List<Dimension> DIMENSIONS = List.of(Dimension.CLUSTER, Dimension.WIJK);

  private CallbackCountRows() {}

  private record Place(YearMonth month, String item) {}

  static boolean isCallback(Count count) {
    return count.measure().startsWith(CREATED) || count.measure().startsWith(SCORE);
  }

  /** Notes by month. */
  static List<Count> of(List<Callbacks> callbacks) {
    return rows("", "", callbacks);
  }

  /** Notes of one group by month. */
  static List<Count> of(Dimension dimension, String group, List<Callbacks> callbacks) {
    return rows(suffix(dimension), group, callbacks);
  }

  private static String suffix(Dimension dimension) {
    return "_" + dimension.code();
  }

  private static List<Count> rows(String suffix, String item, List<Callbacks> callbacks) {
    return callbacks.stream()
        .flatMap(
            month ->
                Stream.of(
                    new Count(month.month(), CREATED + suffix, "", item, month.created()),
                    new Count(month.month(), ON_TIME + suffix, "", item, month.onTime()),
                    new Count(month.month(), LATE + suffix, "", item, month.late())))
        .toList();
  }

  /** Residents with one score. */
  static Count score(CallbackScore score, String standing, long number) {
    return new Count(
        score.month(), SCORE + standing, "", String.valueOf(score.timeliness()), number);
  }

  /** Each row once. */
  static List<Count> merged(List<Count> counts) {
    return counts.stream()
        .collect(
            groupingBy(
                count -> new Count(count.month(), count.measure(), "", count.item(), 0),
                summingLong(Count::number)))
        .entrySet()
        .stream()
        .map(
            row ->
                new Count(
                    row.getKey().month(),
                    row.getKey().measure(),
                    "",
                    row.getKey().item(),
                    row.getValue()))
        .toList();
  }

  /** Notes by month. */
  static List<Callbacks> callbacks(List<Count> counts) {
    return callbacks("", counts).values().stream().toList();
  }

  /** Notes by month and group. */
  static List<Part> parts(List<Count> counts) {
    return DIMENSIONS.stream()
        .flatMap(
            dimension ->
                callbacks(suffix(dimension), counts).entrySet().stream()
                    .map(entry -> new Part(dimension, entry.getKey().item(), entry.getValue())))
        .toList();
  }

  private static Map<Place, Callbacks> callbacks(String suffix, List<Count> counts) {
    Map<Place, Map<String, Long>> places =
        counts.stream()
            .filter(
                count ->
                    Stream.of(CREATED, ON_TIME, LATE)
                        .map(measure -> measure + suffix)
                        .anyMatch(count.measure()::equals))
            .collect(
                groupingBy(
                    count -> new Place(count.month(), count.item()),
                    Collectors.toMap(Count::measure, Count::number)));
    Map<Place, Callbacks> callbacks = new HashMap<>();
    places.forEach(
        (place, numbers) ->
            callbacks.put(
                place,
                new Callbacks(
                    place.month(),
                    numbers.get(CREATED + suffix),
                    numbers.get(ON_TIME + suffix),
                    numbers.get(LATE + suffix))));
    return callbacks;
  }

  /** The scores of residents who were promised to be called back, by year of their contact. */
  static Map<Integer, Scores> scores(List<Count> counts) {
    Map<Integer, Scores> scores = new HashMap<>();
    counts.stream()
        .filter(count -> count.measure().startsWith(SCORE))
        .forEach(count -> scores.merge(count.month().getYear(), scores(count), Scores::plus));
    return scores;
  }

  private static Scores scores(Count count) {
    long[] numbers = new long[Grades.MAX + 1];
    numbers[Integer.parseInt(count.item())] = count.number();
    Grades grades = Grades.of(numbers);
    return count.measure().equals(SCORE + "late")
        ? new Scores(Grades.NONE, grades)
        : new Scores(grades, Grades.NONE);
  }
}
