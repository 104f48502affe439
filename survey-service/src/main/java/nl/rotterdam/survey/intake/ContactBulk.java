// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.intake.ContactIntake.Outcome;
import nl.rotterdam.survey.intake.ContactLines.Read;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.Problem;
import nl.rotterdam.survey.problem.ProblemException;

/**
 * Takes in as many contacts as come, a batch at a time: each batch is one transaction, which begins
 * when the batch is there, so that a slow sender holds nothing. What became of each line is written
 * as it is known, and nothing is kept in memory but the batch.
 */
public final class ContactBulk {
  private static final int BATCH = 1000;
  private static final int AT_ONCE = 2;
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

  private final ContactIntake intake;
  private final ObjectWriter json;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE, new ThreadFactoryBuilder().setNameFormat("bulk-%d").setDaemon(true).build());

  public ContactBulk(ContactIntake intake) {
    this.intake = intake;
    this.json = new ObjectMapper().writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  /**
   * What became of a line.
   *
   * @param status {@code created}, {@code repeated} or {@code refused}
   * @param errors why it was refused; absent where it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineResult(
      long line,
      String status,
      UUID contactId,
      String decision,
      String reason,
      String surveyUrl,
      String surveyCodeUrl,
      List<FieldError> errors) {

    static LineResult of(long line, ContactIntake.Result result) {
      Receipt receipt = result.receipt();
      return new LineResult(
          line,
          result.created() ? "created" : "repeated",
          receipt.contactId(),
          receipt.decision(),
          receipt.reason(),
          receipt.surveyUrl(),
          receipt.surveyCodeUrl(),
          null);
    }

    static LineResult refused(long line, List<FieldError> errors) {
      return new LineResult(line, "refused", null, null, null, null, null, errors);
    }

    /** Leaves the link out: it must not reach a log. */
    @Override
    public String toString() {
      return "LineResult[" + line + " " + status + "]";
    }
  }

  /** How many lines there were, and what became of them: the last line of the results. */
  public record Summary(long lines, long created, long repeated, long refused) {}

  /**
   * Takes in all lines.
   *
   * @param objection why a contact is not taken from this source; empty where it is
   * @param onlyRefused whether results are written of refused lines alone
   * @param results gets one JSON object a line, and the summary at the end
   * @throws ProblemException 429 where too many are at it already
   * @throws IOException where the lines end before they are whole; whole batches before that are
   *     taken in
   */
  public void take(
      String source,
      ContactLines lines,
      Function<NewContact, Optional<FieldError>> objection,
      boolean onlyRefused,
      OutputStream results)
      throws IOException {
    if (!free.tryAcquire()) {
      throw ProblemException.tooMany(
          "%d files of contacts are being taken in at the moment".formatted(AT_ONCE), AGAIN_AFTER);
    }
    try (OutputStream out = new BufferedOutputStream(results, 64 * 1024);
        Run run = new Run(source, objection, onlyRefused, out)) {
      for (Optional<Read> line = lines.next(); line.isPresent(); line = lines.next()) {
        run.take(line.get());
      }
      run.end();
    } finally {
      free.release();
    }
  }

  /** One file: while a batch is stored, the next one is read. */
  private final class Run implements AutoCloseable {
    private final String source;
    private final Function<NewContact, Optional<FieldError>> objection;
    private final boolean onlyRefused;
    private final OutputStream out;
    private List<Read> batch = new ArrayList<>(BATCH);
    private CompletableFuture<Void> storing = CompletableFuture.completedFuture(null);
    private long created;
    private long repeated;
    private long refused;

    Run(
        String source,
        Function<NewContact, Optional<FieldError>> objection,
        boolean onlyRefused,
        OutputStream out) {
      this.source = source;
      this.objection = objection;
      this.onlyRefused = onlyRefused;
      this.out = out;
    }

    void take(Read read) throws IOException {
      batch.add(
          read.contact()
              .flatMap(objection)
              .map(error -> Read.bad(read.line(), error))
              .orElse(read));
      if (batch.size() == BATCH) {
        store();
      }
    }

    private void store() throws IOException {
      await();
      if (batch.isEmpty()) {
        return;
      }
      List<Read> full = batch;
      batch = new ArrayList<>(BATCH);
      storing = CompletableFuture.runAsync(() -> store(full), workers);
    }

    private void await() throws IOException {
      try {
        storing.join();
      } catch (CompletionException e) {
        Throwables.throwIfInstanceOf(e.getCause(), IOException.class);
        Throwables.throwIfUnchecked(e.getCause());
        throw e;
      }
    }

    private void store(List<Read> full) {
      Iterator<Outcome> outcomes =
          intake
              .receiveAll(source, full.stream().flatMap(read -> read.contact().stream()).toList())
              .iterator();
      try {
        for (Read read : full) {
          write(
              read.contact().isEmpty()
                  ? LineResult.refused(read.line(), read.errors())
                  : result(read.line(), outcomes.next()));
        }
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }

    @Override
    public void close() {
      // a sender that broke off leaves whole batches
      storing.exceptionally(failure -> null).join();
    }

    private static LineResult result(long line, Outcome outcome) {
      return outcome
          .result()
          .map(result -> LineResult.of(line, result))
          .orElseGet(
              () -> LineResult.refused(line, errors(outcome.refusal().orElseThrow().problem())));
    }

    private static List<FieldError> errors(Problem problem) {
      return problem.errors().isEmpty()
          ? List.of(new FieldError("line", problem.detail()))
          : problem.errors();
    }

    private void write(LineResult result) throws IOException {
      switch (result.status()) {
        case "created" -> created++;
        case "repeated" -> repeated++;
        default -> refused++;
      }
      if (!onlyRefused || result.errors() != null) {
        line(result);
      }
    }

    void end() throws IOException {
      store();
      await();
      line(new Summary(created + repeated + refused, created, repeated, refused));
    }

    private void line(Object value) throws IOException {
      json.writeValue(out, value);
      out.write('\n');
    }
  }
}
