// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.Publications;
import nl.rotterdam.survey.figures.Publications.Edition;
import nl.rotterdam.survey.report.ReportArchive;
import nl.rotterdam.survey.report.ReportResource.View;
import nl.rotterdam.survey.text.Texts;

/**
 * The reports and publications by month.
 *
 * @param recipients those on the distribution list of the monthly report
 */
public record Shelf(
    Figures figures, Publications publications, ReportArchive archive, List<String> recipients) {
  /** So many months that are over stand on it, however few there are reports of. */
  private static final int MONTHS = 12;

  /**
   * What is on it.
   *
   * @param next the month to publish next, since one before a published month never can be any
   *     more; null where there is none
   * @param recipients those on the distribution list
   */
  public record Content(List<Row> rows, Choice next, List<String> recipients) {}

  /** A month as it is sent and as it is read. */
  public record Choice(YearMonth month, String name) {}

  /**
   * A month.
   *
   * @param edition what was published; null where it is not
   * @param reports in the archive
   */
  public record Row(YearMonth month, String name, Edition edition, List<View> reports) {}

  /** The pages beside it, for who may take what is not published. */
  static Map<String, String> menu(Texts texts) {
    Map<String, String> menu = new LinkedHashMap<>();
    menu.put(Section.REPORTS.path(), texts.text("reports.name"));
    menu.put(DownloadsPageResource.PATH, texts.text("downloads.name"));
    return menu;
  }

  Content of(Notation notation) {
    YearMonth over = figures.runningMonth().minusMonths(1);
    Map<YearMonth, List<View>> reports =
        archive.index().reports().stream().collect(Collectors.groupingBy(View::month));
    List<YearMonth> published = publications.months();
    TreeSet<YearMonth> months = new TreeSet<>(Comparator.reverseOrder());
    months.addAll(reports.keySet());
    months.addAll(published);
    Stream.iterate(over, month -> month.minusMonths(1)).limit(MONTHS).forEach(months::add);
    Optional<YearMonth> last = published.stream().reduce((earlier, later) -> later);
    YearMonth next = last.map(latest -> latest.plusMonths(1)).orElse(over);
    return new Content(
        months.stream()
            .map(
                month ->
                    new Row(
                        month,
                        notation.month(month),
                        published.contains(month) ? publications.find(month).orElseThrow() : null,
                        reports.getOrDefault(month, List.of())))
            .toList(),
        next.isAfter(over) ? null : new Choice(next, notation.month(next)),
        recipients);
  }
}
