// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.db.ManagedDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.DatabaseSettings;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * What it costs to read open answers, by the service with 64 MB of heap: until they can be
 * searched, all of them as NDJSON and as CSV, and a page. Argument: how many there are.
 */
public final class SignalCost {
  private static final String HEAP = "-Xmx64m";
  private static final int PAGES = 20;

  private final OwnService service;
  private final String cookie;
  private final HttpClient client = HttpClient.newHttpClient();

  private SignalCost(OwnService service, String cookie) {
    this.service = service;
    this.cookie = cookie;
  }

  public static void main(String[] arguments) throws Exception {
    try (OwnServer server = OwnServer.start()) {
      measure(server.settings(), Long.parseLong(arguments[0]));
    }
  }

  private static void measure(DatabaseSettings settings, long number) throws Exception {
    ManagedDataSource database =
        settings.dataSource(Path.of("")).build(new MetricRegistry(), "benchmarks");
    Database.migrate(database);
    Jdbi jdbi = Database.configure(Jdbi.create(database).installPlugin(new SqlObjectPlugin()));
    Clock clock = Clock.systemUTC();
    try (OwnService service = OwnService.start(settings, clock, HEAP)) {
      while (count(jdbi, "term_lists") == 0) {
        Thread.sleep(100);
      }
      String sql = read("/signals.sql");
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(sql)
                  .bind("number", number)
                  .bind("now", clock.instant())
                  .execute());
      jdbi.useHandle(handle -> handle.execute("analyze"));
      new SignalCost(service, OwnService.signIn(jdbi, clock)).measure(number);
    }
  }

  private static long count(Jdbi jdbi, String table) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = SignalCost.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void measure(long number) throws Exception {
    long begun = System.nanoTime();
    while (!page("").contains(number + " antwoorden")) {
      Thread.sleep(500);
    }
    print("found by the index", begun);
    long feed = System.nanoTime();
    print("NDJSON, " + lines("/v1/signals") + " lines", feed);
    long csv = System.nanoTime();
    print("CSV, " + lines("/workplace/signals/signals.csv") + " lines", csv);
    for (String query : new String[] {"", "?q=zwerfvuil", "?q=straten12+niets&score=complaint"}) {
      page(query);
      long start = System.nanoTime();
      for (int i = 0; i < PAGES; i++) {
        page(query);
      }
      System.out.printf(
          "a page %s: %d ms%n", query, (System.nanoTime() - start) / 1_000_000 / PAGES);
    }
    System.out.printf("heap now: %d MB%n", heap());
  }

  private static void print(String what, long since) {
    System.out.printf("%s: %.1f s%n", what, (System.nanoTime() - since) / 1e9);
  }

  private long heap() throws Exception {
    String metrics =
        client
            .send(
                HttpRequest.newBuilder(service.admin().resolve("/metrics")).build(),
                BodyHandlers.ofString())
            .body();
    return new ObjectMapper().readTree(metrics).at("/gauges/jvm.memory.heap.used/value").asLong()
        / 1_000_000;
  }

  private HttpRequest request(String path) {
    URI address = service.url().resolve(path);
    return HttpRequest.newBuilder(address)
        .header("Cookie", cookie)
        .header("X-Api-Key", OwnService.API_KEY)
        .build();
  }

  private String page(String query) throws Exception {
    return client.send(request("/workplace/signals" + query), BodyHandlers.ofString()).body();
  }

  private long lines(String path) throws Exception {
    return client.send(request(path), BodyHandlers.ofLines()).body().count();
  }
}
