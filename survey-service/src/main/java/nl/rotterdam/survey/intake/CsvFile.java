// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.rotterdam.survey.intake.Lines.Line;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.ProblemException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header row, read row by row. What cannot be read is a row, too, and no more
 * than its one line: a quotation mark that nobody closed does not take the lines after it along.
 */
final class CsvFile implements AutoCloseable {
  /** Most lines of one row: a text over more lines is none that a person wrote into a cell. */
  private static final int MAX_LINES = 200;

  private final Lines lines;
  private final CsvMapping mapping;
  private final CSVFormat format;
  private final Pattern separator;
  private final Deque<Line> ahead = new ArrayDeque<>();
  private final int width;
  private final Map<String, int[]> places;

  /**
   * A row of the file.
   *
   * @param line number of its first line, from 1
   * @param cells its values by field; empty cells are left out
   * @param error why it cannot be read; then there are no cells
   */
  record Row(long line, Map<String, String> cells, Optional<FieldError> error) {}

  /**
   * A row as it stands in the file.
   *
   * @param cells empty where it cannot be read
   */
  private record Raw(long line, Optional<String[]> cells, String reason) {}

  private CsvFile(InputStream in, CsvMapping mapping, List<String> fields, Set<String> required)
      throws IOException {
    this.lines = new Lines(in);
    this.mapping = mapping;
    this.format = CSVFormat.RFC4180.builder().setDelimiter(mapping.separator()).get();
    this.separator = Pattern.compile(String.valueOf(mapping.separator()), Pattern.LITERAL);
    List<String> header =
        Arrays.stream(
                raw()
                    .flatMap(Raw::cells)
                    .orElseThrow(() -> new BadFileException("there is no header")))
            .map(String::strip)
            .toList();
    this.width = header.size();
    this.places = mapping.places(header, fields, required);
  }

  /**
   * Reads the header.
   *
   * @throws BadFileException where it lacks a required column or has others than are known: nothing
   *     of such a file is read
   */
  static CsvFile open(InputStream in, CsvMapping mapping, List<String> fields, Set<String> required)
      throws IOException {
    try {
      return new CsvFile(in, mapping, fields, required);
    } catch (IOException | BadFileException e) {
      in.close();
      throw e;
    }
  }

  /** The next row that is not empty; empty at the end. */
  Optional<Row> next() throws IOException {
    for (Optional<Raw> raw = raw(); raw.isPresent(); raw = raw()) {
      Raw found = raw.get();
      if (found.cells().isEmpty()) {
        return Optional.of(bad(found.line(), new FieldError("line", found.reason())));
      }
      if (!Arrays.stream(found.cells().get()).allMatch(String::isBlank)) {
        return Optional.of(row(found.line(), found.cells().get()));
      }
    }
    return Optional.empty();
  }

  private Row row(long line, String[] cells) {
    if (cells.length != width) {
      return bad(
          line,
          new FieldError(
              "line", "has %d cells where the header has %d".formatted(cells.length, width)));
    }
    Map<String, String> values = new LinkedHashMap<>(mapping.constants());
    try {
      places.forEach(
          (field, columns) ->
              mapping.value(field, cells, columns).ifPresent(value -> values.put(field, value)));
      return new Row(line, values, Optional.empty());
    } catch (ProblemException e) {
      return bad(line, e.problem().errors().get(0));
    }
  }

  private static Row bad(long line, FieldError error) {
    return new Row(line, Map.of(), Optional.of(error));
  }

  private Optional<Line> line() throws IOException {
    return ahead.isEmpty() ? lines.next() : Optional.of(ahead.pop());
  }

  /**
   * The next row with its cells: mostly one line, or more where a cell in quotation marks goes on.
   */
  private Optional<Raw> raw() throws IOException {
    Optional<Line> first = line();
    while (first.flatMap(Line::bytes).filter(bytes -> bytes.length == 0).isPresent()) {
      first = line();
    }
    return first.isEmpty() ? Optional.empty() : Optional.of(raw(first.get()));
  }

  private Raw raw(Line first) throws IOException {
    long number = first.number();
    if (first.bytes().isEmpty()) {
      return new Raw(
          number, Optional.empty(), "is longer than %d bytes".formatted(Lines.MAX_BYTES));
    }
    Optional<String> text = text(first);
    if (text.isEmpty()) {
      return new Raw(
          number, Optional.empty(), "is no text in the encoding " + mapping.encoding().name());
    }
    if (text.get().indexOf('"') < 0) {
      return new Raw(number, Optional.of(separator.split(text.get(), -1)), "");
    }
    Optional<String[]> cells = parse(text.get());
    if (cells.isEmpty()) {
      cells = over(text.get());
    }
    return new Raw(number, cells, "has quotation marks that do not fit");
  }

  /** A row that goes on over further lines; where there is none, those are read again. */
  private Optional<String[]> over(String first) throws IOException {
    List<Line> further = new ArrayList<>();
    StringBuilder text = new StringBuilder(first);
    while (further.size() < MAX_LINES && text.length() < Lines.MAX_BYTES) {
      Optional<Line> line = line();
      line.ifPresent(further::add);
      Optional<String> more = line.flatMap(this::text);
      if (more.isEmpty()) {
        break;
      }
      text.append('\n').append(more.get());
      if (more.get().indexOf('"') >= 0) {
        Optional<String[]> cells = parse(text.toString()).filter(all -> all.length == width);
        if (cells.isPresent()) {
          return cells;
        }
      }
    }
    for (int i = further.size() - 1; i >= 0; i--) {
      ahead.push(further.get(i));
    }
    return Optional.empty();
  }

  private Optional<String> text(Line line) {
    try {
      return line.bytes().isEmpty()
          ? Optional.empty()
          : Optional.of(
              mapping
                  .encoding()
                  .newDecoder()
                  .decode(ByteBuffer.wrap(line.bytes().get()))
                  .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The cells of exactly one row; empty where this is none. */
  private Optional<String[]> parse(String text) throws IOException {
    try (CSVParser parser = CSVParser.parse(text, format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? Optional.of(records.get(0).values()) : Optional.empty();
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
