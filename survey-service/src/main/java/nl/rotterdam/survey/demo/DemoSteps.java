// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.io.PrintStream;
import java.time.Duration;

/** Tells how far the demo is: a line a step, with what it made and how long that took. */
final class DemoSteps {
  private final PrintStream out;
  private final int total;
  private int step;

  DemoSteps(PrintStream out, int total) {
    this.out = out;
    this.total = total;
  }

  /** What a step does; it returns what it made. */
  @FunctionalInterface
  interface Step {
    String take() throws Exception;
  }

  /** Takes a step and tells of it. */
  void take(String what, Step work) throws Exception {
    step++;
    out.printf("%d/%d  %-33s", step, total, what);
    out.flush();
    long start = System.nanoTime();
    String made = work.take();
    out.printf("%5.1f s  %s%n", seconds(Duration.ofNanos(System.nanoTime() - start)), made);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
