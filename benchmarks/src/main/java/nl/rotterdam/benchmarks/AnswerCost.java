// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import com.codahale.metrics.MetricRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.rotterdam.survey.answer.AnswerService;
import nl.rotterdam.survey.answer.AnsweringSettings;
import nl.rotterdam.survey.answer.ScannerWatch;
import nl.rotterdam.survey.answer.Scores;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.invitation.LinkToken;

/**
 * What it costs to store answers by eight threads at once.
 *
 * @param pause how long after each other figures were counted meanwhile; negative is never
 */
record AnswerCost(Duration pause, Duration median, Duration p99, double perSecond) {
  static final int THREADS = 8;
  private static final Duration NEVER = Duration.ofSeconds(-1);
  private static final Duration AS_SERVED = Duration.ofSeconds(15);
  private static final Duration FOR = Duration.ofSeconds(20);
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final long SURVEYS = 100_000;

  static List<AnswerCost> measure(City city, Clock clock) throws Exception {
    load(city, clock, NEVER, WARM_UP);
    return List.of(
        load(city, clock, NEVER, FOR),
        load(city, clock, AS_SERVED, FOR),
        load(city, clock, Duration.ZERO, FOR));
  }

  private static AnswerCost load(City city, Clock clock, Duration pause, Duration duration)
      throws Exception {
    long first = city.open(SURVEYS);
    ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
    Figures figures = FigureCost.uncached(city.jdbi(), clock);
    FigureCost.time(figures);
    if (!pause.isNegative()) {
      reader.scheduleWithFixedDelay(
          () -> FigureCost.time(figures), 1, 1 + pause.toMillis(), TimeUnit.MILLISECONDS);
    }
    try {
      return store(city, clock, pause, first, duration);
    } finally {
      reader.shutdown();
      reader.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static AnswerCost store(
      City city, Clock clock, Duration pause, long first, Duration duration) throws Exception {
    AnswerService service =
        new AnswerService(
            city.jdbi(),
            new ChangedMonths(city.jdbi(), clock, FigureCost.ZONE),
            new ScannerWatch(
                new AnsweringSettings(Duration.ofSeconds(10), 4, Duration.ofSeconds(10)),
                new MetricRegistry()),
            clock);
    AtomicLong next = new AtomicLong(first);
    Instant end = clock.instant().plus(duration);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<List<Duration>>> residents = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      residents.add(threads.submit(() -> answerUntil(end, clock, service, next, first + SURVEYS)));
    }
    List<Duration> times = new ArrayList<>();
    for (Future<List<Duration>> resident : residents) {
      times.addAll(resident.get());
    }
    threads.shutdown();
    Spread spread = Spread.of(times);
    AnswerCost cost =
        new AnswerCost(
            pause, spread.median(), spread.quantile(0.99), times.size() * 1e9 / duration.toNanos());
    Progress.say("%s", cost);
    return cost;
  }

  private static List<Duration> answerUntil(
      Instant end, Clock clock, AnswerService service, AtomicLong next, long last) {
    List<Duration> times = new ArrayList<>();
    while (clock.instant().isBefore(end)) {
      long survey = next.getAndIncrement();
      if (survey >= last) {
        throw new IllegalStateException("There are no open surveys left");
      }
      LinkToken token = new LinkToken("%22s".formatted(survey).replace(' ', 'A'));
      long start = System.nanoTime();
      if (service.answer(token, new Scores(8, 7, 9, (int) (survey % 11)), null)
          != AnswerService.Outcome.STORED) {
        throw new IllegalStateException("Survey " + survey + " is not open");
      }
      times.add(Duration.ofNanos(System.nanoTime() - start));
    }
    return times;
  }
}
