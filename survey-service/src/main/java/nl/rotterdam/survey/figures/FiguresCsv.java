// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.table.FigureRow;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The figures table as CSV, in the columns of its contract. */
public final class FiguresCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setHeader(
              "figure",
              "indicator",
              "channel",
              "location",
              "period",
              "value",
              "lower",
              "upper",
              "n",
              "status",
              "dimension",
              "group")
          .get();

  private FiguresCsv() {}

  /** Writes the rows. */
  public static void write(List<FigureRow> rows, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    for (FigureRow row : rows) {
      Figure figure = row.figure();
      printer.printRecord(
          row.name().code(),
          row.indicator().map(Indicator::code).orElse(""),
          row.channel().map(Channel::code).orElse("all"),
          "",
          row.period(),
          number(figure.value()),
          number(figure.lower()),
          number(figure.upper()),
          figure.n(),
          figure.status().code(),
          "",
          "");
    }
    printer.flush();
  }

  /** Unrounded, in the shortest decimal writing that reads back as the same number. */
  private static String number(OptionalDouble number) {
    return number.isEmpty()
        ? ""
        : BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros().toPlainString();
  }
}
