// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured on a city of one size. */
record Measured(City.Size size, FigureCost figures, ServiceCost service, List<AnswerCost> storing) {

  static String table(List<Measured> measured) {
    return """
        | answers | contacts | invitations | on disk | all counted for the first time | \
        first request after a start | warm request | the overview, warm | recount behind the cache | plain `GROUP BY`, for scale |
        |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        %s

        | answers | figures counted meanwhile | answers/s | median | p99 |
        |--:|---|--:|--:|--:|
        %s
        """
        .formatted(
            measured.stream().map(Measured::figuresRow).collect(Collectors.joining("\n")),
            measured.stream()
                .flatMap(one -> one.storing().stream().map(one::storingRow))
                .collect(Collectors.joining("\n")));
  }

  private String figuresRow() {
    return String.format(
        Locale.ROOT,
        "| %,d | %,d | %,d | %s | %s | %s | %s | %s | %s | %s |",
        size.answers(),
        size.contacts(),
        size.invitations(),
        size.disk(),
        millis(figures.first()),
        millis(service.first()),
        millis(service.warm()),
        millis(service.overview()),
        millis(figures.recount()),
        millis(figures.plain()));
  }

  private String storingRow(AnswerCost cost) {
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %,.0f | %s | %s |",
        size.answers(),
        meanwhile(cost.pause()),
        cost.perSecond(),
        tenths(cost.median()),
        tenths(cost.p99()));
  }

  private static String meanwhile(Duration pause) {
    if (pause.isNegative()) {
      return "never";
    }
    return pause.isZero() ? "without pause" : "every " + pause.toSeconds() + " s";
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%,d ms", time.toMillis());
  }

  private static String tenths(Duration time) {
    return String.format(Locale.ROOT, "%,.1f ms", time.toNanos() / 1e6);
  }
}
