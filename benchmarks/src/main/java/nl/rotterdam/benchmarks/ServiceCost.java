// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.SurveyApplication;
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
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  static ServiceCost measure(DatabaseSettings settings, Clock clock) throws Exception {
    int port = freePort();
    int adminPort = freePort();
    Process service = start(settings, clock, port, adminPort);
    try {
      URI table = URI.create("http://localhost:" + port + "/v1/figures");
      HttpClient client = HttpClient.newHttpClient();
      awaitStart(service, client, adminPort);
      Duration first = get(client, table);
      Progress.say("first request in %d ms", first.toMillis());
      List<Duration> warm = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        warm.add(get(client, table));
      }
      return new ServiceCost(first, Spread.of(warm).median());
    } finally {
      service.destroy();
      service.waitFor();
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

  private static Process start(DatabaseSettings settings, Clock clock, int port, int adminPort)
      throws IOException {
    String java = ProcessHandle.current().info().command().orElse("java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-classpath",
            System.getProperty("java.class.path"),
            SurveyApplication.class.getName(),
            "server",
            "config.yml");
    builder.environment().putAll(environment(settings, clock, port, adminPort));
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Map<String, String> environment(
      DatabaseSettings settings, Clock clock, int port, int adminPort) throws IOException {
    int year = YearMonth.now(clock.withZone(FigureCost.ZONE)).getYear();
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    return Map.ofEntries(
        Map.entry("DATABASE_URL", settings.url()),
        Map.entry("DATABASE_USER", Optional.ofNullable(settings.user()).orElse("")),
        Map.entry("DATABASE_PASSWORD", Optional.ofNullable(settings.password()).orElse("")),
        Map.entry("API_KEY", "benchmarks"),
        Map.entry("ADDRESS_KEY", key),
        Map.entry("LINK_KEY", key),
        Map.entry("PRIVACY_CONTROLLER", "-"),
        Map.entry("PRIVACY_OFFICER", "-"),
        Map.entry("PRIVACY_LEGAL_BASIS_NL", "-"),
        Map.entry("PRIVACY_LEGAL_BASIS_EN", "-"),
        Map.entry("PRIVACY_RETENTION_NL", "-"),
        Map.entry("PRIVACY_RETENTION_EN", "-"),
        Map.entry("BASELINE", FigureCost.baseline(year)),
        Map.entry("CONFIRMATORY", FigureCost.confirmatory(year)),
        Map.entry("HORIZON", year + "-12"),
        Map.entry("LOG_LEVEL", "WARN"),
        Map.entry("PORT", Integer.toString(port)),
        Map.entry("ADMIN_PORT", Integer.toString(adminPort)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Until its monitoring says so; the port is open long before anything is answered. */
  private static void awaitStart(Process service, HttpClient client, int port) throws Exception {
    URI ping = URI.create("http://localhost:" + port + "/ping");
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        get(client, ping);
        return;
      } catch (IOException notYet) {
        if (!service.isAlive() || System.nanoTime() > last) {
          throw new IllegalStateException("The service did not start", notYet);
        }
        Thread.sleep(100);
      }
    }
  }
}
