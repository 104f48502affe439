// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.Database;
import org.jdbi.v3.core.Jdbi;

/** Open answers, to read, and to take away where they still hold personal data. */
public final class Signals {
  private static final int CHUNK = 1000;

  private final Jdbi jdbi;
  private final SignalDao signals;
  private final ChangedMonths changed;
  private final Clock clock;

  public Signals(Jdbi jdbi, ChangedMonths changed, Clock clock) {
    this.jdbi = jdbi;
    this.signals = Database.dao(jdbi, SignalDao.class);
    this.changed = changed;
    this.clock = clock;
  }

  /** Those of these that may be shown, in this order. */
  public List<Signal> list(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, Signal> found =
        signals.listShown(ids).stream().collect(toMap(Signal::id, identity()));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** One that may be shown. */
  public Optional<Signal> find(UUID id) {
    return list(List.of(id)).stream().findFirst();
  }

  /** Some of those that came out after the cursor, in the order in which they did. */
  List<Signal> after(Cursor cursor) {
    List<Signal> found = new ArrayList<>(signals.listReleasedAt(cursor.at(), cursor.id(), CHUNK));
    if (found.size() < CHUNK) {
      found.addAll(signals.listReleasedAfter(cursor.at(), CHUNK - found.size()));
    }
    return found;
  }

  /**
   * Takes a text that still holds personal data out of all that is shown, at once.
   *
   * @param by who says so
   * @return whether it was shown until now
   */
  public boolean mark(UUID id, String by) {
    return change(id, () -> signals.mark(id, by, clock.instant()) > 0);
  }

  /** Shows a text again that was marked. */
  public boolean restore(UUID id) {
    return change(id, () -> signals.restore(id, clock.instant()) > 0);
  }

  /** Deletes a text that was marked, for good; the scores stay. */
  public boolean delete(UUID id) {
    return change(
        id,
        () -> {
          boolean deleted = signals.delete(id) > 0;
          if (deleted) {
            signals.deleteText(id);
          }
          return deleted;
        });
  }

  private boolean change(UUID id, BooleanSupplier work) {
    return jdbi.inTransaction(
        handle -> {
          changed.mark(signals.findMonth(id).stream().toList());
          return work.getAsBoolean();
        });
  }

  /** What is marked, the longest first. */
  public List<Signal> listMarked(int limit) {
    return signals.listMarked(limit);
  }
}
