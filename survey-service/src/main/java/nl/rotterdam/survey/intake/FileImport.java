// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import nl.rotterdam.survey.intake.History.Outcome;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.ProblemException;

/** Reads a file of the past into the database: the good lines go in, the bad ones are named. */
public final class FileImport {
  private static final int BATCH = 1000;

  private final CsvMapping mapping;
  private final Consumer<String> complaints;
  private final LongConsumer progress;

  /** For the service's own files. */
  public FileImport(Consumer<String> complaints, LongConsumer progress) {
    this(CsvMapping.OWN, complaints, progress);
  }

  /**
   * @param mapping how the file is read
   * @param complaints gets a sentence for each bad line: file, line, field and reason
   * @param progress gets the number of the line that was reached
   */
  public FileImport(CsvMapping mapping, Consumer<String> complaints, LongConsumer progress) {
    this.mapping = mapping;
    this.complaints = complaints;
    this.progress = progress;
  }

  /** How many lines were new, known from before, and bad. */
  public record Summary(long stored, long known, long bad) {}

  /**
   * Imports one file.
   *
   * @throws IOException where it cannot be opened
   * @throws BadFileException where its header is not that of such a file
   */
  public <T> Summary run(Path file, History<T> history) throws IOException {
    Run<T> run = new Run<>(file, history);
    try (CsvFile csv =
        CsvFile.open(Files.newInputStream(file), mapping, history.columns(), history.required())) {
      for (Optional<CsvFile.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
        run.take(row.get());
      }
    }
    run.store();
    return new Summary(run.stored, run.known, run.bad);
  }

  private final class Run<T> {
    private final String file;
    private final History<T> history;
    private final List<T> batch = new ArrayList<>(BATCH);
    private final List<Long> lines = new ArrayList<>(BATCH);
    private long stored;
    private long known;
    private long bad;

    Run(Path file, History<T> history) {
      this.file = String.valueOf(file.getFileName());
      this.history = history;
    }

    void take(CsvFile.Row row) {
      if (row.error().isPresent()) {
        complain(row.line(), row.error().get());
        return;
      }
      try {
        batch.add(history.read(row.cells()));
        lines.add(row.line());
      } catch (ProblemException e) {
        complain(row.line(), e.problem().errors().get(0));
      }
      if (batch.size() == BATCH) {
        store();
      }
    }

    void store() {
      if (batch.isEmpty()) {
        return;
      }
      List<Outcome> outcomes = history.store(batch);
      for (int i = 0; i < outcomes.size(); i++) {
        Outcome outcome = outcomes.get(i);
        if (outcome.refusal().isPresent()) {
          complain(lines.get(i), outcome.refusal().get());
        } else if (outcome.stored()) {
          stored++;
        } else {
          known++;
        }
      }
      progress.accept(lines.get(lines.size() - 1));
      batch.clear();
      lines.clear();
    }

    private void complain(long line, FieldError error) {
      bad++;
      complaints.accept(
          "%s:%d: %s: %s".formatted(file, line, mapping.named(error.field()), error.reason()));
    }
  }
}
