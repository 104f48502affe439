// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.rotterdam.reporting.chart.ChartData;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The numbers of an exhibit as CSV, to reckon on. */
public final class DataCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private DataCsv() {}

  /**
   * The data as CSV by RFC 4180 with line feeds, in UTF-8: the columns' codes, and below them the
   * rows. Numbers are unrounded and have a decimal point; texts are kept from being formulas.
   *
   * @return the file; the header alone where there are no rows
   */
  public static byte[] of(ChartData data) {
    StringWriter written = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(written, FORMAT)) {
      printer.printRecord(data.columns().stream().map(ChartData.Column::code).toList());
      for (List<ChartData.Cell> row : data.rows()) {
        printer.printRecord(row.stream().map(DataCsv::written).toList());
      }
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory failed", e);
    }
    return written.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String written(ChartData.Cell cell) {
    return cell.number().isPresent() ? cell.plain() : FormulaGuard.on(cell.text());
  }
}
