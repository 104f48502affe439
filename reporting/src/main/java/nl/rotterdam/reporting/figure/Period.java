// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a figure is about in time: a month, a calendar year (up to the month asked for), or a window
 * of whole months. Both ends are included.
 *
 * @param kind decides how the period is written
 * @param first first month
 * @param last last month, not before the first
 */
public record Period(Kind kind, YearMonth first, YearMonth last) {

  private static final String MONTH = "\\d{4}-(?:0[1-9]|1[0-2])";
  private static final Pattern WRITTEN =
      Pattern.compile("(?<year>\\d{4})|(?<first>%s)(?:\\.\\.(?<last>%s))?".formatted(MONTH, MONTH));

  /** The three kinds of period of the figures table. */
  public enum Kind {
    MONTH,
    YEAR,
    WINDOW
  }

  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("A period cannot end in " + last + ", before " + first);
    }
  }

  /** One calendar month. */
  public static Period month(YearMonth month) {
    return new Period(Kind.MONTH, month, month);
  }

  /** One calendar year, whole. */
  public static Period year(int year) {
    return new Period(Kind.YEAR, YearMonth.of(year, 1), YearMonth.of(year, 12));
  }

  /** One calendar year as far as it has come by the given month of that year. */
  public static Period yearUpTo(YearMonth month) {
    return new Period(Kind.YEAR, YearMonth.of(month.getYear(), 1), month);
  }

  /** A window of whole months, both ends included. */
  public static Period window(YearMonth first, YearMonth last) {
    return new Period(Kind.WINDOW, first, last);
  }

  /** The twelve months that end in the given month. */
  public static Period twelveMonthsTo(YearMonth last) {
    return window(last.minusMonths(11), last);
  }

  /**
   * A period as it is written in the figures table; a year is a whole year.
   *
   * @throws IllegalArgumentException if it is not written so, or ends before it begins
   */
  public static Period parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "A period is a month such as 2025-05, a year such as 2022 or a window such as"
              + " 2024-06..2025-05, not "
              + written);
    }
    if (parts.group("year") != null) {
      return year(Integer.parseInt(written));
    }
    YearMonth first = YearMonth.parse(parts.group("first"));
    return parts.group("last") == null
        ? month(first)
        : window(first, YearMonth.parse(parts.group("last")));
  }

  /** The months of the period in order. */
  public Stream<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
  }

  /** Whether the month lies in the period. */
  public boolean contains(YearMonth month) {
    return !month.isBefore(first) && !month.isAfter(last);
  }

  /** Whether the two periods share a month. */
  public boolean overlaps(Period other) {
    return !first.isAfter(other.last) && !other.first.isAfter(last);
  }

  /** As in the figures table: {@code 2025-05}, {@code 2022} or {@code 2024-06..2025-05}. */
  @Override
  public String toString() {
    return switch (kind) {
      case MONTH -> first.toString();
      case YEAR -> String.valueOf(first.getYear());
      case WINDOW -> first + ".." + last;
    };
  }
}
