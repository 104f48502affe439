// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureRow.Subject;

/**
 * The rows of the table with the counts that were given in the place of those of contacts. A given
 * month replaces that month, and its year is the sum of its months, given or not; a given year that
 * is over by the month asked for replaces the year. Sums of rows that are given are given.
 */
final class GivenRows {
  private static final Set<GivenFigure> KINDS_OF_VISITS =
      Set.of(GivenFigure.VISITS_APPOINTMENT, GivenFigure.VISITS_WALK_IN);

  private final YearMonth to;
  private final Map<Subject, FigureRow> rows;
  private final Locations locations;

  /**
   * Of what a count is: everything but when.
   *
   * @param key of the location; empty where it is of none
   */
  private record Place(GivenFigure figure, String key) {
    static Place of(GivenCount given) {
      return new Place(given.figure(), given.location().map(GivenCount::keyOf).orElse(""));
    }
  }

  private GivenRows(Stream<FigureRow> rows, Locations locations, YearMonth to) {
    this.to = to;
    this.rows = new HashMap<>(rows.collect(toMap(FigureRow::subject, Function.identity())));
    this.locations = locations;
  }

  /**
   * The rows, in no order.
   *
   * @param rows as contacts give them
   * @param counts what they were made of, and what was given
   */
  static Stream<FigureRow> over(Stream<FigureRow> rows, CityCounts counts, YearMonth to) {
    // months and years that are not all part of the table are none of it
    List<GivenCount> given =
        counts.given().stream().filter(count -> !count.period().last().isAfter(to)).toList();
    if (given.isEmpty()) {
      return rows;
    }
    GivenRows all = new GivenRows(rows, Locations.of(given, counts.visits()), to);
    Map<Place, Map<Period, Long>> byPlace = new HashMap<>();
    given.forEach(
        count ->
            byPlace
                .computeIfAbsent(Place.of(count), none -> new HashMap<>())
                .put(count.period(), count.count()));
    all.addVisitsUp(byPlace);
    byPlace.forEach(all::place);
    all.addContactsUp();
    return all.rows.values().stream();
  }

  /**
   * Visits are those by appointment and the walk-ins, for each month or year for which either is
   * given and visits are not.
   */
  private void addVisitsUp(Map<Place, Map<Period, Long>> given) {
    List<Place> kinds =
        given.keySet().stream().filter(place -> KINDS_OF_VISITS.contains(place.figure())).toList();
    for (Place kind : kinds) {
      Map<Period, Long> visits =
          given.computeIfAbsent(new Place(GivenFigure.VISITS, kind.key()), none -> new HashMap<>());
      given
          .get(kind)
          .keySet()
          .forEach(period -> visits.putIfAbsent(period, ofBothKinds(kind.key(), period, given)));
    }
  }

  private long ofBothKinds(String key, Period period, Map<Place, Map<Period, Long>> given) {
    return KINDS_OF_VISITS.stream()
        .map(figure -> new Place(figure, key))
        .mapToLong(kind -> sum(kind, period, given.getOrDefault(kind, Map.of())))
        .sum();
  }

  private void place(Place place, Map<Period, Long> given) {
    if (!place.figure().perLocation()) {
      given.forEach(
          (period, count) -> {
            if (period.kind() == Period.Kind.MONTH) {
              put(place, period, count);
            }
          });
    }
    given.keySet().stream()
        .map(period -> year(period.first().getYear()))
        .distinct()
        .forEach(year -> put(place, year, sum(place, year, given)));
  }

  private Period year(int year) {
    return year == to.getYear() ? Period.yearUpTo(to) : Period.year(year);
  }

  /** What is given of the period, else the sum of its months, given or of contacts. */
  private long sum(Place place, Period period, Map<Period, Long> given) {
    return Optional.ofNullable(given.get(period))
        .orElseGet(
            () ->
                period
                    .months()
                    .map(Period::month)
                    .mapToLong(month -> given.getOrDefault(month, ofContacts(place, month)))
                    .sum());
  }

  /** What contacts say of one month; 0 where they say nothing. */
  private long ofContacts(Place place, Period month) {
    if (place.figure() == GivenFigure.VISITS) {
      return locations.visits(place.key(), month.first());
    }
    return Optional.ofNullable(rows.get(row(place, month, 0).subject()))
        .map(row -> row.figure().n())
        .orElse(0L);
  }

  private FigureRow row(Place place, Period period, long count) {
    return new FigureRow(
        place.figure().figure(),
        Optional.empty(),
        place.figure().channel(),
        Optional.of(place.key()).filter(key -> place.figure().perLocation()).map(locations::name),
        period,
        Optional.empty(),
        Figure.count(count),
        true);
  }

  /** Puts it in the place of any row about the same, however its location is spelled. */
  private void put(Place place, Period period, long count) {
    FigureRow row = row(place, period, count);
    if (row.location().isPresent()) {
      rows.values().removeIf(other -> isSamePlace(other, row));
    }
    rows.put(row.subject(), row);
  }

  private static boolean isSamePlace(FigureRow one, FigureRow other) {
    return one.name() == other.name()
        && one.period().equals(other.period())
        && one.location().map(GivenCount::keyOf).equals(other.location().map(GivenCount::keyOf));
  }

  /** All channels together are the sum of the channels, where one of them is given. */
  private void addContactsUp() {
    Map<Period, List<FigureRow>> byPeriod =
        rows.values().stream()
            .filter(row -> row.name() == FigureName.CONTACTS && row.channel().isPresent())
            .collect(groupingBy(FigureRow::period));
    byPeriod.forEach(
        (period, channels) -> {
          if (channels.stream().anyMatch(FigureRow::given)) {
            FigureRow all = together(period, channels);
            rows.put(all.subject(), all);
          }
        });
  }

  private static FigureRow together(Period period, List<FigureRow> channels) {
    return new FigureRow(
        FigureName.CONTACTS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        period,
        Optional.empty(),
        Figure.count(channels.stream().mapToLong(row -> row.figure().n()).sum()),
        true);
  }
}
