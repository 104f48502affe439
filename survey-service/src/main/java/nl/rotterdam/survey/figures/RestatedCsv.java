// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.office.FormulaGuard;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.Publication.Restated;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What a publication restates, old beside new, as the public may see it. */
final class RestatedCsv {
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
              "old_value",
              "old_lower",
              "old_upper",
              "old_n",
              "value",
              "lower",
              "upper",
              "n",
              "reason",
              "dimension",
              "group",
              "source")
          .get();

  private RestatedCsv() {}

  static String of(List<Restated> restated) {
    StringWriter csv = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(csv, FORMAT)) {
      for (Restated figure : restated) {
        FigureRow row = figure.now();
        Figure before = figure.before().figure().forThePublic();
        Figure now = row.figure().forThePublic();
        printer.printRecord(
            row.name().code(),
            FiguresCsv.indicator(row),
            FiguresCsv.channel(row),
            FormulaGuard.on(row.location().orElse("")),
            row.period(),
            FiguresCsv.number(before.value()),
            FiguresCsv.number(before.lower()),
            FiguresCsv.number(before.upper()),
            before.n(),
            FiguresCsv.number(now.value()),
            FiguresCsv.number(now.lower()),
            FiguresCsv.number(now.upper()),
            now.n(),
            figure.reason().code(),
            FiguresCsv.dimension(row),
            FormulaGuard.on(FiguresCsv.group(row)),
            FiguresCsv.source(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return csv.toString();
  }
}
