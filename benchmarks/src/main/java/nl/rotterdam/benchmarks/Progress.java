// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Tells whoever waits what is going on, beside the table. */
final class Progress {
  private Progress() {}

  static void say(String format, Object... arguments) {
    System.err.println(
        LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + format.formatted(arguments));
  }
}
