// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.WebhookReceiver.Told;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other systems are told what happens: signed, at least once, and nothing that is not theirs. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WebhookIT {
  private static final Instant NOW = Instant.parse("2025-06-10T10:00:00Z");
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String NEXT = "fedcba9876543210fedcba9876543210";
  private static final String PHONE = "06 12345678";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TestClock CLOCK = new TestClock(NOW);

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;
  private static WebhookReceiver receiver;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) throws Exception {
    receiver = WebhookReceiver.start(0);
    app =
        SurveyApp.start(
            database.fresh(),
            folder,
            CLOCK,
            settings(
                "webhooks[0].url", "http://localhost:" + receiver.port() + "/told",
                "webhookHosts", "localhost",
                "sending.poll", "PT1H",
                "logging.level", "OFF"));
    client = new SurveyClient(app.url());
  }

  private static Map<String, String> settings(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("webhooks[0].secret", SECRET);
    settings.put("webhooks[0].nextSecret", NEXT);
    settings.put("webhooks[0].events", "answer-dissatisfied,month-published");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
    receiver.close();
  }

  @BeforeEach
  void begin() {
    CLOCK.set(NOW);
    app.clear();
    receiver.forget();
  }

  /** Answers about a new contact, and returns the link's path. */
  private static String answered(String externalId, String overall) {
    Map<String, ?> contact =
        Map.of(
            "externalId",
            externalId,
            "channel",
            "social",
            "startedAt",
            CLOCK.instant().minusSeconds(60).toString());
    String link = client.report(contact).json().get("surveyUrl").asText();
    String path = link.substring(app.url().toString().length());
    Response next = client.post(path, Map.of("overall", overall, "comment", "Te lang gewacht."));
    assertThat(next.status()).isEqualTo(200);
    return path;
  }

  private static Response callBack(String path) {
    return client.post(path + "/call-back", Map.of("phone", PHONE, "consent", "yes"));
  }

  private static Response deliveries(String query) {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve("/v1/webhook-deliveries" + query))
            .header("X-Api-Key", SurveyApp.API_KEY));
  }

  private static JsonNode delivery() {
    return deliveries("").json().at("/deliveries/0");
  }

  private static long bodies() {
    return app.count("webhook_delivery where body is not null");
  }

  private static byte[] body() {
    return app.jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select body from webhook_delivery").mapTo(byte[].class).one());
  }

  private static JsonNode event(Told told) throws Exception {
    return JSON.readTree(told.body());
  }

  @Test
  void aDissatisfiedResidentWhoAgreesIsCalledBackAndTheNumberIsForgotten() throws Exception {
    String path = answered("c-1", "3");
    CLOCK.advance(Duration.ofMinutes(2));
    assertThat(callBack(path).body()).contains("Wij bellen u");
    assertThat(bodies()).isEqualTo(1);
    assertThat(new String(body(), UTF_8)).doesNotContain("31612345678", "c-1");
    app.tellWebhooks();

    Told told = receiver.told().get(0);
    assertThat(receiver.told()).hasSize(1);
    assertThat(told.path()).isEqualTo("/told");
    assertThat(told.contentType()).isEqualTo("application/cloudevents+json");
    JsonNode event = event(told);
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("source").asText()).isEqualTo(app.url().toString());
    assertThat(event.get("type").asText()).isEqualTo("nl.rotterdam.peilschaal.answer-dissatisfied");
    assertThat(event.get("time").asText()).isEqualTo(CLOCK.instant().toString());
    assertThat(UUID.fromString(event.get("id").asText())).isNotNull();
    assertThat(event.get("data"))
        .isEqualTo(
            JSON.valueToTree(
                Map.of(
                    "source", "default",
                    "externalId", "c-1",
                    "channel", "social",
                    "overall", 3,
                    "answeredAt", NOW.toString(),
                    "phone", "+31612345678")));
    assertThat(bodies()).isZero();
    assertThat(delivery().get("state").asText()).isEqualTo("delivered");
    assertThat(deliveries("").body()).doesNotContain("12345678", "c-1");
  }

  @Test
  void theSignatureIsOfTimeAndBodyByBothSecrets() throws Exception {
    callBack(answered("c-1", "6"));
    app.tellWebhooks();

    Told told = receiver.told().get(0);
    String signed = CLOCK.instant().getEpochSecond() + "." + told.body();
    assertThat(told.signature())
        .isEqualTo(
            "t=%d,v1=%s,v1=%s"
                .formatted(
                    CLOCK.instant().getEpochSecond(), hmac(SECRET, signed), hmac(NEXT, signed)));
  }

  private static String hmac(String secret, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
  }

  @Test
  void onlyWhoIsDissatisfiedIsAskedAndOnlyOnce() {
    String satisfied = answered("c-1", "7");
    assertThat(client.get(satisfied + "/call-back").status()).isEqualTo(404);
    assertThat(callBack(satisfied).status()).isEqualTo(404);

    String path = answered("c-2", "0");
    assertThat(client.get(path + "/call-back").body()).contains("Mogen wij u terugbellen?");
    List<CompletableFuture<Response>> presses =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> callBack(path)))
            .toList();
    presses.forEach(CompletableFuture::join);
    assertThat(app.count("webhook_delivery")).isEqualTo(1);
    assertThat(client.get(path + "/call-back").status()).isEqualTo(404);
    assertThat(client.get("/s/0123456789ABCDEFGHIJKL/call-back").status()).isEqualTo(404);

    String late = answered("c-3", "0");
    CLOCK.advance(Duration.ofHours(24));
    assertThat(callBack(late).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone=0612345678", "phone=1&consent=yes", "consent=yes", "phone=", ""})
  void withoutConsentOrNumberNobodyIsTold(String form) {
    String path = answered("c-1", "2");
    Response refused =
        client.send(
            HttpRequest.newBuilder(app.url().resolve(path + "/call-back?lang=en"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Error: ", "There is a problem");
    assertThat(app.count("webhook_delivery")).isZero();
  }

  @Test
  void aPublishedMonthIsTold() throws Exception {
    new History(app, folder).month("2025-05", 50, 5, 30);
    Response published =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/publications"))
                .header("X-Api-Key", SurveyApp.API_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"month\": \"2025-05\"}")));
    assertThat(published.status()).isEqualTo(201);
    app.tellWebhooks();

    JsonNode event = event(receiver.told().get(0));
    assertThat(event.get("type").asText()).isEqualTo("nl.rotterdam.peilschaal.month-published");
    JsonNode data = event.get("data");
    assertThat(data.get("month").asText()).isEqualTo("2025-05");
    assertThat(data.get("publishedAt")).isEqualTo(published.json().get("publishedAt"));
    assertThat(data.get("sha256")).isEqualTo(published.json().get("sha256"));
    for (String address : List.of("figures", "restatedFigures", "pack")) {
      String path = data.get(address).asText().substring(app.url().toString().length());
      assertThat(client.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(data.get("report").asText()).endsWith("/v1/reports/2025-05/nl/final.pdf");
  }

  @Test
  void whatFailsIsTriedAgainLaterWithTheSameBody() throws Exception {
    callBack(answered("c-1", "3"));
    receiver.willAnswer(500);
    app.tellWebhooks();
    assertThat(delivery().get("state").asText()).isEqualTo("planned");
    assertThat(delivery().get("lastStatus").asInt()).isEqualTo(500);
    assertThat(Instant.parse(delivery().get("nextAttemptAt").asText()))
        .isBetween(NOW.plusSeconds(60), NOW.plusSeconds(72));
    app.tellWebhooks();
    assertThat(receiver.told()).hasSize(1);

    CLOCK.advance(Duration.ofSeconds(72));
    app.tellWebhooks();
    assertThat(receiver.told()).hasSize(2);
    assertThat(receiver.told().get(1).body()).isEqualTo(receiver.told().get(0).body());
    assertThat(delivery().get("state").asText()).isEqualTo("delivered");
    assertThat(delivery().get("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void whoCannotBeReachedIsTriedAgainAndGivenUpInTheEnd() throws Exception {
    callBack(answered("c-1", "3"));
    int port = receiver.port();
    receiver.close();
    app.tellWebhooks();
    assertThat(delivery().get("failure").asText()).isEqualTo("connection_refused");
    assertThat(app.isHealthy("webhooks")).isTrue();
    for (int i = 0; i < 7; i++) {
      assertThat(delivery().get("state").asText()).isEqualTo("planned");
      CLOCK.advance(Duration.ofHours(29));
      app.tellWebhooks();
    }
    receiver = WebhookReceiver.start(port);

    assertThat(delivery().get("state").asText()).isEqualTo("failed");
    assertThat(delivery().get("attempts").asInt()).isEqualTo(8);
    assertThat(delivery().get("nextAttemptAt").isNull()).isTrue();
    assertThat(bodies()).isZero();
    assertThat(app.isHealthy("webhooks")).isFalse();
    CLOCK.advance(Duration.ofDays(2));
    app.tellWebhooks();
    assertThat(receiver.told()).isEmpty();
    assertThat(app.isHealthy("webhooks")).isTrue();
  }

  @Test
  void aReceiverSaysHowLongToBeLeftAlone() {
    callBack(answered("c-1", "3"));
    receiver.willAnswer(429, "Retry-After", "3600");
    receiver.willAnswer(503, "Retry-After", "Tue, 10 Jun 2025 14:00:00 GMT");
    app.tellWebhooks();
    assertThat(delivery().get("nextAttemptAt").asText()).isEqualTo("2025-06-10T11:00:00Z");
    CLOCK.advance(Duration.ofHours(1));
    app.tellWebhooks();
    assertThat(delivery().get("nextAttemptAt").asText()).isEqualTo("2025-06-10T14:00:00Z");
    assertThat(receiver.told()).hasSize(2);
  }

  @Test
  void aReceiverThatIsGoneIsNotTriedAgain() {
    callBack(answered("c-1", "3"));
    receiver.willAnswer(410);
    app.tellWebhooks();
    assertThat(delivery().get("state").asText()).isEqualTo("failed");
    assertThat(delivery().get("attempts").asInt()).isEqualTo(1);
    assertThat(bodies()).isZero();
  }

  @Test
  void aRedirectIsNotFollowed() {
    callBack(answered("c-1", "3"));
    receiver.willAnswer(307, "Location", "http://localhost:" + receiver.port() + "/elsewhere");
    app.tellWebhooks();
    assertThat(receiver.told()).extracting(Told::path).containsExactly("/told");
    assertThat(delivery().get("failure").asText()).isEqualTo("redirect_not_followed");
  }

  /** It stands still, and breaks down when it is asked for the third time. */
  private static final class Crashing extends Clock {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Instant instant() {
      if (receiver.told().isEmpty()) {
        return NOW;
      }
      throw new IllegalStateException("crashed after " + asked.incrementAndGet());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aCrashBetweenSendingAndNotingSendsTheSameEventAgain() throws Exception {
    callBack(answered("c-1", "3"));
    assertThatThrownBy(() -> app.componentsAt(new Crashing()).webhooks().run(() -> false))
        .hasMessage("crashed after 1");
    assertThat(delivery().get("state").asText()).isEqualTo("planned");
    app.tellWebhooks();

    assertThat(receiver.told()).hasSize(2);
    assertThat(event(receiver.told().get(1)).get("id"))
        .isEqualTo(event(receiver.told().get(0)).get("id"));
    assertThat(delivery().get("state").asText()).isEqualTo("delivered");
  }

  @Test
  void ofSeveralInstancesEachEventIsToldByOne() {
    for (int i = 0; i < 10; i++) {
      callBack(answered("c-" + i, "3"));
    }
    List<CompletableFuture<Void>> instances =
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.runAsync(app::tellWebhooks)).toList();
    instances.forEach(CompletableFuture::join);
    assertThat(receiver.told()).hasSize(10);
    assertThat(receiver.told()).extracting(Told::body).doesNotHaveDuplicates();
  }

  @Test
  void deliveriesAreListedPageByPageForTheOwnKeyOnly() {
    for (int i = 0; i < 5; i++) {
      callBack(answered("c-" + i, "3"));
    }
    JsonNode first = deliveries("?limit=3").json();
    JsonNode second = deliveries("?limit=3&cursor=" + first.get("next").asText()).json();
    assertThat(first.get("deliveries")).hasSize(3);
    assertThat(second.get("deliveries")).hasSize(2);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(first.get("deliveries").findValuesAsText("id"))
        .doesNotContainAnyElementsOf(second.get("deliveries").findValuesAsText("id"));

    assertThat(client.get("/v1/webhook-deliveries").status()).isEqualTo(401);
    for (String wrong :
        List.of(
            "?limit=0",
            "?limit=101",
            "?limit=x",
            "?cursor=x",
            "?page=2",
            "?cursor=" + new UUID(1, 2))) {
      assertThat(deliveries(wrong).status()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void whatCouldNotBeToldIsErasedAfterThirtyDays() {
    callBack(answered("c-1", "3"));
    CLOCK.advance(Duration.ofDays(30).minusSeconds(1));
    app.erase();
    assertThat(bodies()).isEqualTo(1);
    CLOCK.advance(Duration.ofSeconds(1));
    app.erase();
    assertThat(app.count("webhook_delivery")).isZero();
  }

  @Test
  void theResidentIsToldWhatBecomesOfTheNumber() {
    assertThat(client.get("/privacy?lang=nl").body()).contains("Als u gebeld wilt worden");
  }
}
