// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.survey.report.Issue;

/**
 * The months that can be chosen, the last first.
 *
 * @param chosen the one that is shown
 */
public record Months(List<Choice> all, YearMonth chosen) {

  /** A month as it is sent and as it is read. */
  public record Choice(YearMonth month, String name) {}

  /** From the first month with data to the running one; the one that is shown is always there. */
  static Months of(Issue issue, YearMonth running) {
    Notation notation = new Notation(issue.words());
    YearMonth first = issue.table().firstMonth().orElse(issue.month());
    YearMonth earliest = first.isBefore(issue.month()) ? first : issue.month();
    return new Months(
        Stream.iterate(running, month -> !month.isBefore(earliest), month -> month.minusMonths(1))
            .map(month -> new Choice(month, notation.month(month)))
            .toList(),
        issue.month());
  }

  /** The years with a month before the running one, the last first. */
  List<Year> years(YearMonth running) {
    return all.stream()
        .map(Choice::month)
        .filter(month -> month.isBefore(running))
        .map(month -> Year.of(month.getYear()))
        .distinct()
        .toList();
  }
}
