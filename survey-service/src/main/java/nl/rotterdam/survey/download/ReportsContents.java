// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import nl.rotterdam.reporting.office.StableZip;
import nl.rotterdam.survey.report.MonthlyReports;
import nl.rotterdam.survey.report.MonthlyReports.Report;
import nl.rotterdam.survey.report.ReportArchive;
import nl.rotterdam.survey.report.Standing;

/**
 * A report for each month: the final one as it is in the archive; where there is none it is made, a
 * concept where the month is not published.
 */
public record ReportsContents(MonthlyReports reports, ReportArchive archive) implements Contents {

  @Override
  public String fileName(Order order) {
    return "reports-%s-%s-%s.zip".formatted(order.first(), order.last(), language(order));
  }

  @Override
  public int steps(Order order) {
    return order.months().size();
  }

  @Override
  public void write(Order order, OutputStream out, Runnable step) throws IOException {
    StableZip zip = new StableZip(out, order.last().atEndOfMonth());
    for (YearMonth month : order.months()) {
      add(month, language(order), zip);
      step.run();
    }
    zip.finish();
  }

  private void add(YearMonth month, String language, StableZip zip) throws IOException {
    byte[] archived = archive.pdf(month, language, Standing.FINAL).orElse(null);
    Report made = archived == null ? reports.report(month, language) : null;
    boolean concept = made != null && !made.published();
    zip.add(
        "report-%s-%s%s.pdf".formatted(month, language, concept ? "-concept" : ""),
        made == null ? archived : made.pdf());
  }

  private static String language(Order order) {
    return order.language().orElseThrow();
  }
}
