// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.trend.ShareDifference;

/**
 * The shares dissatisfied of the last twelve months beside those of the twelve months before.
 *
 * @param table the figures, as far as the readers may see them
 */
public record ShareYears(FiguresTable table) {

  /** Where a difference points, if it is more than chance. */
  public enum Direction {
    LOWER,
    HIGHER,
    UNCLEAR
  }

  /** Whether the data cover the last twelve months; else there is no share of them. */
  public boolean windowIsComplete() {
    return table.coversCurrentWindow();
  }

  public Figure current(Indicator indicator, Optional<Channel> channel) {
    return over(indicator, channel, table.currentWindow());
  }

  public Figure earlier(Indicator indicator, Optional<Channel> channel) {
    return over(indicator, channel, Period.twelveMonthsTo(table.to().minusYears(1)));
  }

  /** Current less earlier; empty unless both have a value. */
  public Optional<Estimate> difference(Indicator indicator, Optional<Channel> channel) {
    return estimate(current(indicator, channel))
        .flatMap(
            now ->
                estimate(earlier(indicator, channel)).map(then -> ShareDifference.of(now, then)));
  }

  /** Channels with at least one answer in the last twelve months. */
  public List<Channel> channelsWithAnswers() {
    return channels(channel -> current(Indicator.OVERALL, Optional.of(channel)).n() > 0);
  }

  /** Channels whose whole interval lies above that of all channels together. */
  public List<Channel> clearlyHigher() {
    double all = current(Indicator.OVERALL, Optional.empty()).upper().orElse(1);
    return channels(
        channel -> current(Indicator.OVERALL, Optional.of(channel)).lower().orElse(0) > all);
  }

  /** Channels with a share that is higher than a year earlier by more than chance. */
  public List<Channel> risen() {
    return channels(
        channel ->
            difference(Indicator.OVERALL, Optional.of(channel))
                .filter(difference -> direction(difference) == Direction.HIGHER)
                .isPresent());
  }

  /** Channels with answers, but too few for a figure. */
  public List<Channel> withTooFewAnswers() {
    return channels(
        channel -> {
          Figure current = current(Indicator.OVERALL, Optional.of(channel));
          return current.n() > 0 && current.value().isEmpty();
        });
  }

  private static List<Channel> channels(Predicate<Channel> condition) {
    return Arrays.stream(Channel.values()).filter(condition).toList();
  }

  public static Direction direction(Estimate difference) {
    if (difference.upper() < 0) {
      return Direction.LOWER;
    }
    return difference.lower() > 0 ? Direction.HIGHER : Direction.UNCLEAR;
  }

  private Figure over(Indicator indicator, Optional<Channel> channel, Period window) {
    return table
        .find(FigureName.SHARE_12M, Optional.of(indicator), channel, window)
        .orElse(Figure.empty(0));
  }

  private static Optional<Estimate> estimate(Figure figure) {
    return figure.value().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                figure.value().getAsDouble(),
                figure.lower().orElseThrow(),
                figure.upper().orElseThrow()));
  }
}
