// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.rotterdam.survey.database.DatabaseSettings;

/**
 * The whole figures table as JSON over HTTP, from a service that was just started in a process of
 * its own.
 *
 * @param first the first request, as soon as the service is ready for it
 * @param warm each one after that
 */
record ServiceCost(Duration first, Duration warm) {
  private static final int TIMES = 100;

  static ServiceCost measure(DatabaseSettings settings, Clock clock) throws Exception {
    try (OwnService service = OwnService.start(settings, clock)) {
      URI table = service.url().resolve("/v1/figures");
      HttpClient client = HttpClient.newHttpClient();
      Duration first = get(client, table);
      Progress.say("first request in %d ms", first.toMillis());
      List<Duration> warm = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        warm.add(get(client, table));
      }
      return new ServiceCost(first, Spread.of(warm).median());
    }
  }

  private static Duration get(HttpClient client, URI uri) throws Exception {
    long start = System.nanoTime();
    HttpResponse<byte[]> response =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(uri + " gave " + response.statusCode());
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
