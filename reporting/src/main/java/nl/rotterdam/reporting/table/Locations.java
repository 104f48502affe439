// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Visits;

/**
 * Locations by their keys, however they are spelled.
 *
 * @param names the name that contacts know, else the one that was given last
 * @param visits what contacts say of each
 */
record Locations(Map<String, String> names, Map<String, Map<YearMonth, Long>> visits) {

  static Locations of(List<GivenCount> given, List<Visits> counted) {
    return new Locations(
        names(given, counted),
        counted.stream()
            .collect(
                groupingBy(
                    month -> GivenCount.keyOf(month.location()),
                    groupingBy(Visits::month, summingLong(Visits::visits)))));
  }

  private static Map<String, String> names(List<GivenCount> given, List<Visits> counted) {
    Map<String, String> names = new HashMap<>();
    Stream.concat(
            given.stream()
                .sorted(Comparator.comparing(count -> count.period().last()))
                .flatMap(count -> count.location().stream()),
            counted.stream().map(Visits::location).sorted(Comparator.reverseOrder()))
        .forEach(name -> names.put(GivenCount.keyOf(name), name));
    return names;
  }

  /** The name of the location with this key. */
  String name(String key) {
    return names.get(key);
  }

  /** Visits in a month as far as contacts say; 0 where they say nothing. */
  long visits(String key, YearMonth month) {
    return visits.getOrDefault(key, Map.of()).getOrDefault(month, 0L);
  }
}
