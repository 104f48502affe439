// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.key.SourceKeys;
import nl.rotterdam.survey.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many contacts in one request. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BulkIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NDJSON = "application/x-ndjson";

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) throws IOException {
    app = SurveyApp.start(database.fresh(), folder, CLOCK, Map.of("sending.poll", "PT1H"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
  }

  private static Response send(String type, String query, String key, BodyPublisher body) {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve("/v1/contacts/bulk" + query))
            .header("Content-Type", type)
            .header("X-Api-Key", key)
            .POST(body));
  }

  private static List<JsonNode> results(Response response) {
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response
        .body()
        .lines()
        .map(
            line -> {
              try {
                return JSON.readTree(line);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }

  private static List<JsonNode> ndjson(String body) {
    return results(send(NDJSON, "", SurveyApp.API_KEY, BodyPublishers.ofString(body)));
  }

  private static String told(JsonNode result) {
    return "%s %s %s"
        .formatted(
            result.get("line"),
            result.get("status").asText(),
            result.has("errors")
                ? result.at("/errors/0/field").asText()
                    + " "
                    + result.at("/errors/0/reason").asText()
                : result.get("reason").asText());
  }

  private static String contact(String id, String more) {
    return """
        {"externalId": "%s", "channel": "phone", "startedAt": "2025-05-14T09:00:00Z"%s}
        """
        .formatted(id, more);
  }

  @Test
  void eachLineIsTakenOrRefusedForItself() {
    List<JsonNode> results =
        ndjson(
            "\uFEFF"
                + contact("a", ", \"email\": \"a@example.org\"")
                + "\r\n"
                + contact("b", ", \"email\": \"A@example.org\"")
                + contact("a", ", \"email\": \"a@example.org\"")
                + contact("a", "")
                + "{\"externalId\": \"c\"\n"
                + "[]\n"
                + "null\n"
                + contact("d", ", \"kleur\": 1")
                + contact("e", ", \"durationSeconds\": -1")
                + contact("f", ", \"product\": \"" + "x".repeat(1_000_000) + "\"")
                + contact("g", "").replace("phone", "fax")
                + contact("h", "").replace("2025-05-14", "2025-06-14")
                + contact("i", ", \"email\": \"i@example.org\"").replace("phone", "social")
                + contact("j", "")
                + contact("A", ", \"email\": \"a@example.org\""));
    assertThat(results.subList(0, 15))
        .extracting(BulkIT::told)
        .containsExactly(
            "1 created asked",
            "3 created asked_recently",
            "4 repeated asked",
            "5 refused externalId this source reported a contact with this id and other content"
                + " before; a contact cannot be changed",
            "6 refused line must be one JSON object in UTF-8",
            "7 refused line must be one JSON object in UTF-8",
            "8 refused line must be one JSON object in UTF-8",
            "9 refused kleur is not known; the fields are channel, cluster, durationSeconds, email,"
                + " externalId, language, location, phone, product, resolvedFirstTime, startedAt,"
                + " wijk",
            "10 refused durationSeconds must be greater than or equal to 0",
            "11 refused product size must be between 0 and 200",
            "12 refused channel must be one of counter, phone, chat, social, video",
            "13 refused startedAt must not be in the future",
            "14 refused email must be empty: contacts by social are asked by a link that is handed"
                + " out in the conversation",
            "15 created no_address",
            "16 created asked_recently");
    assertThat(results.get(15))
        .hasToString("{\"lines\":15,\"created\":4,\"repeated\":1,\"refused\":10}");
    assertThat(app.count("contact")).isEqualTo(4);
    assertThat(app.count("invitation")).isEqualTo(1);

    Response one = client.reportRaw(contact("a", ", \"email\": \"a@example.org\""));
    assertThat(one.status()).as("the same as one by one").isEqualTo(200);
    assertThat(one.json().get("contactId")).isEqualTo(results.get(0).get("contactId"));
  }

  @Test
  void linkToHandOutIsInTheResultForWhoMayHandItOut() {
    String social =
        contact("a", "").replace("phone", "social") + contact("b", "").replace("phone", "chat");
    String key = new SourceKeys(app.jdbi(), CLOCK).make("webcare", "contacts", 60).secret();
    assertThat(results(send(NDJSON, "", key, BodyPublishers.ofString(social))))
        .first()
        .extracting(BulkIT::told)
        .isEqualTo(
            "1 refused channel for contacts by social a link may be handed out, and this key lacks"
                + " the scope links");
    List<JsonNode> results = ndjson(social);
    assertThat(results.get(0).get("surveyUrl").asText()).startsWith(app.url() + "/s/");
    assertThat(results.get(1).has("surveyUrl")).isFalse();
  }

  private static String csv(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                i % 1000 == 7
                    ? List.of("x%d,phone,\"open,2025-05-14T09:00:00Z,,", "x%d,fax,,,,", "x%d,phone")
                        .get(i / 1000 % 3)
                        .formatted(i)
                    : "c%d,phone,,2025-05-14T09:00:00Z,%d,r%d@example.org".formatted(i, i % 90, i))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static final String HEADER =
      "externalId,channel,product,startedAt,durationSeconds,emailOrPhone\n";

  @Test
  void ofManyLinesTheDamagedOnesAreReportedAndAllOthersAreIn() {
    Response response =
        send(
            "text/csv;charset=utf-8",
            "?results=refused",
            SurveyApp.API_KEY,
            BodyPublishers.ofString(HEADER + csv(0, 20_000)));
    List<JsonNode> results = results(response);
    assertThat(results).hasSize(21);
    assertThat(results.get(0).get("line").asInt()).isEqualTo(9);
    assertThat(results.subList(0, 20))
        .allMatch(result -> result.get("status").asText().equals("refused"));
    assertThat(results.get(20))
        .hasToString("{\"lines\":20000,\"created\":19980,\"repeated\":0,\"refused\":20}");
    assertThat(app.count("contact")).isEqualTo(19_980);
    assertThat(app.count("invitation where state = 'planned'")).isEqualTo(19_980);
  }

  @Test
  void requestThatBreaksOffLeavesWholeBatchesAndTheNextOneCompletesThem() throws Exception {
    byte[] body = (HEADER + csv(0, 2_500)).getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(app.url().getHost(), app.url().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /v1/contacts/bulk HTTP/1.1\r
          Host: localhost\r
          X-Api-Key: %s\r
          Content-Type: text/csv\r
          Content-Length: %d\r
          \r
          """
              .formatted(SurveyApp.API_KEY, body.length + 1000)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      long patience = System.nanoTime() + 20_000_000_000L;
      while (app.count("contact") < 1998 && System.nanoTime() < patience) {
        Thread.sleep(20);
      }
    }
    assertThat(app.count("contact")).isEqualTo(1998);
    List<JsonNode> results =
        results(
            send(
                "text/csv",
                "?results=refused",
                SurveyApp.API_KEY,
                BodyPublishers.ofByteArray(body)));
    assertThat(results.get(results.size() - 1))
        .hasToString("{\"lines\":2500,\"created\":499,\"repeated\":1998,\"refused\":3}");
  }

  @Test
  void moreThanTwoAtOnceAreTakenLater() throws Exception {
    ContactBulk bulk = new ContactBulk(null);
    CompletableFuture<Void> end = new CompletableFuture<>();
    List<CompletableFuture<Void>> begun = new ArrayList<>();
    List<CompletableFuture<Void>> files = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Void> one = new CompletableFuture<>();
      begun.add(one);
      files.add(
          CompletableFuture.runAsync(
              () ->
                  take(
                      bulk,
                      () -> {
                        one.complete(null);
                        end.join();
                        return Optional.empty();
                      })));
    }
    begun.forEach(CompletableFuture::join);
    assertThatThrownBy(() -> take(bulk, Optional::empty))
        .isInstanceOf(ProblemException.class)
        .hasMessage("2 files of contacts are being taken in at the moment");

    end.complete(null);
    files.forEach(CompletableFuture::join);
    take(bulk, Optional::empty);
  }

  private static void take(ContactBulk bulk, ContactLines lines) {
    try {
      bulk.take(
          "default", lines, contact -> Optional.empty(), false, OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void copiesThatComeTogetherAreOneContactEach() {
    String body =
        IntStream.range(0, 300)
            .mapToObj(i -> contact("a" + i, ", \"email\": \"r%d@example.org\"".formatted(i)))
            .collect(Collectors.joining());
    String backwards =
        body.lines()
            .sorted((one, other) -> other.compareTo(one))
            .collect(Collectors.joining("\n", "", "\n"));
    List<CompletableFuture<Response>> both =
        List.of(
            CompletableFuture.supplyAsync(
                () -> send(NDJSON, "", SurveyApp.API_KEY, BodyPublishers.ofString(body))),
            CompletableFuture.supplyAsync(
                () -> send(NDJSON, "", SurveyApp.API_KEY, BodyPublishers.ofString(backwards))),
            CompletableFuture.supplyAsync(
                () -> {
                  body.lines()
                      .forEach(line -> assertThat(client.reportRaw(line).status()).isLessThan(300));
                  return null;
                }));
    both.forEach(CompletableFuture::join);
    assertThat(app.count("contact where reason = 'asked'")).isEqualTo(300);
    assertThat(app.count("contact")).isEqualTo(300);
    assertThat(app.count("invitation")).isEqualTo(300);
  }

  @Test
  void linesAboutTheSameComeInTheirOrderHoweverFarApart() {
    String first =
        IntStream.range(0, 1000)
            .mapToObj(i -> contact("a" + i, ", \"email\": \"r%d@example.org\"".formatted(i)))
            .collect(Collectors.joining());
    List<JsonNode> results =
        ndjson(
            first
                + contact("a0", ", \"email\": \"other@example.org\"")
                + contact("b", ", \"email\": \"r1@example.org\"")
                + contact("a2", ", \"email\": \"r2@example.org\""));
    assertThat(results.subList(0, 1000))
        .allMatch(result -> result.get("status").asText().equals("created"))
        .allMatch(result -> result.get("reason").asText().equals("asked"));
    assertThat(results.subList(1000, 1003))
        .extracting(BulkIT::told)
        .containsExactly(
            "1001 refused externalId this source reported a contact with this id and other content"
                + " before; a contact cannot be changed",
            "1002 created asked_recently",
            "1003 repeated asked");
  }

  @Test
  void whatIsNotUnderstoodIsRefusedWhole() {
    for (List<String> wrong :
        List.of(
            List.of("text/csv", "", "externalId,kanaal\na,b\n", "header"),
            List.of("text/csv", "?mapping=afspraken", HEADER, "mapping"),
            List.of(NDJSON, "?mapping=afspraken", "", "mapping"),
            List.of(NDJSON, "?results=none", "", "results"),
            List.of(NDJSON, "?limit=1", "", "limit"))) {
      Response refused =
          send(
              wrong.get(0), wrong.get(1), SurveyApp.API_KEY, BodyPublishers.ofString(wrong.get(2)));
      assertThat(refused.status()).as(wrong.toString()).isEqualTo(400);
      assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(wrong.get(3));
    }
    assertThat(
            send("application/json", "", SurveyApp.API_KEY, BodyPublishers.ofString("[]")).status())
        .isEqualTo(415);
    assertThat(send(NDJSON, "", "nobody's", BodyPublishers.ofString("")).status()).isEqualTo(401);
  }

  @Test
  void spoolOfResultsLeavesNoFile() throws IOException {
    ndjson(contact("a", ""));
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("results"));
    }
  }
}
