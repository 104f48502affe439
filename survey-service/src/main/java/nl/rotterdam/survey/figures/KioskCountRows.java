// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.table.KioskMonth;
import nl.rotterdam.survey.figures.CountsDao.Count;

/** Rows of counts about counter screens become what reporting takes. */
final class KioskCountRows {
  private static final String PREFIX = "kiosk_";
  private static final String SET_ASIDE = PREFIX + "set_aside";

  private KioskCountRows() {}

  private record Place(YearMonth month, String location) {}

  static boolean isKiosk(Count count) {
    return count.measure().startsWith(PREFIX);
  }

  /** What was answered, by month and location. */
  static List<KioskMonth> months(List<Count> counts) {
    return counts.stream()
        .filter(KioskCountRows::isKiosk)
        .collect(groupingBy(count -> new Place(count.month(), count.item())))
        .entrySet()
        .stream()
        .map(place -> month(place.getKey(), place.getValue()))
        .toList();
  }

  private static KioskMonth month(Place place, List<Count> counts) {
    long setAside = 0;
    Map<Indicator, long[]> scores = new EnumMap<>(Indicator.class);
    for (Count count : counts) {
      if (count.measure().equals(SET_ASIDE)) {
        setAside += count.number();
      } else {
        scores.computeIfAbsent(indicator(count), none -> new long[Grades.MAX + 1])[score(count)] =
            count.number();
      }
    }
    Map<Indicator, Grades> grades = new EnumMap<>(Indicator.class);
    scores.forEach((indicator, numbers) -> grades.put(indicator, Grades.of(numbers)));
    return new KioskMonth(place.month(), place.location(), grades, setAside);
  }

  private static Indicator indicator(Count count) {
    String measure = count.measure();
    return Indicator.of(measure.substring(PREFIX.length(), measure.lastIndexOf('_'))).orElseThrow();
  }

  private static int score(Count count) {
    return Integer.parseInt(count.measure().substring(count.measure().lastIndexOf('_') + 1));
  }
}
