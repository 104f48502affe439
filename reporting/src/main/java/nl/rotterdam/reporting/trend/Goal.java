// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.time.YearMonth;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;

/**
 * What the city promised, and against what it is measured.
 *
 * @param baseline whole months that the change is measured against (default: the year 2022)
 * @param knownShare share dissatisfied in the baseline, in (0, 1), of the overall score and all
 *     channels together, where it is known and the answers behind it are not; empty: it is counted.
 *     Limits against it are too narrow, since its own error is unknown
 * @param reduction promised relative reduction of the share dissatisfied, in (0, 1) (default 0.30)
 * @param horizon last month in which the promise may be kept (default 2026-12)
 * @param confirmatory the one window of twelve months, set beforehand, on which the verdict falls
 *     (default 2026-01..2026-12)
 */
public record Goal(
    Period baseline,
    Optional<Double> knownShare,
    double reduction,
    YearMonth horizon,
    Period confirmatory) {

  public Goal {
    if (knownShare.filter(share -> !(share > 0 && share < 1)).isPresent()) {
      throw new IllegalArgumentException(
          "The known share lies between 0 and 1, not " + knownShare.get());
    }
    if (!(reduction > 0 && reduction < 1)) {
      throw new IllegalArgumentException(
          "The promised reduction lies between 0 and 1, not " + reduction);
    }
    if (!confirmatory.first().equals(confirmatory.last().minusMonths(11))
        || confirmatory.overlaps(baseline)) {
      throw new IllegalArgumentException(
          "The verdict falls on twelve months outside the baseline %s, not on %s"
              .formatted(baseline, confirmatory));
    }
  }

  /** A goal whose baseline is counted. */
  public Goal(Period baseline, double reduction, YearMonth horizon, Period confirmatory) {
    this(baseline, Optional.empty(), reduction, horizon, confirmatory);
  }

  /** What the baseline share is known to be; empty where it is counted. */
  public Optional<Double> knownShare(Indicator indicator, Optional<Channel> channel) {
    return knownShare.filter(share -> indicator == Indicator.OVERALL && channel.isEmpty());
  }

  /** Whether the verdict falls on this window. */
  public boolean isConfirmatory(Period window) {
    return confirmatory.first().equals(window.first()) && confirmatory.last().equals(window.last());
  }
}
