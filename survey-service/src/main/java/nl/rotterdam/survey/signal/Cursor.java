// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far somebody has read. Signals come out many at once, so that it tells of none when it was
 * written.
 */
record Cursor(Instant at, UUID id) {
  /** Before all. */
  static final Cursor BEGIN = new Cursor(Instant.EPOCH, new UUID(0, 0));

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,16})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  static Cursor of(Signal signal) {
    return new Cursor(signal.releasedAt(), signal.id());
  }

  /** After all that came out until then. */
  static Cursor after(Instant at) {
    return new Cursor(at.plus(1, ChronoUnit.MICROS), BEGIN.id);
  }

  /** As {@link #toString} writes it; empty where it did not. */
  static Optional<Cursor> read(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches()
        ? Optional.of(
            new Cursor(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                UUID.fromString(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
  }
}
