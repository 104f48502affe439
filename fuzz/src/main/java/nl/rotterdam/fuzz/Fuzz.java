// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.rotterdam.survey.SurveyApplication;

/**
 * Drives the service by the description that it gives of itself: every operation, with values that
 * are allowed and values that are not. It fails where an answer is a server's error, shows the
 * inside of the program, is not described, or, once it is warm, takes longer than two seconds.
 * Arguments: the number of requests, and the seed from which they follow.
 */
public final class Fuzz {
  private static final String KEY = "key-of-the-fuzzer";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int WARM_UP = 1_000;
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [a-z]+(\\.[a-zA-Z0-9_$]+)+\\(|Exception\\b|org\\.postgresql|org\\.h2\\.");

  /** What the server says before any operation is found. */
  private static final Set<String> ANYWHERE =
      Set.of("400", "404", "405", "406", "413", "414", "415", "431");

  private final URI url;
  private final JsonNode document;
  private final Random random;
  private final Values values;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, Map<Integer, Integer>> answers = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private Duration slowest = Duration.ZERO;
  private String last = "";
  private int sent;

  private Fuzz(URI url, JsonNode document, long seed) {
    this.url = url;
    this.document = document;
    this.random = new Random(seed);
    this.values = new Values(random);
  }

  private record Operation(String method, String path, JsonNode node) {}

  public static void main(String[] arguments) throws Exception {
    int requests = Integer.parseInt(arguments[0]);
    URI url = start();
    HttpClient client = HttpClient.newHttpClient();
    String text =
        client
            .send(
                HttpRequest.newBuilder(url.resolve("/v1/openapi.json")).build(),
                BodyHandlers.ofString())
            .body();
    Fuzz fuzz = new Fuzz(url, new ObjectMapper().readTree(text), Long.parseLong(arguments[1]));
    boolean passed = false;
    try {
      fuzz.run(requests);
      fuzz.tell();
      passed = fuzz.failures.isEmpty();
    } finally {
      // the service would run on
      Runtime.getRuntime().exit(passed ? 0 : 1);
    }
  }

  /** The service in this process, on a database that is thrown away. */
  private static URI start() throws Exception {
    Path folder = Files.createTempDirectory("fuzz");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    URI url = URI.create("http://localhost:" + port);
    Map.of(
            "dataDir",
            folder.toString(),
            "publicUrl",
            url.toString(),
            "database.url",
            "jdbc:h2:file:" + folder.resolve("fuzz"),
            "sources[0].apiKey",
            KEY,
            "sources[0].requestsPerMinute",
            "1000000",
            "sending.poll",
            "PT1H",
            "server.applicationConnectors[0].port",
            String.valueOf(port),
            "server.adminConnectors[0].port",
            "0",
            "logging.level",
            "ERROR")
        .forEach((name, value) -> System.setProperty("dw." + name, value));
    new SurveyApplication().run("server", "config.yml");
    return url;
  }

  private void run(int requests) throws Exception {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(method.getKey(), path.getKey(), method.getValue()))));
    for (int i = 0; i < requests; i++) {
      send(operations.get(i % operations.size()));
    }
  }

  private void send(Operation operation) throws Exception {
    sent++;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/v1" + path(operation) + query(operation)));
    if (random.nextInt(10) > 0) {
      request.header("X-Api-Key", random.nextInt(10) > 0 ? KEY : "nobody's");
    }
    if (random.nextInt(4) == 0) {
      request.header(
          "Accept",
          List.of("*/*", "application/json", "text/csv", "text/html", "a/b")
              .get(random.nextInt(5)));
    }
    String body = body(operation, request);
    request.method(
        random.nextInt(60) == 0 ? "PUT" : operation.method().toUpperCase(java.util.Locale.ROOT),
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    HttpRequest built = request.build();
    long start = System.nanoTime();
    try {
      HttpResponse<byte[]> response = client.send(built, BodyHandlers.ofByteArray());
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      judge(operation, built, body, response, took);
      last =
          "%s %s gave %d (%s)".formatted(built.method(), built.uri(), response.statusCode(), body);
    } catch (IOException e) {
      failures.add(
          "%s %s -> %s%n  body: %s%n  before it: %s"
              .formatted(built.method(), built.uri(), e.getMessage(), body, last));
    }
  }

  private String path(Operation operation) {
    StringBuilder path = new StringBuilder();
    for (String part : operation.path().split("(?=\\{)|(?<=})")) {
      path.append(part.startsWith("{") ? encode(values.text(schema(operation, part))) : part);
    }
    return path.toString();
  }

  private static JsonNode schema(Operation operation, String placeholder) {
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (placeholder.equals("{" + parameter.get("name").asText() + "}")) {
        return parameter.path("schema");
      }
    }
    return operation.node().path("none");
  }

  private String query(Operation operation) {
    List<String> parts = new ArrayList<>();
    for (JsonNode parameter : operation.node().path("parameters")) {
      if (parameter.get("in").asText().equals("query") && random.nextInt(3) == 0) {
        parts.add(
            parameter.get("name").asText() + "=" + encode(values.text(parameter.path("schema"))));
      }
    }
    if (random.nextInt(30) == 0) {
      parts.add(encode(values.nasty()) + "=" + encode(values.nasty()));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String body(Operation operation, HttpRequest.Builder request) {
    JsonNode content = operation.node().at("/requestBody/content");
    if (content.isMissingNode() || content.isEmpty()) {
      return random.nextInt(20) == 0 ? "x" : null;
    }
    List<String> types = new ArrayList<>();
    content.fieldNames().forEachRemaining(types::add);
    String type = types.get(random.nextInt(types.size()));
    request.header("Content-Type", random.nextInt(30) == 0 ? "text/plain" : type);
    JsonNode schema = content.at("/" + type.replace("~", "~0").replace("/", "~1") + "/schema");
    StringBuilder body = new StringBuilder();
    for (int lines = type.endsWith("ndjson") ? 1 + random.nextInt(5) : 1; lines > 0; lines--) {
      body.append(
          type.endsWith("json")
              ? values.value(schema, document.at("/components/schemas"), 0).toString()
              : values.nasty() + "," + values.text(schema));
      body.append('\n');
    }
    return random.nextInt(15) == 0
        ? body.substring(0, random.nextInt(body.length()))
        : body.toString();
  }

  private void judge(
      Operation operation,
      HttpRequest request,
      String body,
      HttpResponse<byte[]> response,
      Duration took) {
    String name = operation.method() + " " + operation.path();
    answers
        .computeIfAbsent(name, none -> new TreeMap<>())
        .merge(response.statusCode(), 1, Integer::sum);
    slowest = warm() && slowest.compareTo(took) < 0 ? took : slowest;
    String status = String.valueOf(response.statusCode());
    String text = new String(response.body(), StandardCharsets.UTF_8);
    boolean described = operation.node().get("responses").has(status) || ANYWHERE.contains(status);
    if (response.statusCode() >= 500
        || !described
        || (warm() && took.compareTo(PATIENCE) > 0)
        || (response.statusCode() >= 400 && INSIDE.matcher(text).find())) {
      failures.add(
          "%s %s -> %s in %d ms%n  body: %s%n  answer: %s"
              .formatted(
                  request.method(),
                  request.uri(),
                  status,
                  took.toMillis(),
                  body,
                  text.substring(0, Math.min(300, text.length()))));
    }
  }

  /** Whether Java has loaded and compiled what it needs for most requests. */
  private boolean warm() {
    return sent > WARM_UP;
  }

  private void tell() {
    answers.forEach((operation, statuses) -> System.out.println(operation + " " + statuses));
    System.out.printf(
        "%d requests, %d failures, the slowest took %d ms%n",
        answers.values().stream()
            .flatMap(statuses -> statuses.values().stream())
            .mapToInt(Integer::intValue)
            .sum(),
        failures.size(),
        slowest.toMillis());
    failures.stream().limit(20).forEach(System.out::println);
  }
}
