// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Period;

/**
 * A count that was given by another system, and goes before what is counted of contacts.
 *
 * @param figure what was counted
 * @param location name of the location; present where the figure is per location, and only there
 * @param period one month, or one whole year
 * @param count 0..{@value #MAX}
 */
public record GivenCount(GivenFigure figure, Optional<String> location, Period period, long count) {
  /** The largest number that can be given. */
  public static final int MAX = 1_000_000_000;

  public GivenCount {
    if (figure.perLocation() != location.isPresent()) {
      throw new IllegalArgumentException(
          "%s of the location %s cannot be given"
              .formatted(figure.code(), location.orElse("none")));
    }
    boolean whole = period.equals(Period.year(period.first().getYear()));
    if (period.kind() != Period.Kind.MONTH && !whole) {
      throw new IllegalArgumentException("Given is a month or a whole year, not " + period);
    }
    if (count < 0 || count > MAX) {
      throw new IllegalArgumentException(
          "A given count must be 0 to %d, not %d".formatted(MAX, count));
    }
  }

  /**
   * By what locations are told apart: their letters and digits, whatever the case. {@code
   * IJsselmonde} is {@code Ijsselmonde}. Empty where the name has neither.
   */
  public static String keyOf(String location) {
    return Normalizer.normalize(location, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
