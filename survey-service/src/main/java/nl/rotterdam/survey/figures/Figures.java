// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every figure, from what is counted in the database. */
public final class Figures {
  private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

  private static final YearMonth EARLIEST = YearMonth.of(2000, 1);

  private static final int TABLES_KEPT = 24;

  private final Counts counts;
  private final Publications publications;
  private final Clock clock;
  private final ZoneId zone;
  private final Definitions definitions;
  private final Duration maxAge;
  private final LoadingCache<YearMonth, Made> tables;

  /**
   * A table, and whether it is the one that was published.
   *
   * @param frozen false, too, for a moment after another process has published it
   */
  private record Made(FiguresTable table, boolean frozen) {}

  /**
   * What was published of a month.
   *
   * @param table for the internal audience
   */
  public record Published(Publications.Edition edition, FiguresTable table) {}

  /**
   * @throws IllegalArgumentException where baseline and confirmatory window do not fit each other
   */
  public Figures(
      Jdbi jdbi,
      Publications publications,
      Clock clock,
      ZoneId zone,
      FigureSettings settings,
      CalendarSettings calendar) {
    this.publications = publications;
    this.counts =
        new Counts(
            jdbi, new Breakdowns(jdbi, clock, zone, settings.threshold()), clock, zone, calendar);
    this.clock = clock;
    this.zone = zone;
    this.definitions = settings.toDefinitions();
    this.maxAge = settings.maxAge();
    this.tables = cache();
  }

  /** Tables are shown for so long; one that is asked for is made anew before that, beside. */
  private LoadingCache<YearMonth, Made> cache() {
    Caffeine<Object, Object> tablesKept =
        Caffeine.newBuilder().maximumSize(TABLES_KEPT).expireAfterWrite(maxAge);
    if (!maxAge.isZero()) {
      tablesKept.refreshAfterWrite(maxAge.dividedBy(3));
    }
    return tablesKept.build(this::made);
  }

  private Made made(YearMonth to) {
    return publications
        .findTable(to)
        .map(table -> new Made(table, true))
        .orElseGet(() -> new Made(current(to), false));
  }

  /**
   * Makes the running month's table beside, so that who asks first after a start need not wait for
   * it: most of that is Java's own start. What comes back is done when the table is made, or cannot
   * be.
   */
  public CompletableFuture<Void> prepare() {
    return maxAge.isZero()
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.runAsync(this::tryPrepare);
  }

  private void tryPrepare() {
    try {
      table(runningMonth());
    } catch (RuntimeException e) {
      LOG.warn("No figures could be made at the start", e);
    }
  }

  /** The month that is running now. */
  public YearMonth runningMonth() {
    return YearMonth.now(clock.withZone(zone));
  }

  /** Whether figures up to this month may still change because the month is not over. */
  public boolean provisional(YearMonth to) {
    return !to.isBefore(runningMonth());
  }

  /**
   * The month that somebody asks for by this parameter.
   *
   * @throws ProblemException 400 where it is no month from 2000-01 to the running one
   */
  public YearMonth month(String parameter, String written) {
    YearMonth running = runningMonth();
    return parse(written)
        .filter(month -> !month.isBefore(EARLIEST) && !month.isAfter(running))
        .orElseThrow(
            () ->
                ProblemException.badField(
                    parameter,
                    "must be a month such as 2025-05, from %s to the running month %s"
                        .formatted(EARLIEST, running)));
  }

  private static Optional<YearMonth> parse(String written) {
    try {
      return Optional.of(YearMonth.parse(written));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Every figure up to the month, values below publication included: as published where the month
   * is, else as it stands, less than {@link FigureSettings#maxAge} ago.
   */
  public FiguresTable table(YearMonth to) {
    return tables.get(to).table();
  }

  /** The same, made anew and not kept: for who goes through many months. */
  public FiguresTable make(YearMonth to) {
    return made(to).table();
  }

  /** From now on the table of this month is the one that was published. */
  void published(YearMonth month) {
    tables.invalidate(month);
  }

  /** The publication of this month with its own table; empty where it is not published. */
  public Optional<Published> findPublished(YearMonth to) {
    return publications
        .find(to)
        .map(
            edition -> {
              if (!tables.get(to).frozen()) {
                tables.invalidate(to);
              }
              return new Published(edition, table(to));
            });
  }

  /** When the figures up to this month were published; empty where they were not. */
  public Optional<Instant> publishedAt(YearMonth to) {
    return publications.find(to).map(Publications.Edition::publishedAt);
  }

  /** The last month that is published: none before it can be any more. */
  public Optional<YearMonth> lastPublished() {
    return publications.months().stream().reduce((earlier, later) -> later);
  }

  /** Every figure up to the month as it stands at this moment, published or not. */
  FiguresTable current(YearMonth to) {
    return FiguresTable.of(counts.upTo(to), definitions, to);
  }
}
