// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static java.util.stream.Collectors.toSet;

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
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import nl.rotterdam.survey.invitation.Asking.Candidate;
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
  private static final int BATCHES_AT_ONCE = 2;
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

  private final ContactIntake intake;
  private final ObjectWriter json;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          AT_ONCE * BATCHES_AT_ONCE,
          new ThreadFactoryBuilder().setNameFormat("bulk-%d").setDaemon(true).build());

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

  /**
   * A line that was read.
   *
   * @param candidate empty where it cannot be taken in
   * @param errors why not
   */
  private record Line(long number, Optional<Candidate> candidate, List<FieldError> errors) {
    static Line bad(long number, List<FieldError> errors) {
      return new Line(number, Optional.empty(), errors);
    }
  }

  /**
   * Lines that are stored together.
   *
   * @param claims what they are about
   * @param written done when they are stored, and what became of them and of all before is written
   */
  private record Batch(Set<Object> claims, CompletableFuture<Void> written) {
    private static final Batch NONE = new Batch(Set.of(), CompletableFuture.completedFuture(null));
  }

  /** One file: while batches are stored, the next one is read and prepared. */
  private final class Run implements AutoCloseable {
    private final String source;
    private final Function<NewContact, Optional<FieldError>> objection;
    private final boolean onlyRefused;
    private final OutputStream out;
    private List<Read> batch = new ArrayList<>(BATCH);
    private Batch last = Batch.NONE;
    private CompletableFuture<Void> before = last.written();
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

    /** Two at a time, unless the second is about what the first is about. */
    private void store() throws IOException {
      if (batch.isEmpty()) {
        return;
      }
      List<Line> lines = batch.stream().map(this::prepare).toList();
      batch = new ArrayList<>(BATCH);
      Set<Object> claims = claims(lines);
      await(Collections.disjoint(claims, last.claims()) ? before : last.written());
      before = last.written();
      CompletableFuture<Void> written =
          CompletableFuture.supplyAsync(() -> store(lines), workers)
              .thenCombine(before, (results, nothing) -> results)
              .thenAccept(this::write);
      last = new Batch(claims, written);
    }

    private static Set<Object> claims(List<Line> lines) {
      return lines.stream()
          .flatMap(line -> line.candidate().stream())
          .flatMap(Candidate::claims)
          .collect(toSet());
    }

    private Line prepare(Read read) {
      if (read.contact().isEmpty()) {
        return Line.bad(read.line(), read.errors());
      }
      try {
        Candidate candidate = intake.prepare(source, read.contact().get());
        return new Line(read.line(), Optional.of(candidate), List.of());
      } catch (ProblemException e) {
        return Line.bad(read.line(), errors(e.problem()));
      }
    }

    private void await(CompletableFuture<Void> written) throws IOException {
      try {
        written.join();
      } catch (CompletionException e) {
        Throwables.throwIfInstanceOf(e.getCause(), IOException.class);
        Throwables.throwIfUnchecked(e.getCause());
        throw e;
      }
    }

    private List<LineResult> store(List<Line> lines) {
      Iterator<Outcome> outcomes =
          intake
              .receiveAll(
                  source, lines.stream().flatMap(line -> line.candidate().stream()).toList())
              .iterator();
      return lines.stream()
          .map(
              line ->
                  line.candidate().isEmpty()
                      ? LineResult.refused(line.number(), line.errors())
                      : result(line.number(), outcomes.next()))
          .toList();
    }

    private void write(List<LineResult> results) {
      try {
        for (LineResult result : results) {
          write(result);
        }
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }

    @Override
    public void close() {
      // a sender that broke off leaves whole batches
      last.written().exceptionally(failure -> null).join();
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
      await(last.written());
      line(new Summary(created + repeated + refused, created, repeated, refused));
    }

    private void line(Object value) throws IOException {
      json.writeValue(out, value);
      out.write('\n');
    }
  }
}
