// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What an employee asked for, and how far it is.
 *
 * @param employee the subject of who asked
 * @param attempts how often it was begun
 * @param steps how many there are; 0 before it is begun
 * @param done how many of them are done
 * @param fileName of what was made; null where nothing is yet
 * @param bytes its length; null likewise
 * @param endedAt when it was made or given up; null before
 */
public record Download(
    UUID id,
    String employee,
    Order.Kind kind,
    YearMonth firstMonth,
    YearMonth lastMonth,
    String language,
    Instant askedAt,
    int attempts,
    int steps,
    int done,
    String fileName,
    Long bytes,
    boolean failed,
    Instant endedAt) {

  /** How far it is. */
  public enum State {
    WAITING,
    RUNNING,
    READY,
    FAILED;

    /** As it is written. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public State state() {
    if (failed) {
      return State.FAILED;
    }
    if (endedAt != null) {
      return State.READY;
    }
    return steps == 0 ? State.WAITING : State.RUNNING;
  }

  /** Until when it is kept, once it has ended. */
  public Optional<Instant> keptUntil() {
    return Optional.ofNullable(endedAt).map(ended -> ended.plus(Downloads.KEPT));
  }

  Order order() {
    return new Order(kind, firstMonth, lastMonth, Optional.ofNullable(language));
  }
}
