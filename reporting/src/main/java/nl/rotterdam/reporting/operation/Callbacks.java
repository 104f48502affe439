// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.operation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.rotterdam.reporting.figure.Share;

/**
 * The call-back notes of one month, as they stood at some instant.
 *
 * @param month local calendar month in which they were made
 * @param created all notes made, 0 or more
 * @param onTime those handled by their deadline, 0 to created
 * @param late those not handled by their deadline, 0 to created − onTime
 */
public record Callbacks(YearMonth month, long created, long onTime, long late) {

  public Callbacks {
    if (onTime < 0 || late < 0 || onTime > created || late > created - onTime) {
      throw new IllegalArgumentException(
          "Of %d call-back notes in %s no %d can be on time and %d late"
              .formatted(created, month, onTime, late));
    }
  }

  /**
   * Counts notes by the month in which they were made.
   *
   * @param notes in any order; those made later than asOf are left out
   * @param deadline until when each was to be handled
   * @param asOf the instant at which they are looked at
   * @return the months with a note, in order
   */
  public static List<Callbacks> byMonth(
      Stream<CallbackNote> notes, CallbackDeadline deadline, Instant asOf) {
    Map<YearMonth, Callbacks> counts = new TreeMap<>();
    notes
        .filter(note -> !note.createdAt().isAfter(asOf))
        .map(note -> one(deadline.month(note.createdAt()), note.status(deadline, asOf)))
        .forEach(one -> counts.merge(one.month, one, Callbacks::plus));
    return List.copyOf(counts.values());
  }

  /** Notes that are not handled yet and still have time: created − onTime − late. */
  public long open() {
    return created - onTime - late;
  }

  /** The share on time of those due, onTime / (onTime + late); open ones are left out. */
  public Share shareOnTime() {
    return new Share(onTime, onTime + late);
  }

  private static Callbacks one(YearMonth month, CallbackStatus status) {
    return new Callbacks(
        month, 1, status == CallbackStatus.ON_TIME ? 1 : 0, status == CallbackStatus.LATE ? 1 : 0);
  }

  /** Both together, under the month of this one. */
  public Callbacks plus(Callbacks other) {
    return new Callbacks(month, created + other.created, onTime + other.onTime, late + other.late);
  }
}
