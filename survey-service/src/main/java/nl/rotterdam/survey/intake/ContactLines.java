// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.intake.Lines.Line;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.ProblemException;

/** Contacts in a stream, one a line. */
@FunctionalInterface
interface ContactLines {
  /** The columns that a file of contacts may have. */
  List<String> FIELDS =
      List.of(
          "externalId",
          "channel",
          "location",
          "product",
          "wijk",
          "cluster",
          "language",
          "startedAt",
          "durationSeconds",
          "resolvedFirstTime",
          "email",
          "phone",
          AddressColumn.NAME);

  /** Those that it must have. */
  Set<String> REQUIRED = Set.of("externalId", "channel", "startedAt");

  /** The next one; empty at the end. */
  Optional<Read> next() throws IOException;

  /**
   * A line that was read.
   *
   * @param contact empty where it cannot be
   * @param errors why not
   */
  record Read(long line, Optional<NewContact> contact, List<FieldError> errors) {
    static Read bad(long line, FieldError error) {
      return new Read(line, Optional.empty(), List.of(error));
    }
  }

  /** Contacts as JSON objects. */
  static ContactLines json(InputStream in, CellReader reader) {
    Lines lines = new Lines(in);
    return () -> {
      Optional<Line> line = lines.next();
      while (line.flatMap(Line::bytes).filter(ContactLines::isBlank).isPresent()) {
        line = lines.next();
      }
      return line.map(
          found ->
              found.bytes().isEmpty()
                  ? Read.bad(
                      found.number(),
                      new FieldError("line", "is longer than %d bytes".formatted(Lines.MAX_BYTES)))
                  : read(
                      found.number(),
                      () -> reader.readJson(found.bytes().get(), NewContact.class)));
    };
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte one : bytes) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  /**
   * Contacts in columns.
   *
   * @throws BadFileException where the header is not that of such a file
   */
  static ContactLines csv(InputStream in, CsvMapping mapping, CellReader reader)
      throws IOException {
    CsvFile file = CsvFile.open(in, mapping, FIELDS, REQUIRED);
    return () ->
        file.next()
            .map(
                row ->
                    row.error()
                        .map(error -> Read.bad(row.line(), error))
                        .orElseGet(() -> read(row.line(), () -> read(row.cells(), reader))));
  }

  private static NewContact read(Map<String, String> cells, CellReader reader) {
    try {
      return reader.read(AddressColumn.apart(cells), NewContact.class);
    } catch (ProblemException e) {
      throw cells.containsKey(AddressColumn.NAME)
          ? ProblemException.badFields(
              e.problem().errors().stream().map(AddressColumn::together).toList())
          : e;
    }
  }

  private static Read read(long line, Supplier<NewContact> contact) {
    try {
      return new Read(line, Optional.of(contact.get()), List.of());
    } catch (ProblemException e) {
      return new Read(line, Optional.empty(), e.problem().errors());
    }
  }
}
