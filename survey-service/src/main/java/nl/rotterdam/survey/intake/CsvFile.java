// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.rotterdam.survey.problem.FieldError;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.apache.commons.io.input.BOMInputStream;

/** A CSV file with a header row, read line by line; what cannot be read is a row, too. */
final class CsvFile implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setIgnoreEmptyLines(true)
          .get();

  /**
   * A row of the file.
   *
   * @param line number of its first line, from 1
   * @param cells its cells by column; empty cells are left out
   * @param error why it cannot be read; then there are no cells
   */
  record Row(long line, Map<String, String> cells, Optional<FieldError> error) {}

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private boolean broken;

  private CsvFile(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
  }

  /**
   * Opens the file.
   *
   * @throws BadFileException where its header lacks a required column or has others than are known:
   *     nothing of such a file is read
   */
  static CsvFile open(Path path, List<String> columns, Set<String> required) throws IOException {
    Reader reader =
        new InputStreamReader(
            BOMInputStream.builder().setInputStream(Files.newInputStream(path)).get(),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try {
      CSVParser parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
      requireColumns(parser.getHeaderNames(), columns, required);
      return new CsvFile(parser);
    } catch (IOException | BadFileException e) {
      reader.close();
      throw e;
    } catch (IllegalArgumentException e) {
      reader.close();
      throw new BadFileException("the header names a column twice");
    }
  }

  private static void requireColumns(
      List<String> header, List<String> columns, Set<String> required) {
    Set<String> missing = new TreeSet<>(required);
    missing.removeAll(header);
    Set<String> unknown = new TreeSet<>(header);
    columns.forEach(unknown::remove);
    if (!missing.isEmpty() || !unknown.isEmpty()) {
      throw new BadFileException(
          "the header must name the columns %s%s%s"
              .formatted(
                  String.join(", ", columns),
                  missing.isEmpty() ? "" : "; it lacks " + String.join(", ", missing),
                  unknown.isEmpty() ? "" : "; not known are " + String.join(", ", unknown)));
    }
  }

  /** The next row; empty at the end. */
  Optional<Row> next() {
    if (broken) {
      return Optional.empty();
    }
    long line = parser.getCurrentLineNumber() + 1;
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      return Optional.of(row(line, records.next()));
    } catch (UncheckedIOException | IllegalStateException e) {
      // past this place nothing can be told apart any more
      broken = true;
      return Optional.of(
          bad(line, "file", "cannot be read from here on: quotes or encoding (UTF-8) are broken"));
    }
  }

  private Row row(long line, CSVRecord record) {
    if (!record.isConsistent()) {
      return bad(
          line,
          "line",
          "has %d cells where the header has %d"
              .formatted(record.size(), parser.getHeaderNames().size()));
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : parser.getHeaderNames()) {
      String cell = record.get(column);
      if (!cell.isEmpty()) {
        cells.put(column, cell);
      }
    }
    return new Row(line, cells, Optional.empty());
  }

  private static Row bad(long line, String field, String reason) {
    return new Row(line, Map.of(), Optional.of(new FieldError(field, reason)));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
