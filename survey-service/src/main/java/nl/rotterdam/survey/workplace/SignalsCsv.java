// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.rotterdam.reporting.office.FormulaGuard;
import nl.rotterdam.survey.signal.Signal;
import nl.rotterdam.survey.signal.SignalIndex;
import nl.rotterdam.survey.signal.SignalQuery;
import nl.rotterdam.survey.signal.Signals;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Signals as CSV, written as they are read: never more than some of them are in memory. */
final class SignalsCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private SignalsCsv() {}

  static void write(SignalQuery query, Signals signals, SignalIndex index, OutputStream out)
      throws IOException {
    CSVPrinter printer =
        new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), FORMAT);
    printer.printRecord("id", "month", "channel", "language", "overall", "themes", "text");
    index.forEach(query, ids -> write(ids, signals, printer));
    printer.flush();
  }

  private static void write(List<UUID> ids, Signals signals, CSVPrinter printer) {
    try {
      for (Signal signal : signals.list(ids)) {
        printer.printRecord(
            signal.id(),
            signal.month(),
            signal.channel(),
            signal.language(),
            Objects.requireNonNullElse(signal.overall(), ""),
            String.join(" ", signal.themes()),
            FormulaGuard.throughout(signal.text()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
