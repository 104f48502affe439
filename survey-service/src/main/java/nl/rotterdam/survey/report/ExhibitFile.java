// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.nio.charset.StandardCharsets;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.office.DataCsv;
import nl.rotterdam.reporting.office.DataWorkbook;
import nl.rotterdam.reporting.office.ExhibitNotes;
import nl.rotterdam.reporting.office.PictureWidth;

/**
 * How an exhibit becomes a file.
 *
 * @param width of a picture
 * @param dotsPerInch of a picture made of dots
 */
record ExhibitFile(PictureWidth width, int dotsPerInch) {
  /** For a page of a document. */
  static final ExhibitFile FOR_PRINT =
      new ExhibitFile(PictureWidth.PAGE, PictureWidth.PRINT_RESOLUTION);

  /**
   * The file.
   *
   * @throws java.util.NoSuchElementException for a picture where there is nothing to draw
   * @throws IllegalArgumentException for a format that holds more than one exhibit
   */
  byte[] of(Exhibit exhibit, Issue issue, FileFormat format) {
    return switch (format) {
      case SVG -> {
        Chart chart = exhibit.chart().orElseThrow();
        yield ChartFile.svg(chart, width.of(chart), issue.words().locale());
      }
      case PNG -> {
        Chart chart = exhibit.chart().orElseThrow();
        yield ChartFile.png(chart, width.of(chart), dotsPerInch);
      }
      case CSV -> DataCsv.of(exhibit.data());
      case XLSX -> DataWorkbook.xlsx(exhibit, issue.edition(), issue.words());
      case TXT ->
          ExhibitNotes.of(exhibit, issue.edition(), issue.words())
              .plain()
              .getBytes(StandardCharsets.UTF_8);
      case DOCX -> throw new IllegalArgumentException("A document holds all exhibits of a month");
    };
  }
}
