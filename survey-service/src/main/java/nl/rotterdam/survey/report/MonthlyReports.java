// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.document.MonthlyReport;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.VerdictText;
import nl.rotterdam.reporting.table.FiguresTable;

/** Makes the monthly report and its trend chart, from the figures and the texts. */
public final class MonthlyReports {
  private final Issues issues;

  public MonthlyReports(Issues issues) {
    this.issues = issues;
  }

  /**
   * One report.
   *
   * @param published whether its figures are those of a publication, which do not change any more
   * @param verdict the verdict that it gives, in one sentence
   */
  public record Report(
      YearMonth month, String language, boolean published, String verdict, byte[] pdf) {}

  /**
   * The report of one month, as PDF.
   *
   * @param language in which it is written: nl or en
   */
  public Report report(YearMonth month, String language) {
    Issue issue = issues.of(month, language);
    FiguresTable table = issue.table().forThePublic();
    return new Report(
        month,
        language,
        issue.publication().isPresent(),
        new VerdictText(issue.words()).sentence(table.verdict(), table.goal()),
        pdf(issue));
  }

  /**
   * The files of one month by their names: the report as PDF; the trend chart as SVG, PNG and CSV,
   * where there is something to draw.
   *
   * @param language in which they are written: nl or en
   */
  public Map<String, byte[]> files(YearMonth month, String language) {
    return files(issues.of(month, language));
  }

  static Map<String, byte[]> files(Issue issue) {
    YearMonth month = issue.month();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("report-" + month + ".pdf", pdf(issue));
    Exhibit trend = issue.exhibits().get(ExhibitName.DISSATISFACTION);
    if (trend.chart().isPresent()) {
      for (FileFormat format : List.of(FileFormat.SVG, FileFormat.PNG, FileFormat.CSV)) {
        files.put(
            "trend-" + month + "." + format.extension(),
            ExhibitFile.FOR_PRINT.of(trend, issue, format));
      }
    }
    return files;
  }

  private static byte[] pdf(Issue issue) {
    return MonthlyReport.pdf(issue.table(), issue.edition(), issue.words());
  }
}
