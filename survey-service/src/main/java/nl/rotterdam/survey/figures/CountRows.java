// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.NotInvited;
import nl.rotterdam.reporting.figure.OwnWork;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Reach;
import nl.rotterdam.reporting.figure.Visits;
import nl.rotterdam.reporting.table.GivenCount;
import nl.rotterdam.reporting.table.GivenFigure;
import nl.rotterdam.survey.contact.GivenCountDao.Given;
import nl.rotterdam.survey.figures.CountsDao.Count;

/** Rows of counts become what reporting takes. */
final class CountRows {
  private CountRows() {}

  private record Cell(YearMonth month, Channel channel) {}

  /** One set of counts for each month and channel. */
  static List<MonthlyCounts> months(List<Count> counts) {
    return counts.stream()
        .filter(count -> !count.channel().isEmpty())
        .filter(count -> !KioskCountRows.isKiosk(count) && !ThemeCountRows.isTheme(count))
        .collect(groupingBy(count -> new Cell(count.month(), channel(count))))
        .entrySet()
        .stream()
        .map(cell -> month(cell.getKey(), cell.getValue()))
        .toList();
  }

  private static MonthlyCounts month(Cell cell, List<Count> counts) {
    Map<String, Long> numbers = new HashMap<>();
    Map<String, long[]> scores = new HashMap<>();
    for (Count count : counts) {
      if (count.item().isEmpty()) {
        numbers.put(count.measure(), count.number());
      } else if (Indicator.of(count.measure()).isPresent()) {
        scores
                .computeIfAbsent(count.measure(), key -> new long[Grades.MAX + 1])[
                Integer.parseInt(count.item())] =
            count.number();
      }
    }
    Map<Indicator, Grades> grades = new EnumMap<>(Indicator.class);
    scores.forEach(
        (code, numberOf) -> grades.put(Indicator.of(code).orElseThrow(), Grades.of(numberOf)));
    long complete = numbers.getOrDefault("complete", 0L);
    return new MonthlyCounts(
        cell.month(),
        cell.channel(),
        numbers.getOrDefault("contacts", 0L),
        numbers.getOrDefault("invited", 0L),
        notInvited(counts),
        reach(numbers),
        complete,
        numbers.getOrDefault("answers", 0L) - complete,
        new OwnWork(
            numbers.getOrDefault("resolved", 0L),
            numbers.getOrDefault("unresolved", 0L),
            numbers.getOrDefault("successful", 0L)),
        grades);
  }

  /** Of imported history it is not known how far an invitation got. */
  private static Reach reach(Map<String, Long> numbers) {
    long setAside = numbers.getOrDefault("set_aside", 0L);
    return numbers.containsKey("imported")
        ? new Reach(OptionalLong.empty(), OptionalLong.empty(), setAside)
        : new Reach(
            OptionalLong.of(
                numbers.getOrDefault("invited", 0L) - numbers.getOrDefault("returned", 0L)),
            OptionalLong.of(numbers.getOrDefault("opened", 0L)),
            setAside);
  }

  private static NotInvited notInvited(List<Count> counts) {
    return new NotInvited(
        counts.stream()
            .filter(count -> count.measure().equals("not_invited"))
            .collect(Collectors.toMap(Count::item, Count::number)));
  }

  /** Visits by month and location. */
  static List<Visits> visits(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.measure().equals("visits"))
        .map(count -> new Visits(count.month(), count.item(), count.number()))
        .toList();
  }

  /** What another system counted. */
  static GivenCount given(Given given) {
    return new GivenCount(
        GivenFigure.of(given.figure()).orElseThrow(),
        Optional.ofNullable(given.location()),
        Period.parse(given.period()),
        given.number());
  }

  private static Channel channel(Count count) {
    return Channel.of(count.channel()).orElseThrow();
  }
}
