// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.rotterdam.reporting.operation.CallbackDeadline;
import nl.rotterdam.reporting.table.CityCounts;
import nl.rotterdam.reporting.table.GivenCount;
import nl.rotterdam.survey.contact.ChangedMonthDao;
import nl.rotterdam.survey.contact.ChangedMonthDao.Change;
import nl.rotterdam.survey.contact.GivenCountDao;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.figures.CountsDao.Count;
import nl.rotterdam.survey.figures.CountsDao.CountedMonth;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * All that is counted. Months that are still filling are counted each time; those before are
 * counted once, kept, and counted again only when something in them changed.
 */
final class Counts {
  /**
   * The running month and the two before: one more than those whose changes are not marked, so that
   * a change that began before a month's end and was stored after it is counted, too.
   */
  private static final int FILLING = 3;

  private final Jdbi jdbi;
  private final CountsDao counts;
  private final ChangedMonthDao changes;
  private final GivenCountDao given;
  private final Breakdowns breakdowns;
  private final Clock clock;
  private final ZoneId zone;
  private final CallbackCounter callbacks;
  private final String calendar;

  Counts(Jdbi jdbi, Breakdowns breakdowns, Clock clock, ZoneId zone, CalendarSettings calendar) {
    this.jdbi = jdbi;
    this.counts = Database.dao(jdbi, CountsDao.class);
    this.changes = Database.dao(jdbi, ChangedMonthDao.class);
    this.given = Database.dao(jdbi, GivenCountDao.class);
    this.breakdowns = breakdowns;
    this.clock = clock;
    this.zone = zone;
    this.callbacks =
        new CallbackCounter(counts, new CallbackDeadline(calendar.toWorkingDays(), zone));
    this.calendar = UUID.nameUUIDFromBytes(calendar.toString().getBytes(UTF_8)).toString();
  }

  /** All that is counted up to the month, as it stood at one moment. */
  CityCounts upTo(YearMonth to) {
    Optional<YearMonth> first = counts.firstMonth().filter(month -> !month.isAfter(to));
    if (first.isEmpty()) {
      return new CityCounts(List.of(), List.of(), List.of(), given(), Map.of());
    }
    keepWhatIsOver(first.get(), to);
    CityCounts counted =
        jdbi.inTransaction(
            TransactionIsolationLevel.REPEATABLE_READ, handle -> read(first.get(), to));
    return counted.with(breakdowns.upTo(to, counted.months()));
  }

  private CityCounts read(YearMonth first, YearMonth to) {
    Set<YearMonth> kept = upToDate();
    List<Count> found = new ArrayList<>();
    counts.counted(first, to).stream()
        .filter(count -> kept.contains(count.month()))
        .filter(count -> !count.month().equals(to) || !CallbackCountRows.isCallback(count))
        .forEach(found::add);
    for (YearMonth from = first; !from.isAfter(to); from = from.plusMonths(1)) {
      if (kept.contains(from)) {
        continue;
      }
      YearMonth last = from;
      while (last.isBefore(to) && !kept.contains(last.plusMonths(1))) {
        last = last.plusMonths(1);
      }
      found.addAll(counts.count(from, last));
      found.addAll(counts.countKiosks(from, last));
      found.addAll(counts.countThemes(from, last));
      found.addAll(callbacks.count(from, last, endOf(to)));
      from = last;
    }
    if (kept.contains(to)) {
      found.addAll(callbacks.count(to, to, endOf(to)));
    }
    return new CityCounts(
            CountRows.months(found),
            CountRows.visits(found),
            CallbackCountRows.callbacks(found),
            given(),
            Map.of())
        .with(ThemeCountRows.themes(found))
        .with(breakdowns.ofKiosks(to, KioskCountRows.months(found)))
        .with(
            breakdowns.ofCallbacks(
                to, CallbackCountRows.parts(found), CallbackCountRows.scores(found)));
  }

  private List<GivenCount> given() {
    return given.list().stream().map(CountRows::given).toList();
  }

  private Instant endOf(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }

  /** The months that are kept, have not changed since, and were judged by this calendar. */
  private Set<YearMonth> upToDate() {
    Set<YearMonth> kept =
        counts.listCountedMonths().stream()
            .filter(month -> month.calendar().equals(calendar))
            .map(CountedMonth::month)
            .collect(Collectors.toSet());
    changes.list().forEach(change -> kept.remove(change.month()));
    return kept;
  }

  private void keepWhatIsOver(YearMonth first, YearMonth to) {
    YearMonth over = YearMonth.now(clock.withZone(zone)).minusMonths(FILLING);
    Set<YearMonth> kept = upToDate();
    Stream.iterate(first, month -> !month.isAfter(to), month -> month.plusMonths(1))
        .filter(month -> !month.isAfter(over) && !kept.contains(month))
        .forEach(month -> jdbi.useTransaction(handle -> keep(month)));
  }

  /**
   * Counts a month and keeps it. The changes are read first: one that comes in between is counted
   * already and stays noted, which costs no more than counting the month once again.
   */
  private void keep(YearMonth month) {
    counts.lock();
    if (upToDate().contains(month)) {
      return;
    }
    List<Long> counted =
        changes.list().stream()
            .filter(change -> change.month().equals(month))
            .map(Change::id)
            .toList();
    counts.forgetCounts(month);
    counts.forgetMonth(month);
    counts.keep(counts.count(month, month));
    counts.keep(counts.countKiosks(month, month));
    counts.keep(counts.countThemes(month, month));
    counts.keep(callbacks.count(month, month, clock.instant()));
    counts.keepMonth(month, calendar, clock.instant());
    if (!counted.isEmpty()) {
      changes.delete(counted);
    }
  }
}
