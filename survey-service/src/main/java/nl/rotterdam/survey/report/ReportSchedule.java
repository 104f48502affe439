// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

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
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Runs round after round on one of all instances, and on another one where that has crashed. A
 * round that fails is logged, counted and followed by the next one. When rounds come is by the
 * machine's own clock, as in any thread pool; what is due in them is not.
 */
public final class ReportSchedule implements Managed {
  private static final Duration LONGEST_POLL = Duration.ofSeconds(30);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Scheduler scheduler;
  private final Consumer<BooleanSupplier> round;
  private final Meter failures;

  /**
   * @param round what to do; it is told whether the instance is stopping
   * @param poll the time between rounds
   */
  public ReportSchedule(
      DataSource dataSource,
      Consumer<BooleanSupplier> round,
      Duration poll,
      MetricRegistry metrics) {
    this.round = round;
    this.failures = metrics.meter(MetricRegistry.name(ReportSchedule.class, "failures"));
    RecurringTask<Void> task =
        Tasks.recurring("reports", FixedDelay.of(poll))
            .execute((instance, context) -> run(context));
    this.scheduler =
        Scheduler.create(dataSource)
            .startTasks(task)
            .threads(1)
            .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
            .pollingInterval(poll.compareTo(LONGEST_POLL) < 0 ? poll : LONGEST_POLL)
            .heartbeatInterval(HEARTBEAT)
            .shutdownMaxWait(PATIENCE)
            // the SQL that both databases share, and no hour that a clock change repeats
            .jdbcCustomization(new DefaultJdbcCustomization(true))
            .failureLogging(LogLevel.ERROR, true)
            .build();
  }

  private void run(ExecutionContext context) {
    try {
      round.accept(context.getSchedulerState()::isShuttingDown);
    } catch (RuntimeException e) {
      failures.mark();
      throw e;
    }
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
