// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.Exhibits;
import nl.rotterdam.reporting.exhibit.FileWords;

/** The report of the sample city and its chart, for tests outside this package. */
public final class SampleReport {
  public static final Locale LANGUAGE = FileWords.DUTCH.locale();
  private static final Edition EDITION =
      new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 3), Standing.PUBLISHED);

  private SampleReport() {}

  public static byte[] pdf() {
    return MonthlyReport.pdf(SampleCity.table(SampleCity.LAST), EDITION, FileWords.DUTCH);
  }

  /** Every chart of the sample city. */
  public static List<Chart> charts() {
    return new Exhibits(SampleCity.table(SampleCity.LAST), EDITION, FileWords.DUTCH)
        .all().stream().map(Exhibit::chart).flatMap(Optional::stream).toList();
  }
}
