// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.table.ThemeCount;
import nl.rotterdam.survey.figures.CountsDao.Count;

/** Rows of counts about open answers become what reporting takes. */
final class ThemeCountRows {
  private ThemeCountRows() {}

  static boolean isTheme(Count count) {
    return count.measure().equals("themes");
  }

  static List<ThemeCount> themes(List<Count> counts) {
    return counts.stream().filter(ThemeCountRows::isTheme).map(ThemeCountRows::theme).toList();
  }

  private static ThemeCount theme(Count count) {
    return new ThemeCount(
        count.month(),
        Channel.of(count.channel()).orElseThrow(),
        Arrays.stream(count.item().split(","))
            .filter(Predicate.not(String::isEmpty))
            .collect(toSet()),
        count.number());
  }
}
