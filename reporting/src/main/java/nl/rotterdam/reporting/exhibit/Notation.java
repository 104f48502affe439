// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;

/**
 * How numbers, months and periods are written for readers of one language; the only place that
 * rounds. Halves are rounded away from zero.
 */
public final class Notation {
  private static final String MINUS = "\u2212";

  private final Words words;

  /** The notation of the language of these words. */
  public Notation(Words words) {
    this.words = words;
  }

  /** A share 0..1 as a percentage with one decimal: {@code 8,6%}. */
  public String share(double share) {
    return percent(share, 1);
  }

  /** A change 0..1 as a whole percentage: {@code 21%}. */
  public String change(double change) {
    return change(change, 0);
  }

  String change(double change, int decimals) {
    return percent(change, decimals);
  }

  /** A difference of shares, -1..1, in percentage points: {@code −2,3}. */
  public String percentagePoints(double difference) {
    return number(difference * 100, 1);
  }

  /** How many times as much: {@code 1,3}. */
  public String factor(double factor) {
    return number(factor, 1);
  }

  /** A count: {@code 448.285}. */
  public String count(long count) {
    return number(count, 0);
  }

  /** A grade or a number of points with one decimal: {@code 8,4}. */
  public String grade(double grade) {
    return number(grade, 1);
  }

  /** Points of the NPS, whole: {@code 47}. */
  public String points(double points) {
    return number(points, 0);
  }

  /**
   * A share with its limits in the same breath: {@code 8,6% (7,5 tot 9,7%)}; without limits the
   * share alone.
   *
   * @throws java.util.NoSuchElementException if the figure has no value
   */
  public String shareWithInterval(Figure figure) {
    return withInterval(figure, 1);
  }

  /**
   * A change with its limits: {@code 21% (7 tot 33%)}.
   *
   * @throws java.util.NoSuchElementException if the figure has no value
   */
  public String changeWithInterval(Figure figure) {
    return changeWithInterval(figure, 0);
  }

  String changeWithInterval(Figure figure, int decimals) {
    return withInterval(figure, decimals);
  }

  /** Limits of a share alone: {@code 7,5 tot 9,7%}. */
  public String shareInterval(double lower, double upper) {
    return range(number(lower * 100, 1), percent(upper, 1));
  }

  /** Limits of a grade: {@code 8,3 tot 8,5}. */
  public String gradeInterval(double lower, double upper) {
    return range(grade(lower), grade(upper));
  }

  /** Limits of NPS points: {@code 44 tot 49}. */
  public String pointsInterval(double lower, double upper) {
    return range(points(lower), points(upper));
  }

  /** A month: {@code mei 2025}. */
  public String month(YearMonth month) {
    return formatter("MMMM yyyy").format(month);
  }

  /** A year, as far as the data go: {@code 2024}, {@code januari t/m mei 2025}. */
  public String yearSoFar(Period year) {
    if (year.last().getMonthValue() == 12) {
      return String.valueOf(year.first().getYear());
    }
    return year.last().getMonthValue() == 1
        ? month(year.last())
        : words.text(
            "notation.period",
            Map.of("first", formatter("MMMM").format(year.first()), "last", month(year.last())));
  }

  /** A period, of which a year goes as far as the data: {@code januari t/m mei 2025}. */
  String soFar(Period period) {
    return period.kind() == Period.Kind.YEAR ? yearSoFar(period) : period(period);
  }

  /** A year where there is little room: {@code 2024}, {@code 2025 t/m mei}. */
  String shortYear(Period year) {
    String number = String.valueOf(year.first().getYear());
    return year.last().getMonthValue() == 12
        ? number
        : words.text(
            "notation.short_year",
            Map.of("year", number, "month", formatter("MMMM").format(year.last())));
  }

  /** Parts of a sentence: {@code a, b en c}. */
  public String list(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : words.text(
            "notation.list",
            Map.of(
                "first",
                String.join(", ", parts.subList(0, parts.size() - 1)),
                "last",
                parts.get(parts.size() - 1)));
  }

  /** A day: {@code 3 juni 2025}. */
  public String day(LocalDate day) {
    return formatter("d MMMM yyyy").format(day);
  }

  /** A period: {@code mei 2025}, {@code 2022} or {@code juni 2024 t/m mei 2025}. */
  public String period(Period period) {
    return switch (period.kind()) {
      case MONTH -> month(period.first());
      case YEAR -> String.valueOf(period.first().getYear());
      case WINDOW ->
          period.equals(Period.twelveMonthsTo(YearMonth.of(period.first().getYear(), 12)))
              ? String.valueOf(period.first().getYear())
              : words.text(
                  "notation.period",
                  Map.of("first", month(period.first()), "last", month(period.last())));
    };
  }

  /** Whole numbers for an axis. */
  NumberFormat axisCounts() {
    return NumberFormat.getIntegerInstance(words.locale());
  }

  /** Whole percentages for an axis. */
  NumberFormat axisPercentages() {
    return NumberFormat.getPercentInstance(words.locale());
  }

  private String withInterval(Figure figure, int decimals) {
    String value = percent(figure.value().orElseThrow(), decimals);
    if (figure.lower().isEmpty() || figure.upper().isEmpty()) {
      return value;
    }
    String lower = number(figure.lower().getAsDouble() * 100, decimals);
    String upper = percent(figure.upper().getAsDouble(), decimals);
    return value + " (" + range(lower, upper) + ")";
  }

  private String range(String lower, String upper) {
    return words.text("notation.interval", Map.of("lower", lower, "upper", upper));
  }

  private String percent(double share, int decimals) {
    return number(share * 100, decimals) + "%";
  }

  private String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    // a decimal has no negative zero: -0.04 is written as 0,0
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String digits = format.format(rounded.abs());
    return rounded.signum() < 0 ? MINUS + digits : digits;
  }

  private DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, words.locale());
  }
}
