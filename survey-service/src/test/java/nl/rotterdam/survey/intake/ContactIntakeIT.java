// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.KeyedHash;
import nl.rotterdam.survey.invitation.RecipientDao;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Contacts come in over HTTP: each once, each with one decision and one reason. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ContactIntakeIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static final TestClock CLOCK = new TestClock(NOW);
  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "asking.testAddresses", ".*@test\\.example",
                "asking.channels.chat.sample", "0.5"));
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

  private static Map<String, Object> aContact(String externalId) {
    Map<String, Object> contact = new HashMap<>();
    contact.put("externalId", externalId);
    contact.put("channel", "phone");
    contact.put("product", "Paspoort");
    contact.put("startedAt", "2025-05-14T11:50:00+02:00");
    contact.put("durationSeconds", 300);
    contact.put("email", externalId + "@example.org");
    return contact;
  }

  private static Map<String, Object> aContact(String externalId, Object... changes) {
    Map<String, Object> contact = aContact(externalId);
    for (int i = 0; i < changes.length; i += 2) {
      contact.put((String) changes[i], changes[i + 1]);
    }
    return contact;
  }

  private String reason(Map<String, ?> contact) {
    SurveyClient.Response response = client.report(contact);
    assertThat(response.status()).as(response.body()).isEqualTo(201);
    return response.json().get("reason").asText();
  }

  @Test
  void newContactIsAskedAboutByMail() {
    SurveyClient.Response response = client.report(aContact("a"));

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.json().get("decision").asText()).isEqualTo("asked");
    assertThat(response.json().get("reason").asText()).isEqualTo("asked");
    assertThat(response.json().get("contactId").asText()).isNotBlank();
    assertThat(response.json().has("surveyUrl")).isFalse();
  }

  @Test
  void sameContactAgainGivesTheSameResultAndNoSecondInvitation() {
    String first = client.report(aContact("a")).body();
    SurveyClient.Response again =
        client.report(aContact("a", "email", "A@EXAMPLE.ORG", "startedAt", "2025-05-14T09:50:00Z"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first);
    assertThat(app.count("invitation")).isEqualTo(1);
  }

  @Test
  void sameIdWithOtherContentIsAConflict() {
    client.report(aContact("a"));
    SurveyClient.Response other = client.report(aContact("a", "email", "b@example.org"));

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().get("detail").asText()).contains("externalId");
    assertThat(app.count("invitation")).isEqualTo(1);
  }

  @Test
  void hundredCopiesAtOnceAreOneContact() throws Exception {
    Callable<SurveyClient.Response> copy = () -> client.report(aContact("a"));
    ExecutorService senders = Executors.newFixedThreadPool(20);
    List<Future<SurveyClient.Response>> futures;
    try {
      futures = senders.invokeAll(IntStream.range(0, 100).mapToObj(i -> copy).toList());
    } finally {
      senders.shutdown();
    }
    Map<Integer, Long> statuses =
        futures.stream()
            .map(ContactIntakeIT::get)
            .collect(Collectors.groupingBy(SurveyClient.Response::status, Collectors.counting()));
    Set<String> bodies =
        futures.stream().map(future -> get(future).body()).collect(Collectors.toSet());

    assertThat(statuses).isEqualTo(Map.of(201, 1L, 200, 99L));
    assertThat(bodies).hasSize(1);
    assertThat(app.count("contact")).isEqualTo(1);
    assertThat(app.count("invitation")).isEqualTo(1);
  }

  @Test
  void residentWithManyContactsAtOnceIsAskedAboutOne() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(20);
    List<Future<String>> reasons;
    try {
      reasons =
          senders.invokeAll(
              IntStream.range(0, 40)
                  .mapToObj(
                      i ->
                          (Callable<String>)
                              () -> reason(aContact("c" + i, "email", "one@example.org")))
                  .toList());
    } finally {
      senders.shutdown();
    }

    assertThat(reasons.stream().map(ContactIntakeIT::get).filter("asked"::equals)).hasSize(1);
    assertThat(app.count("invitation")).isEqualTo(1);
  }

  @Test
  void whoStopsWhileAContactOfTheirsComesInIsNotAsked() throws Exception {
    byte[] hash =
        KeyedHash.ofAddresses(Base64.getDecoder().decode(SurveyApp.KEY)).of("a@example.org");
    RecipientDao recipients = Database.dao(app.jdbi(), RecipientDao.class);
    CompletableFuture<String> decided =
        app.jdbi()
            .inTransaction(
                handle -> {
                  recipients.claim(hash);
                  recipients.optOut(hash, NOW);
                  CompletableFuture<String> reported =
                      CompletableFuture.supplyAsync(() -> reason(aContact("a")));
                  // nobody knows the address yet: who decides about it finds out too late, or waits
                  Thread.sleep(500);
                  assertThat(reported).isNotDone();
                  return reported;
                });
    assertThat(decided.join()).isEqualTo("opted_out");
    assertThat(app.count("invitation")).isZero();
    assertThat(app.count("recipient")).isEqualTo(1);
  }

  @Test
  void eachReasonIsGivenWhereItApplies() {
    assertThat(reason(aContact("a"))).isEqualTo("asked");
    assertThat(reason(aContact("b", "email", ""))).isEqualTo("no_address");
    assertThat(reason(aContact("c", "email", "x@test.example"))).isEqualTo("test_address");
    assertThat(reason(aContact("d", "product", "Aangifte van Overlijden"))).isEqualTo("sensitive");
    assertThat(reason(aContact("e", "startedAt", "2025-05-07T11:50:00+02:00")))
        .isEqualTo("too_old");
    assertThat(reason(aContact("f", "email", "a@example.org"))).isEqualTo("asked_recently");
    assertThat(reason(aContact("g", "email", "", "phone", "010-4171111"))).isEqualTo("no_address");
    assertThat(reason(aContact("h", "email", "", "phone", "06-12345678"))).isEqualTo("asked");
  }

  @Test
  void anyAddressThatWasAskedCounts() {
    assertThat(reason(aContact("a", "phone", "0612345678"))).isEqualTo("asked");
    assertThat(reason(aContact("b", "email", "", "phone", "+31 6 1234 5678")))
        .isEqualTo("asked_recently");
    assertThat(reason(aContact("c", "channel", "counter", "email", "a@example.org")))
        .isEqualTo("asked_recently");
  }

  @Test
  void residentMayBeAskedAgainAfterNinetyDays() {
    reason(aContact("a"));
    CLOCK.advance(Duration.ofDays(90));
    String then = CLOCK.instant().toString();

    assertThat(reason(aContact("b", "email", "a@example.org", "startedAt", then)))
        .isEqualTo("asked");
  }

  @Test
  void sampleIsRepeatableAndAboutAsLargeAsSet() {
    Map<String, Long> reasons =
        IntStream.range(0, 200)
            .mapToObj(i -> reason(aContact("s" + i, "channel", "chat")))
            .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));

    // 0.5 of 200 within four standard deviations
    assertThat(reasons.get("asked")).isBetween(72L, 128L);
    assertThat(reasons.get("not_sampled")).isEqualTo(200 - reasons.get("asked"));
  }

  @Test
  void webCareEmployeeGetsTheLinkAndTheSameLinkAgain() {
    Map<String, Object> contact = aContact("a", "channel", "social", "email", null);
    SurveyClient.Response first = client.report(contact);

    assertThat(first.json().get("surveyUrl").asText()).matches(app.url() + "/s/[0-9A-Za-z]{22}");
    assertThat(client.report(contact).body()).isEqualTo(first.body());
  }

  @Test
  void handedOutLinkIsAlsoAQrCodeForItsSource() {
    String code =
        client
            .report(aContact("a", "channel", "social", "email", null))
            .json()
            .get("surveyCodeUrl")
            .asText();

    SurveyClient.Response svg = client.send(keyed(code));
    assertThat(svg.status()).isEqualTo(200);
    assertThat(svg.header("Content-Type")).isEqualTo("image/svg+xml");
    assertThat(svg.header("Cache-Control")).isEqualTo("no-store");
    assertThat(svg.body()).startsWith("<svg ").contains("M4 4h1v1h-1z");
    assertThat(client.send(keyed(code.replace(".svg", ".png"))).header("Content-Type"))
        .isEqualTo("image/png");
  }

  @Test
  void codeIsRefusedWithoutKeyForOthersAndAfterTheAnswer() {
    SurveyClient.Response social = client.report(aContact("a", "channel", "social", "email", null));
    String code = social.json().get("surveyCodeUrl").asText();
    assertThat(client.send(HttpRequest.newBuilder(URI.create(code)).GET()).status()).isEqualTo(401);
    String mailed = client.report(aContact("b")).json().get("contactId").asText();
    for (String other : List.of(mailed, UUID.randomUUID().toString(), "x")) {
      SurveyClient.Response refused =
          client.send(keyed(app.url() + "/v1/contacts/" + other + "/survey-code.svg"));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.json().get("detail").asText()).startsWith("contactId: ");
    }

    String survey = social.json().get("surveyUrl").asText();
    client.post(URI.create(survey).getPath(), Map.of("overall", "8"));
    assertThat(client.send(keyed(code)).status()).isEqualTo(404);
  }

  private static HttpRequest.Builder keyed(String address) {
    return HttpRequest.newBuilder(URI.create(address)).header("X-Api-Key", SurveyApp.API_KEY).GET();
  }

  @Test
  void addressIsRefusedWhereTheLinkIsHandedOut() {
    SurveyClient.Response response = client.report(aContact("a", "channel", "social"));

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.json().at("/errors/0/field").asText()).isEqualTo("email");
    assertThat(app.count("contact")).isZero();
  }

  @Test
  void monthIsThatOfAmsterdam() {
    CLOCK.set(Instant.parse("2025-07-01T08:00:00Z"));
    reason(aContact("a", "startedAt", "2025-06-30T21:59:59Z"));
    reason(aContact("b", "startedAt", "2025-06-30T22:00:00Z"));

    List<YearMonth> months =
        app.jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select contact_month from contact order by external_id")
                        .mapTo(YearMonth.class)
                        .list());
    assertThat(months).containsExactly(YearMonth.of(2025, 6), YearMonth.of(2025, 7));
  }

  @Test
  void addressIsNowhereReadable() {
    reason(aContact("a", "email", "someone@example.org", "phone", "0612345678"));
    List<Map<String, Object>> rows =
        app.jdbi()
            .withHandle(handle -> handle.createQuery("select * from invitation").mapToMap().list());

    assertThat(rows).hasSize(1);
    rows.get(0)
        .values()
        .forEach(
            value -> {
              String text =
                  value instanceof byte[] bytes
                      ? new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                      : String.valueOf(value);
              assertThat(text).doesNotContain("someone").doesNotContain("612345678");
            });
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
