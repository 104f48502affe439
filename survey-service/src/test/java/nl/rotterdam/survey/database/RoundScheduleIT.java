// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import nl.rotterdam.survey.database.RoundSchedule.Round;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One of several instances does a round at a time, whatever becomes of it. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RoundScheduleIT {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final int PATIENCE_SECONDS = 30;

  @Parameter TestDatabase database;

  private final MetricRegistry metrics = new MetricRegistry();
  private ManagedDataSource dataSource;

  @BeforeEach
  void connect() {
    dataSource = database.fresh().dataSource(Path.of("")).build(new MetricRegistry(), "test");
    Database.migrate(dataSource);
  }

  @AfterEach
  void disconnect() throws Exception {
    dataSource.stop();
  }

  private RoundSchedule schedule(Consumer<BooleanSupplier> round) {
    return new RoundSchedule(dataSource, List.of(new Round("work", POLL, round)), metrics);
  }

  @Test
  void twoInstancesNeverDoARoundAtTheSameTime() throws Exception {
    AtomicInteger running = new AtomicInteger();
    Set<Integer> atOnce = ConcurrentHashMap.newKeySet();
    CountDownLatch rounds = new CountDownLatch(10);
    Consumer<BooleanSupplier> round =
        stopping -> {
          atOnce.add(running.incrementAndGet());
          pause();
          running.decrementAndGet();
          rounds.countDown();
        };
    List<RoundSchedule> instances = List.of(schedule(round), schedule(round));
    instances.forEach(RoundSchedule::start);
    try {
      assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      instances.forEach(RoundSchedule::stop);
    }
    assertThat(atOnce).containsExactly(1);
  }

  @Test
  void aRoundThatFailsIsCountedAndFollowedByTheNext() throws Exception {
    CountDownLatch rounds = new CountDownLatch(3);
    RoundSchedule schedule =
        schedule(
            stopping -> {
              rounds.countDown();
              throw new IllegalStateException("This round fails, as a test of what comes after it");
            });
    schedule.start();
    try {
      assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      schedule.stop();
    }
    assertThat(metrics.meter(RoundSchedule.class.getName() + ".work.failures").getCount())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void aRoundInWhichAnInstanceCrashedIsDoneAgain() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    RoundSchedule crashing = schedule(stopping -> first.countDown());
    crashing.start();
    assertThat(first.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    crashing.stop();
    Jdbi.create(dataSource)
        .useHandle(
            handle ->
                handle.execute(
                    """
                    update scheduled_tasks set picked = true, picked_by = 'crashed',
                      last_heartbeat = timestamp with time zone '2020-01-01 00:00:00Z'
                    """));

    CountDownLatch again = new CountDownLatch(1);
    RoundSchedule other = schedule(stopping -> again.countDown());
    other.start();
    try {
      assertThat(again.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      other.stop();
    }
  }

  @Test
  void oneRoundDoesNotWaitForAnother() throws Exception {
    CountDownLatch over = new CountDownLatch(3);
    Round slow =
        new Round(
            "slow",
            POLL,
            stopping -> {
              while (over.getCount() > 0 && !stopping.getAsBoolean()) {
                pause();
              }
            });
    Round quick = new Round("quick", POLL, stopping -> over.countDown());
    RoundSchedule schedule = new RoundSchedule(dataSource, List.of(slow, quick), metrics);
    schedule.start();
    try {
      assertThat(over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      schedule.stop();
    }
  }

  @Test
  void stoppingWaitsForTheRoundInHandAndTellsItSo() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    RoundSchedule schedule =
        schedule(
            stopping -> {
              begun.countDown();
              while (!stopping.getAsBoolean()) {
                pause();
              }
              told.countDown();
            });
    schedule.start();
    assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    schedule.stop();

    assertThat(told.getCount()).isZero();
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException("A round is not interrupted", e);
    }
  }
}
