// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.download;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be made.
 *
 * @param last not before first
 * @param language in which it is written, where it is in one
 */
public record Order(Kind kind, YearMonth first, YearMonth last, Optional<String> language) {

  /** Of what there is. */
  public enum Kind {
    /** The council pack of a month. */
    PACK,
    /** The monthly reports of a year, those of months that are over. */
    REPORTS,
    /** The figures of each month, with those below publication. */
    FIGURES;

    /** As it is written. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The pack of a month. */
  public static Order pack(YearMonth month) {
    return new Order(Kind.PACK, month, month, Optional.empty());
  }

  /** The reports of these months. */
  public static Order reports(YearMonth first, YearMonth last, String language) {
    return new Order(Kind.REPORTS, first, last, Optional.of(language));
  }

  /** The figures of these months. */
  public static Order figures(YearMonth first, YearMonth last) {
    return new Order(Kind.FIGURES, first, last, Optional.empty());
  }

  /** All months of it. */
  List<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }
}
