// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.figure.Status;

/**
 * The course of the share dissatisfied over all months of the data, for one of the four scores. The
 * n of its figures is the number of all scores.
 */
public final class MonthTrend {
  private final YearMonth first;
  private final List<Share> shares;
  private final long n;
  private final Status status;

  /**
   * The course of one score.
   *
   * @param series the counts up to the month asked for; not without data
   * @param rule from how many answers a value is public
   * @param indicator which of the four scores
   * @param channel which channel; empty for all together
   */
  public MonthTrend(
      MonthSeries series, PublicationRule rule, Indicator indicator, Optional<Channel> channel) {
    this.first = series.first().orElseThrow();
    this.shares =
        series.months().stream()
            .map(month -> Share.dissatisfied(series.over(channel, month).grades(indicator)))
            .toList();
    this.n = shares.stream().mapToLong(Share::n).sum();
    this.status = rule.statusOf(n);
  }

  /** Cochran-Armitage's z, by {@link CochranArmitage}: negative is falling. */
  public Figure z() {
    return figure(CochranArmitage::z);
  }

  /** Its two-sided p-value, in [0, 1]. */
  public Figure p() {
    return figure(CochranArmitage::p);
  }

  /**
   * The share over the twelve months to the horizon if the same pace goes on, in [0, 1], with 95%
   * limits, by {@link ShareForecast}.
   *
   * @param horizon last of those months
   */
  public Figure forecast(YearMonth horizon) {
    int lastMonth = Math.toIntExact(first.until(horizon, ChronoUnit.MONTHS));
    return Figure.of(
        ShareForecast.of(shares)
            .flatMap(line -> line.twelveMonthsTo(lastMonth, ConfidenceLevel.PUBLISHED)),
        n,
        status);
  }

  private Figure figure(ToDoubleFunction<CochranArmitage> part) {
    OptionalDouble value = CochranArmitage.of(shares).stream().mapToDouble(part).findFirst();
    return Figure.withoutLimits(value, n, status);
  }
}
