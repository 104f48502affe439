// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.benchmarks;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.db.ManagedDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.DatabaseSettings;

/**
 * What it costs to take contacts in, by the service with 256 MB of heap: in bulk, with one damaged
 * line in a thousand, while residents answer; and one by one, beside pgbench with the same
 * statements. Arguments: the numbers of lines, separated by commas, the JDBC URL of an empty
 * PostgreSQL database where its own server is not to be used, and the program pgbench, if there is
 * one.
 */
public final class IntakeCost {
  private static final String HEAP = "-Xmx256m";
  private static final List<String> CHANNELS = List.of("counter", "phone", "chat", "video");
  private static final int THREADS = 8;
  private static final Duration WARM_UP = Duration.ofMinutes(3);
  private static final Duration FOR = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OwnService service;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong next = new AtomicLong();

  private IntakeCost(OwnService service) {
    this.service = service;
  }

  public static void main(String[] arguments) throws Exception {
    String url = arguments.length > 1 ? arguments[1] : "";
    if (url.isEmpty()) {
      try (OwnServer server = OwnServer.start()) {
        measure(server.settings(), arguments);
      }
    } else {
      measure(new DatabaseSettings(url, null, null), arguments);
    }
  }

  private static void measure(DatabaseSettings settings, String[] arguments) throws Exception {
    ManagedDataSource database =
        settings.dataSource(Path.of("")).build(new MetricRegistry(), "benchmarks");
    Database.migrate(database);
    try (OwnService service = OwnService.start(settings, Clock.systemUTC(), HEAP)) {
      IntakeCost cost = new IntakeCost(service);
      for (String lines : arguments[0].split(",")) {
        cost.bulk(Long.parseLong(lines), "too old to ask about", ChronoUnit.YEARS.getDuration());
        cost.bulk(Long.parseLong(lines), "asked", Duration.ZERO);
      }
      cost.oneByOne();
    }
    if (arguments.length > 2 && !arguments[2].isEmpty()) {
      pgbench(arguments[2], settings);
    }
  }

  /** A line of a city's export: every thousandth is damaged. Cheap to make: it is not measured. */
  private static byte[] line(long number, Instant startedAt) {
    String line =
        "{\"externalId\":\"B-"
            + number
            + "\",\"channel\":\""
            + CHANNELS.get((int) (number % CHANNELS.size()))
            + "\",\"location\":\"Locatie "
            + number % 16
            + "\",\"product\":\"Paspoort\",\"wijk\":\"Wijk "
            + number % 40
            + "\",\"cluster\":\"Burgerzaken\",\"language\":\"nl\",\"startedAt\":\""
            + startedAt.minusSeconds(number % 80_000).truncatedTo(ChronoUnit.SECONDS)
            + "\",\"durationSeconds\":"
            + number % 600
            + ",\"email\":\"r"
            + number
            + (number % 1000 == 7 ? "@example.org\"\n" : "@example.org\"}\n");
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private InputStream lines(long number, Instant startedAt) {
    return new InputStream() {
      private long left = number;
      private byte[] line = {};
      private int at;

      @Override
      public int read() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        if (at == line.length) {
          if (left-- <= 0) {
            return -1;
          }
          line = line(next.incrementAndGet(), startedAt);
          at = 0;
        }
        int some = Math.min(length, line.length - at);
        System.arraycopy(line, at, buffer, from, some);
        at += some;
        return some;
      }
    };
  }

