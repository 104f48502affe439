// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.office.FormulaGuard;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.audit.Entry;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The audit log as a file, a line an entry. */
enum AuditFile {
  CSV("text/csv;charset=utf-8"),
  NDJSON("application/x-ndjson");

  private static final List<String> COLUMNS =
      List.of("id", "when", "who", "name", "action", "subject", "from");
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final String mediaType;

  AuditFile(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** Writes the entries of [since, until) as they come. */
  void write(AuditLog audit, Instant since, Instant until, OutputStream out) throws IOException {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      if (this == CSV) {
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(COLUMNS);
        audit.forEach(since, until, entry -> print(csv, entry));
      } else {
        audit.forEach(since, until, entry -> print(writer, entry));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void print(CSVPrinter csv, Entry entry) {
    try {
      csv.printRecord(
          cells(entry).stream()
              .map(cell -> cell instanceof String text ? FormulaGuard.throughout(text) : cell)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(Writer writer, Entry entry) {
    Map<String, Object> line = new LinkedHashMap<>();
    List<Object> cells = cells(entry);
    for (int i = 0; i < cells.size(); i++) {
      line.put(COLUMNS.get(i), cells.get(i));
    }
    try {
      JSON.writeValue(writer, line);
      writer.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Object> cells(Entry entry) {
    return List.of(
        entry.id(),
        entry.notedAt().toString(),
        entry.who(),
        entry.name(),
        entry.action(),
        entry.subject(),
        entry.cameFrom());
  }
}
