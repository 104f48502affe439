// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.signal.SignalDao.Waiting;
import nl.rotterdam.survey.webhook.EventType;
import nl.rotterdam.survey.webhook.WebhookOutbox;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the themes of open answers and lets them out: several together, so that whoever sees one
 * come cannot tell whose it is from when it came.
 */
public final class SignalRound {
  /** How often to look. */
  public static final Duration POLL = Duration.ofMinutes(1);

  /** How long is kept when they came out, beyond the month in which they did. */
  static final Duration ORDERED = Duration.ofDays(30);

  private static final int BATCH = 500;

  private final Jdbi jdbi;
  private final SignalDao signals;
  private final Themes themes;
  private final int together;
  private final ChangedMonths changed;
  private final WebhookOutbox outbox;
  private final String feed;
  private final Clock clock;

  /**
   * @param together how many come out at once, at least, unless the month is over
   * @param feed where other systems fetch them
   */
  public SignalRound(
      Jdbi jdbi,
      Themes themes,
      int together,
      ChangedMonths changed,
      WebhookOutbox outbox,
      String feed,
      Clock clock) {
    this.jdbi = jdbi;
    this.signals = Database.dao(jdbi, SignalDao.class);
    this.themes = themes;
    this.together = together;
    this.changed = changed;
    this.outbox = outbox;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * Does all that is due.
   *
   * @param stopping whether to leave the rest for the next round
   */
  public void run(BooleanSupplier stopping) {
    jdbi.useTransaction(handle -> requireVersion());
    int some = BATCH;
    while (some == BATCH && !stopping.getAsBoolean()) {
      some = jdbi.inTransaction(handle -> findThemes());
    }
    jdbi.useTransaction(handle -> release());
    jdbi.useTransaction(handle -> coarsen());
  }

  /** Other term lists than those of before: all is looked through anew. */
  private void requireVersion() {
    if (signals.findVersion().filter(themes.version()::equals).isEmpty()) {
      signals.forgetVersion();
      signals.keepVersion(themes.version());
      signals.forgetThemes();
      changed.mark(signals.listMonths());
    }
  }

  private int findThemes() {
    List<Signal> some = signals.listWithoutThemes(BATCH);
    signals.keepThemes(
        some.stream().map(Signal::id).toList(),
        some.stream().map(signal -> String.join(",", themes.of(signal.text()))).toList(),
        clock.instant());
    changed.mark(some.stream().map(Signal::month).toList());
    return some.size();
  }

  private void release() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Waiting waiting = signals.countWaiting();
    boolean monthIsOver =
        waiting.number() > 0 && waiting.oldest().isBefore(YearMonth.from(now.atZone(UTC)));
    if (waiting.number() < together && !monthIsOver) {
      return;
    }
    Optional<Instant> last = signals.lastRelease();
    // a clock that was put back must not let them out before what was read already
    signals.release(last.filter(now::isBefore).map(at -> at.plusMillis(1)).orElse(now));
    tell(last.map(Cursor::after).orElse(Cursor.BEGIN));
  }

  private void tell(Cursor since) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("since", since.toString());
    data.put("signals", feed + "?since=" + since);
    outbox.add(EventType.SIGNAL_RECEIVED, UUID.randomUUID(), data);
  }

  /** Long after they came out, nothing tells any more in which order, beyond the month. */
  private void coarsen() {
    Instant past = begin(YearMonth.from(clock.instant().minus(ORDERED).atZone(UTC)));
    Instant after = Instant.EPOCH;
    Optional<Instant> first = signals.firstRelease(after);
    while (first.filter(past::isAfter).isPresent()) {
      YearMonth month = YearMonth.from(first.get().atZone(UTC));
      if (first.get().equals(begin(month))) {
        after = first.get();
      } else {
        after = begin(month.plusMonths(1));
        signals.coarsen(first.get(), after);
      }
      first = signals.firstRelease(after);
    }
  }

  private static Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(UTC).toInstant();
  }
}