  private void bulk(long number, String kind, Duration ago) throws Exception {
    Instant startedAt = Instant.now().minusSeconds(60).minus(ago);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<List<Duration>> answers = threads.submit(() -> answerUntil(over));
    Future<List<Long>> heap = threads.submit(() -> heapUntil(over));
    long start = System.nanoTime();
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(service.url().resolve("/v1/contacts/bulk?results=refused"))
                .header("X-Api-Key", OwnService.API_KEY)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> lines(number, startedAt)))
                .build(),
            BodyHandlers.ofString());
    double seconds = (System.nanoTime() - start) / 1e9;
    over.set(true);
    threads.shutdown();
    String summary = response.body().lines().reduce((one, last) -> last).orElse("");
    Spread spread = Spread.of(answers.get());
    System.out.printf(
        "bulk, %s: %s in %.0f s, %.0f contacts/s; heap at most %d MB, %d MB after the last"
            + " collection; %d answers meanwhile, median %d ms, 99%% within %d ms%n",
        kind,
        summary,
        seconds,
        number / seconds,
        heap.get().stream().max(Long::compareTo).orElse(0L) >> 20,
        heap.get().stream().min(Long::compareTo).orElse(0L) >> 20,
        spread.sorted().size(),
        spread.median().toMillis(),
        spread.quantile(0.99).toMillis());
  }

  private List<Long> heapUntil(AtomicBoolean over) throws Exception {
    List<Long> used = new ArrayList<>();
    while (!over.get()) {
      JsonNode metrics =
          JSON.readTree(send(HttpRequest.newBuilder(service.admin().resolve("/metrics"))).body());
      used.add(metrics.at("/gauges/jvm.memory.heap.used/value").asLong());
      Thread.sleep(1000);
    }
    return used;
  }

  /** A conversation by social media whose resident answers at once, ten times a second. */
  private List<Duration> answerUntil(AtomicBoolean over) throws Exception {
    List<Duration> times = new ArrayList<>();
    while (!over.get()) {
      JsonNode receipt =
          JSON.readTree(
              report(
                      """
                      {"externalId":"S-%d","channel":"social","startedAt":"%s"}
                      """
                          .formatted(next.incrementAndGet(), Instant.now().minusSeconds(60)))
                  .body());
      long start = System.nanoTime();
      HttpResponse<String> answered =
          send(
              HttpRequest.newBuilder(
                      service
                          .url()
                          .resolve(URI.create(receipt.get("surveyUrl").asText()).getPath()))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString("overall=8&friendliness=7&clarity=9&timeliness=6")));
      times.add(Duration.ofNanos(System.nanoTime() - start));
      if (answered.statusCode() >= 400) {
        throw new IllegalStateException("An answer gave " + answered.statusCode());
      }
      Thread.sleep(100);
    }
    return times;
  }

  private HttpResponse<String> report(String contact) throws Exception {
    return send(
        HttpRequest.newBuilder(service.url().resolve("/v1/contacts"))
            .header("X-Api-Key", OwnService.API_KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(contact)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Java compiles for minutes what a contact by itself needs: what comes before is told apart. */
  private void oneByOne() throws Exception {
    oneByOne("to warm up", WARM_UP);
    oneByOne("one by one", FOR);
  }

  private void oneByOne(String name, Duration duration) throws Exception {
    Instant end = Instant.now().plus(duration);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<List<Duration>>> sources = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      sources.add(threads.submit(() -> reportUntil(end)));
    }
    List<Duration> times = new ArrayList<>();
    for (Future<List<Duration>> source : sources) {
      times.addAll(source.get());
    }
    threads.shutdown();
    Spread spread = Spread.of(times);
    System.out.printf(
        "%s: %.0f contacts/s by %d at once, median %d ms, 99%% within %d ms%n",
        name,
        times.size() / (double) duration.toSeconds(),
        THREADS,
        spread.median().toMillis(),
        spread.quantile(0.99).toMillis());
  }

  private List<Duration> reportUntil(Instant end) throws Exception {
    List<Duration> times = new ArrayList<>();
    while (Instant.now().isBefore(end)) {
      long number = 1000 * next.incrementAndGet();
      String contact =
          new String(line(number, Instant.now().minusSeconds(60)), StandardCharsets.UTF_8);
      long start = System.nanoTime();
      HttpResponse<String> response = report(contact);
      times.add(Duration.ofNanos(System.nanoTime() - start));
      if (response.statusCode() != 201) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
    }
    return times;
  }

  /** What the same statements cost where nobody speaks HTTP, JSON or Java. */
  private static void pgbench(String program, DatabaseSettings settings) throws Exception {
    Path script = Files.createTempFile("contact", ".sql");
    try (InputStream statements = IntakeCost.class.getResourceAsStream("/contact.sql")) {
      Files.write(script, statements.readAllBytes());
      URI database = URI.create(settings.url().substring("jdbc:".length()));
      ProcessBuilder builder =
          new ProcessBuilder(
                  program,
                  "-n",
                  "-M",
                  "prepared",
                  "-c",
                  String.valueOf(THREADS),
                  "-j",
                  "2",
                  "-T",
                  String.valueOf(FOR.toSeconds()),
                  "-f",
                  script.toString(),
                  "-h",
                  database.getHost(),
                  "-p",
                  String.valueOf(database.getPort()),
                  "-U",
                  settings.user(),
                  database.getPath().substring(1))
              .inheritIO();
      builder.environment().put("PGPASSWORD", settings.password());
      builder.start().waitFor();
    } finally {
      Files.delete(script);
    }
  }
}
