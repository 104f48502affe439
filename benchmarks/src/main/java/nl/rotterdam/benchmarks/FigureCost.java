// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.rotterdam.survey.figures.CalendarSettings;
import nl.rotterdam.survey.figures.FigureSettings;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.Publications;
import org.jdbi.v3.core.Jdbi;

/**
 * What the figures table costs without a cache.
 *
 * @param first the first one ever, which counts and keeps all months and years
 * @param recount each one after that, which is made behind the cache
 * @param plain for scale: reading all answers and counting them by month and channel
 */
record FigureCost(Duration first, Duration recount, Duration plain) {
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final int TIMES = 9;
  private static final List<String> PLAINLY =
      List.of("enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan");
  private static final List<String> KEPT =
      List.of("month_count", "counted_month", "changed_month", "group_score", "broken_down_year");

  static FigureCost measure(Jdbi jdbi, Clock clock) {
    jdbi.useHandle(
        handle -> KEPT.forEach(table -> handle.createUpdate("delete from " + table).execute()));
    Figures figures = uncached(jdbi, clock);
    return new FigureCost(time(figures), median(() -> time(figures)), median(() -> plainly(jdbi)));
  }

  private static Duration median(Supplier<Duration> measurement) {
    return Spread.of(Stream.generate(measurement).limit(TIMES).toList()).median();
  }

  private static Duration plainly(Jdbi jdbi) {
    return jdbi.inTransaction(
        handle -> {
          PLAINLY.forEach(way -> handle.execute("set local " + way + " = off"));
          long start = System.nanoTime();
          handle
              .createQuery("select contact_month, channel, count(*) from answer group by 1, 2")
              .mapToMap()
              .list();
          return Duration.ofNanos(System.nanoTime() - start);
        });
  }

  static Duration time(Figures figures) {
    long start = System.nanoTime();
    figures.table(figures.runningMonth());
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    Progress.say("a table in %d ms", taken.toMillis());
    return taken;
  }

  /** The figures as config.yml has them, but counted anew each time. */
  static Figures uncached(Jdbi jdbi, Clock clock) {
    int year = YearMonth.now(clock.withZone(ZONE)).getYear();
    FigureSettings settings =
        new FigureSettings(
            baseline(year),
            null,
            0.30,
            YearMonth.of(year, 12),
            confirmatory(year),
            30,
            0.90,
            List.of(),
            Duration.ZERO);
    return new Figures(
        jdbi,
        new Publications(jdbi),
        clock,
        ZONE,
        settings,
        new CalendarSettings("working", "2024", List.of()));
  }

  /** The first calendar year of the data that is whole. */
  static String baseline(int year) {
    return Integer.toString(year - 4);
  }

  static String confirmatory(int year) {
    return "%d-01..%d-12".formatted(year, year);
  }
}
