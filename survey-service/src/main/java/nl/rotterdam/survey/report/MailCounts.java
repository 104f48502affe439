// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import nl.rotterdam.survey.report.ReportMailDao.Count;
import nl.rotterdam.survey.report.ReportResource.Mails;

/** What became of all mails. */
record MailCounts(List<Count> counts) {

  /** The mails of a month and kind. */
  Mails of(YearMonth month, MailKind kind) {
    return new Mails(
        sum(month, kind, Set.of("sent")),
        sum(month, kind, Set.of("planned")),
        sum(month, kind, Set.of("failed")),
        sum(month, kind, Set.of("claimed", "unknown")));
  }

  /** The months that have mails of a kind, the last first. */
  List<YearMonth> months(MailKind kind) {
    return counts.stream()
        .filter(count -> count.kind() == kind)
        .map(Count::month)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private long sum(YearMonth month, MailKind kind, Set<String> states) {
    return counts.stream()
        .filter(count -> count.month().equals(month) && count.kind() == kind)
        .filter(count -> states.contains(count.state()))
        .mapToLong(Count::number)
        .sum();
  }
}
