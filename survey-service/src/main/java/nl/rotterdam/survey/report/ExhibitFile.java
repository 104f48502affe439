// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.nio.charset.StandardCharsets;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.office.DataCsv;
import nl.rotterdam.reporting.office.DataWorkbook;
import nl.rotterdam.reporting.office.ExhibitNotes;
import nl.rotterdam.survey.problem.ProblemException;

/**
 * How an exhibit becomes a file.
 *
 * @param width of a picture
 * @param dotsPerInch of a picture made of dots
 */
record ExhibitFile(double width, int dotsPerInch) {
  private static final double POINTS_PER_PIXEL = ChartSize.ofPixels(1, 1).width();

  /** For a page of a document. */
  static final ExhibitFile FOR_PRINT =
      new ExhibitFile(ChartSize.PAGE.width(), ChartFile.PRINT_RESOLUTION);

  /**
   * Refuses a width at which the picture cannot be read.
   *
   * @throws ProblemException 400 where there is too little room
   */
  void requireRoom(Exhibit exhibit) {
    exhibit
        .chart()
        .map(Chart::leastWidth)
        .filter(least -> width < least)
        .ifPresent(
            least -> {
              throw ProblemException.badField(
                  "width",
                  "must be at least %d pixels for %s"
                      .formatted((int) Math.ceil(least / POINTS_PER_PIXEL), exhibit.name().code()));
            });
  }

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
        yield ChartFile.svg(chart, chart.size(width), issue.words().locale());
      }
      case PNG -> {
        Chart chart = exhibit.chart().orElseThrow();
        yield ChartFile.png(chart, chart.size(width), dotsPerInch);
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
