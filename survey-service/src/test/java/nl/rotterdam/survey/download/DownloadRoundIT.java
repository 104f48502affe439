// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of what employees asked for, in either database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DownloadRoundIT {
  private static final String NOOR = "noor";
  private static final Order APRIL = Order.pack(YearMonth.of(2025, 4));

  @Parameter TestDatabase database;

  private final TestClock clock = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));
  private ManagedDataSource dataSource;
  private Jdbi jdbi;
  private Downloads downloads;

  /** Makes something in two steps. */
  @FunctionalInterface
  private interface Work extends Contents {
    @Override
    default String fileName(Order order) {
      return "file.zip";
    }

    @Override
    default int steps(Order order) {
      return 2;
    }
  }

  @BeforeEach
  void open() {
    dataSource = database.fresh().dataSource(Path.of("")).build(new MetricRegistry(), "test");
    Database.migrate(dataSource);
    jdbi = Database.configure(Jdbi.create(dataSource).installPlugin(new SqlObjectPlugin()));
    downloads = new Downloads(jdbi, clock);
  }

  @AfterEach
  void close() throws Exception {
    dataSource.stop();
  }

  @Test
  void fileOfManyPartsIsReadAsItWasWritten() throws Exception {
    byte[] content = new byte[3 * PartsStream.PART + 17];
    new Random(1).nextBytes(content);
    downloads.ask(NOOR, APRIL);
    run(
        (order, out, step) -> {
          out.write(content, 0, 100);
          out.write(content[100]);
          step.run();
          out.write(content, 101, content.length - 101);
          step.run();
        });
    Download ready = only();
    assertThat(ready.state()).isEqualTo(Download.State.READY);
    assertThat(ready.bytes()).isEqualTo(content.length);
    assertThat(file(ready)).isEqualTo(content);
    assertThat(count("download_part")).isEqualTo(4);
  }

  @Test
  void progressIsSeenWhileItIsMade() {
    downloads.ask(NOOR, APRIL);
    assertThat(only().state()).isEqualTo(Download.State.WAITING);
    run(
        (order, out, step) -> {
          assertThat(only().state()).isEqualTo(Download.State.RUNNING);
          step.run();
          assertThat(only().done()).isEqualTo(1);
          assertThat(only().steps()).isEqualTo(2);
        });
    assertThat(only().state()).isEqualTo(Download.State.READY);
  }

  @Test
  void nameIsThatOfWhenItWasBegun() {
    String[] name = {"concept.zip"};
    downloads.ask(NOOR, APRIL);
    round(
            new Work() {
              @Override
              public String fileName(Order order) {
                return name[0];
              }

              @Override
              public void write(Order order, OutputStream out, Runnable step) {
                name[0] = "published.zip";
              }
            })
        .run(never());
    assertThat(only().fileName()).isEqualTo("concept.zip");
  }

  @Test
  void whatFailsIsSaidAndLeavesNothingBehind() {
    downloads.ask(NOOR, APRIL);
    run(
        (order, out, step) -> {
          out.write(new byte[2 * PartsStream.PART]);
          throw new IOException("on cue");
        });
    assertThat(only().state()).isEqualTo(Download.State.FAILED);
    assertThat(count("download_part")).isZero();
    assertThat(downloads.findReady(only().id(), NOOR)).isEmpty();
  }

  @Test
  void instanceThatStopsLeavesItForTheNextRound() {
    downloads.ask(NOOR, APRIL);
    boolean[] stopping = {false};
    Work half =
        (order, out, step) -> {
          out.write(new byte[PartsStream.PART]);
          stopping[0] = true;
          step.run();
        };
    for (int i = 0; i < 5; i++) {
      stopping[0] = false;
      round(half).run(() -> stopping[0]);
      assertThat(only().state()).as("its fault it is not").isEqualTo(Download.State.WAITING);
    }
    run((order, out, step) -> out.write(1));
    assertThat(only().bytes()).as("made anew").isEqualTo(1);
  }

  @Test
  void whatCrashesAgainAndAgainIsGivenUp() {
    downloads.ask(NOOR, APRIL);
    DownloadRound crashing =
        round(
            (order, out, step) -> {
              out.write(new byte[PartsStream.PART]);
              throw new Crash();
            });
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> crashing.run(never())).isInstanceOf(Crash.class);
      assertThat(only().endedAt()).isNull();
    }
    crashing.run(never());
    assertThat(only().state()).isEqualTo(Download.State.FAILED);
    assertThat(count("download_part")).isZero();
  }

  @Test
  void sameIsNotMadeTwiceForWhoWaitsForIt() {
    downloads.ask(NOOR, APRIL);
    downloads.ask(NOOR, APRIL);
    assertThat(downloads.list(NOOR)).hasSize(1);
    downloads.ask(NOOR, Order.reports(YearMonth.of(2025, 1), YearMonth.of(2025, 4), "nl"));
    downloads.ask(NOOR, Order.reports(YearMonth.of(2025, 1), YearMonth.of(2025, 4), "en"));
    assertThat(downloads.list(NOOR)).hasSize(3);
    downloads.ask("bram", APRIL);
    assertThat(downloads.list(NOOR)).hasSize(3);
    run((order, out, step) -> out.write(1));
    downloads.ask(NOOR, APRIL);
    assertThat(downloads.list(NOOR)).as("once it is ready, it may be asked for anew").hasSize(4);
  }

  @Test
  void fileIsForWhoAskedForIt() {
    downloads.ask(NOOR, APRIL);
    run((order, out, step) -> out.write(1));
    assertThat(downloads.findReady(only().id(), NOOR)).isPresent();
    assertThat(downloads.findReady(only().id(), "bram")).isEmpty();
    assertThat(downloads.findReady(UUID.randomUUID(), NOOR)).isEmpty();
  }

  @Test
  void isForgottenSevenDaysAfterItWasMade() {
    downloads.ask(NOOR, APRIL);
    run((order, out, step) -> out.write(1));
    clock.advance(Duration.ofDays(7).minusSeconds(1));
    run((order, out, step) -> {});
    assertThat(downloads.list(NOOR)).hasSize(1);
    assertThat(only().keptUntil()).contains(Instant.parse("2025-05-21T10:00:00Z"));
    clock.advance(Duration.ofSeconds(1));
    run((order, out, step) -> {});
    assertThat(downloads.list(NOOR)).isEmpty();
    assertThat(count("download_part")).isZero();
  }

  /** As when the machine loses its power. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private static BooleanSupplier never() {
    return () -> false;
  }

  private void run(Work work) {
    round(work).run(never());
  }

  private DownloadRound round(Work work) {
    return new DownloadRound(jdbi, Map.of(Order.Kind.PACK, work, Order.Kind.REPORTS, work), clock);
  }

  private Download only() {
    assertThat(downloads.list(NOOR)).hasSize(1);
    return downloads.list(NOOR).get(0);
  }

  private byte[] file(Download ready) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    OutputStream out = read;
    downloads.write(ready.id(), out);
    return read.toByteArray();
  }

  private long count(String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }
}
