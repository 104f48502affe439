// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.time.Duration;
import java.util.List;

/** Times that were taken, the shortest first. */
record Spread(List<Duration> sorted) {

  static Spread of(List<Duration> times) {
    return new Spread(times.stream().sorted().toList());
  }

  Duration median() {
    return quantile(0.5);
  }

  /** The time that this share of all did not exceed. */
  Duration quantile(double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
