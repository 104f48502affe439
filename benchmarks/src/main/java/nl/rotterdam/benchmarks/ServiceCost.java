// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.rotterdam.survey.database.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;

/**
 * The whole figures table as JSON and the overview of the workplace over HTTP, from a service that
 * was just started in a process of its own.
 *
 * @param first the first request for the table, as soon as the service is ready for it
 * @param warm each one after that
 * @param overview each page, once there were some
 */
record ServiceCost(Duration first, Duration warm, Duration overview) {
  private static final int TIMES = 100;

  static ServiceCost measure(DatabaseSettings settings, Jdbi jdbi, Clock clock) throws Exception {
    try (OwnService service = OwnService.start(settings, clock)) {
      HttpRequest table =
          HttpRequest.newBuilder(service.url().resolve("/v1/figures"))
              .header("Accept", "application/json")
              .build();
      HttpRequest overview =
          HttpRequest.newBuilder(service.url().resolve("/workplace"))
              .header("Cookie", OwnService.signIn(jdbi, clock))
              .build();
      HttpClient client = HttpClient.newHttpClient();
      Duration first = get(client, table);
      Progress.say("first request in %d ms", first.toMillis());
      Duration warm = median(client, table);
      median(client, overview);
      Duration page = median(client, overview);
      Progress.say("overview in %d ms", page.toMillis());
      return new ServiceCost(first, warm, page);
    }
  }

  private static Duration median(HttpClient client, HttpRequest request) throws Exception {
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      times.add(get(client, request));
    }
    return Spread.of(times).median();
  }

  private static Duration get(HttpClient client, HttpRequest request) throws Exception {
    long start = System.nanoTime();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + " gave " + response.statusCode());
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
