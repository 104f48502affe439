// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.database;

import com.codahale.metrics.Meter;
import com.codahale.metrics.MetricRegistry;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.dropwizard.lifecycle.Managed;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Runs round after round on one of all instances, and on another one where that has crashed. A
 * round that fails is logged, counted and followed by the next one. When rounds come is by the
 * machine's own clock, as in any thread pool; what is due in them is not.
 */
public final class RoundSchedule implements Managed {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(30);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Scheduler scheduler;
  private final MetricRegistry metrics;

  /**
   * Something that is done again and again.
   *
   * @param name by which instances know it; one that has run must not get another
   * @param poll the time between rounds
   * @param work what to do; it is told whether the instance is stopping
   */
  public record Round(String name, Duration poll, Consumer<BooleanSupplier> work) {}

  /** With all rounds of the service: a scheduler in time strikes off what it does not know. */
  public RoundSchedule(DataSource dataSource, List<Round> rounds, MetricRegistry metrics) {
    this.metrics = metrics;
    Duration shortest = rounds.stream().map(Round::poll).reduce(LONGEST_POLL, RoundSchedule::min);
    this.scheduler =
        Scheduler.create(dataSource)
            .startTasks(rounds.stream().map(this::task).toList())
            .threads(rounds.size())
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .pollingInterval(shortest)
            .heartbeatInterval(HEARTBEAT)
            .shutdownMaxWait(PATIENCE)
            // the SQL that both databases share, and no hour that a clock change repeats
            .jdbcCustomization(new DefaultJdbcCustomization(true))
            .failureLogging(LogLevel.ERROR, true)
            .build();
  }

  private RecurringTask<Void> task(Round round) {
    Meter failures =
        metrics.meter(MetricRegistry.name(RoundSchedule.class, round.name(), "failures"));
    return Tasks.recurring(round.name(), FixedDelay.of(round.poll()))
        .execute((instance, context) -> run(round, context, failures));
  }

  private static void run(Round round, ExecutionContext context, Meter failures) {
    try {
      round.work().accept(context.getSchedulerState()::isShuttingDown);
    } catch (RuntimeException e) {
      failures.mark();
      throw e;
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  @Override
  public void start() {
    scheduler.start();
  }

  @Override
  public void stop() {
    scheduler.stop();
  }
}
