// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Contacts come in as CloudEvents: each event does something once. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class EventIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final String SOURCE = "urn:nld:oin:00000001003214345000:systeem:afspraken";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static final TestClock CLOCK = new TestClock(NOW);
  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app = SurveyApp.start(database.fresh(), dataDir, CLOCK, Map.of());
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

  private static String contact(String externalId) {
    return """
        {"externalId": "%1$s", "channel": "phone", "startedAt": "2025-05-14T11:50:00+02:00",
         "durationSeconds": 300, "email": "%1$s@example.org"}"""
        .formatted(externalId);
  }

  private static String event(String id, String data) {
    return """
        {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s",
         "time": "2025-05-14T09:55:00Z", "datacontenttype": "application/json", "data": %s}"""
        .formatted(id, SOURCE, Events.CONTACT, data);
  }

  private static HttpRequest.Builder request(String type, String body) {
    return HttpRequest.newBuilder(app.url().resolve("/v1/events"))
        .header("Content-Type", type)
        .header("X-Api-Key", SurveyApp.API_KEY)
        .POST(BodyPublishers.ofString(body));
  }

  private static Response send(String type, String body) {
    return client.send(request(type, body));
  }

  private static Response sendBinary(String id, String version, String data) {
    return client.send(
        request("application/json", data)
            .header("ce-specversion", version)
            .header("Ce-Id", id)
            .header("ce-source", SOURCE)
            .header("CE-Type", Events.CONTACT));
  }

  @Test
  void anEventIsAContactAndItsDecision() {
    Response response = send(STRUCTURED, event("1", contact("a")));

    assertThat(response.status()).as(response.body()).isEqualTo(200);
    assertThat(response.json().at("/source").asText()).isEqualTo(SOURCE);
    assertThat(response.json().at("/id").asText()).isEqualTo("1");
    assertThat(response.json().at("/contact/decision").asText()).isEqualTo("asked");
    assertThat(app.count("invitation")).isEqualTo(1);
  }

  @Test
  void theSameEventInBinaryModeGivesTheSameAnswerAndNothingMore() {
    Response first = send(STRUCTURED, event("1", contact("a")));
    CLOCK.advance(Duration.ofHours(1));
    Response again = sendBinary("1", "1.0", contact("a"));

    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(app.count("contact")).isEqualTo(1);
    assertThat(app.count("invitation")).isEqualTo(1);
  }

  @Test
  void hundredCopiesAtOnceAreOneContactOneDecisionAndOneInvitation() throws Exception {
    Callable<Response> copy = () -> send(STRUCTURED, event("1", contact("a")));
    ExecutorService senders = Executors.newFixedThreadPool(20);
    try {
      List<Future<Response>> copies =
          senders.invokeAll(IntStream.range(0, 100).mapToObj(i -> copy).toList());
      assertThat(copies).allMatch(answer -> get(answer).status() == 200);
      assertThat(copies.stream().map(answer -> get(answer).body()).distinct()).hasSize(1);
    } finally {
      senders.shutdown();
    }
    assertThat(app.count("event")).isEqualTo(1);
    assertThat(app.count("contact")).isEqualTo(1);
    assertThat(app.count("invitation")).isEqualTo(1);
  }

  private static Response get(Future<Response> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anotherEventByTheSameIdIsAConflict() {
    send(STRUCTURED, event("1", contact("a")));
    Response other = send(STRUCTURED, event("1", contact("b")));

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().get("detail").asText()).contains("source and id");
    assertThat(app.count("contact")).isEqualTo(1);
  }

  @Test
  void aBadEventOfABatchLosesNoneOfTheOthers() {
    String twice = event("2", contact("b")).replace("\"phone\"", "\"letter\"");
    Response response =
        send(
            BATCH,
            "["
                + String.join(
                    ",",
                    event("1", contact("a")),
                    twice,
                    "7",
                    event("3", contact("c")).replace("contact-ended", "contact-begun"),
                    event("4", contact("d")))
                + "]");

    assertThat(response.status()).as(response.body()).isEqualTo(200);
    List<JsonNode> results =
        IntStream.range(0, 5).mapToObj(i -> response.json().get("events").get(i)).toList();
    assertThat(results.stream().map(result -> result.get("status").asInt()))
        .containsExactly(200, 400, 400, 400, 200);
    assertThat(results.stream().map(result -> result.path("id").asText()))
        .containsExactly("1", "2", "", "3", "4");
    assertThat(results.get(1).at("/problem/errors/0/field").asText()).isEqualTo("channel");
    assertThat(results.get(3).at("/problem/errors/0/field").asText()).isEqualTo("type");
    assertThat(app.count("contact")).isEqualTo(2);
  }

  @Test
  void anEventThatWasRefusedMayComeAgainMended() {
    String bad = event("1", contact("a")).replace("\"phone\"", "\"letter\"");
    assertThat(send(STRUCTURED, bad).status()).isEqualTo(400);
    assertThat(send(STRUCTURED, event("1", contact("a"))).status()).isEqualTo(200);
  }

  @Test
  void aCallbackNoteIsTakenOnceAndOnceMoreWhenItIsHandled() {
    String made =
        event("1", "{\"externalId\": \"t\", \"createdAt\": \"2025-05-14T11:50:00+02:00\"}")
            .replace(Events.CONTACT, Events.CALLBACK);
    String handled =
        made.replace("\"id\": \"1\"", "\"id\": \"2\"")
            .replace("\"externalId\"", "\"handledAt\": \"2025-05-14T09:59:00Z\", \"externalId\"");
    List<String> standings = new ArrayList<>();
    for (String event : List.of(made, made, handled, made)) {
      Response response = send(STRUCTURED, event);
      assertThat(response.status()).as(response.body()).isEqualTo(200);
      standings.add(response.json().at("/callback/status").asText());
    }
    assertThat(standings).containsExactly("open", "open", "on_time", "on_time");
    assertThat(app.count("callback_note where handled_at is not null")).isEqualTo(1);
    assertThat(app.count("callback_note")).isEqualTo(1);
  }

  @Test
  void whatIsMissingIsNamed() {
    String whole = event("1", contact("a"));
    assertThat(field(send(STRUCTURED, whole.replace("\"id\"", "\"nr\"")))).isEqualTo("id");
    assertThat(field(send(STRUCTURED, whole.replace("1.0", "0.3")))).isEqualTo("specversion");
    assertThat(field(send(STRUCTURED, whole.replace("\"data\"", "\"datum\"")))).isEqualTo("data");
    assertThat(field(send(STRUCTURED, whole.replace("application/json", "text/xml"))))
        .isEqualTo("datacontenttype");
    assertThat(field(sendBinary("1", "2.0", contact("a")))).isEqualTo("ce-specversion");
    assertThat(field(sendBinary("1", "1.0", "[]"))).isEqualTo("data");
    assertThat(field(sendBinary("1", "1.0", ""))).isEqualTo("data");
    for (String broken :
        List.of(
            whole.replace(SOURCE, "not a uri"),
            whole.replace("09:55", "half"),
            whole.replace("\"time\"", "\"Time\""),
            whole + whole,
            "",
            "[]",
            "null")) {
      assertThat(send(STRUCTURED, broken).status()).as(broken).isEqualTo(400);
    }
    assertThat(send(BATCH, whole).status()).isEqualTo(400);
    assertThat(send("text/plain", whole).status()).isEqualTo(415);
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(app.url().resolve("/v1/events"))
                        .header("X-Api-Key", SurveyApp.API_KEY)
                        .POST(BodyPublishers.ofString(whole)))
                .status())
        .isEqualTo(415);
    assertThat(app.count("event")).isZero();
  }

  private static String field(Response response) {
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    return response.json().at("/errors/0/field").asText();
  }

  @Test
  void whichEventsCameIsForgottenAfterAMonth() {
    send(STRUCTURED, event("1", contact("a")));
    CLOCK.advance(Duration.ofDays(29));
    app.erase();
    assertThat(app.count("event")).isEqualTo(1);
    CLOCK.advance(Duration.ofDays(1));
    app.erase();
    assertThat(app.count("event")).isZero();
  }
}
