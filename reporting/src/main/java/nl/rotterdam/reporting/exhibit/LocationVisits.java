// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;

/**
 * Visits by location over one year. What locations told by themselves and what is counted of
 * contacts do not add up to a number of anything: where any told, the others are left out.
 *
 * @param year the last whole year; the year so far, where there is no other
 * @param shown the locations, the busiest first
 * @param leftOut locations of which only contacts are counted, beside others that told
 * @param told whether locations told their visits of this or another year
 */
record LocationVisits(Period year, List<Location> shown, List<Location> leftOut, boolean told) {
  private static final Set<FigureName> TOLD =
      Set.of(FigureName.VISITS_APPOINTMENT, FigureName.VISITS_WALK_IN);

  /**
   * Visits to one location; an empty number is not known.
   *
   * @param visits all of them
   */
  record Location(String name, OptionalLong appointments, OptionalLong walkIns, long visits) {

    boolean isDivided() {
      return appointments.isPresent() || walkIns.isPresent();
    }

    /** By appointment, walk-in, and what is neither. */
    List<Double> parts() {
      double byAppointment = appointments.orElse(0);
      double walkedIn = walkIns.orElse(0);
      return List.of(byAppointment, walkedIn, Math.max(0, visits - byAppointment - walkedIn));
    }
  }

  static LocationVisits of(FiguresTable table) {
    Period year = year(table);
    List<Location> all = locations(table, year);
    boolean divided = all.stream().anyMatch(Location::isDivided);
    return new LocationVisits(
        year,
        all.stream().filter(location -> !divided || location.isDivided()).toList(),
        all.stream().filter(location -> divided && !location.isDivided()).toList(),
        table.rows().stream().anyMatch(row -> row.given() && TOLD.contains(row.name())));
  }

  private static Period year(FiguresTable table) {
    YearMonth to = table.to();
    Period last = Period.year(to.getMonthValue() == 12 ? to.getYear() : to.getYear() - 1);
    boolean known =
        table.rows().stream()
            .anyMatch(row -> row.name() == FigureName.VISITS && row.period().equals(last));
    return known ? last : Period.yearUpTo(to);
  }

  private static List<Location> locations(FiguresTable table, Period year) {
    Map<String, Long> appointments = byLocation(table, FigureName.VISITS_APPOINTMENT, year);
    Map<String, Long> walkIns = byLocation(table, FigureName.VISITS_WALK_IN, year);
    Map<String, Long> visits = byLocation(table, FigureName.VISITS, year);
    return Stream.of(appointments, walkIns, visits)
        .flatMap(each -> each.keySet().stream())
        .collect(toCollection(TreeSet::new))
        .stream()
        .map(
            name ->
                new Location(
                    name,
                    known(appointments, name),
                    known(walkIns, name),
                    visits.getOrDefault(name, 0L)))
        .sorted(Comparator.comparing(Location::visits).reversed())
        .toList();
  }

  private static Map<String, Long> byLocation(FiguresTable table, FigureName name, Period year) {
    return table.rows().stream()
        .filter(row -> row.name() == name && row.location().isPresent())
        .filter(row -> row.period().equals(year))
        .collect(
            toMap(
                row -> row.location().orElseThrow(),
                row -> row.figure().n(),
                Long::sum,
                TreeMap::new));
  }

  private static OptionalLong known(Map<String, Long> numbers, String name) {
    return numbers.containsKey(name) ? OptionalLong.of(numbers.get(name)) : OptionalLong.empty();
  }

  /** Whether it is known how many came by appointment and how many walked in. */
  boolean isDivided() {
    return shown.stream().anyMatch(Location::isDivided);
  }

  /** Over the locations that are shown. */
  long visits() {
    return shown.stream().mapToLong(Location::visits).sum();
  }

  long appointments() {
    return sum(Location::appointments);
  }

  long walkIns() {
    return sum(Location::walkIns);
  }

  private long sum(Function<Location, OptionalLong> number) {
    return shown.stream().mapToLong(location -> number.apply(location).orElse(0)).sum();
  }
}
