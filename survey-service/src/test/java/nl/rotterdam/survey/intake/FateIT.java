// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A source system asks what became of a contact, at each stage of its life. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class FateIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final Instant HOUR_LATER = NOW.plus(Duration.ofHours(1));
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final String[] QUESTIONS = {"overall", "friendliness", "clarity", "timeliness"};

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            // the test sends, so that nothing goes at another moment
            Map.of("sending.poll", "PT1H"));
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

  private static void report(String externalId, String channel, String email) {
    Map<String, Object> contact = new HashMap<>();
    contact.put("externalId", externalId);
    contact.put("channel", channel);
    contact.put("startedAt", CLOCK.instant().toString());
    contact.put("email", email);
    assertThat(client.report(contact).status()).isEqualTo(201);
  }

  private static void reportAndSend(String externalId) {
    report(externalId, "phone", "jan@example.org");
    CLOCK.advance(Duration.ofHours(1));
    app.sendDue();
    CLOCK.advance(Duration.ofMinutes(1)); // an answer sooner would be a scanner's
  }

  private static SurveyClient.Response ask(String query) {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve("/v1/contacts" + query))
            .header("X-Api-Key", SurveyApp.API_KEY)
            .GET());
  }

  private static SurveyClient.Response fateOf(String externalId) {
    return ask("?language=en&externalId=" + URLEncoder.encode(externalId, StandardCharsets.UTF_8));
  }

  private static JsonNode invitation(String externalId) {
    SurveyClient.Response response = fateOf(externalId);
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response.json().get("invitation");
  }

  private static String token() {
    UUID id =
        app.jdbi()
            .withHandle(
                handle -> handle.createQuery("select id from invitation").mapTo(UUID.class).one());
    return new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY)).token(id).value();
  }

  private static void answer(int questions) {
    Map<String, String> form = new HashMap<>();
    for (int i = 0; i < questions; i++) {
      form.put(QUESTIONS[i], "7");
    }
    assertThat(client.post("/s/" + token(), form).status()).isEqualTo(200);
    assertThat(app.count("answer")).isOne();
  }

  @Test
  void contactThatIsNotAskedAboutHasItsReason() {
    report("a", "phone", "");

    assertThat(fateOf("a").json().get("decision").asText()).isEqualTo("not_asked");
    assertThat(fateOf("a").json().get("reason").asText()).isEqualTo("no_address");
    assertThat(fateOf("a").json().get("explanation").asText()).startsWith("Not asked: the contact");
    assertThat(ask("?externalId=a").json().get("explanation").asText()).startsWith("Niet gevraagd");
    assertThat(fateOf("a").json().has("invitation")).isFalse();
  }

  @Test
  void plannedOneTellsWhenItIsDueAndSentOneWhenItWent() {
    report("a", "phone", "jan@example.org");
    assertThat(invitation("a").get("state").asText()).isEqualTo("planned");
    assertThat(invitation("a").get("medium").asText()).isEqualTo("email");
    assertThat(invitation("a").get("dueAt").asText()).isEqualTo(HOUR_LATER.toString());

    CLOCK.set(HOUR_LATER);
    app.sendDue();
    assertThat(invitation("a").get("state").asText()).isEqualTo("sent");
    assertThat(invitation("a").get("sentAt").asText()).isEqualTo(HOUR_LATER.toString());
    assertThat(invitation("a").has("dueAt")).as("of the reminder").isFalse();
    assertThat(fateOf("a").body()).doesNotContain("jan");
  }

  @Test
  void whatTheResidentDidIsToldOnlyOnceTheLinkIsClosed() {
    reportAndSend("a");
    String unanswered = fateOf("a").body();
    answer(4);

    assertThat(fateOf("a").body()).as("the moment of the answer").isEqualTo(unanswered);
    CLOCK.advance(Duration.ofDays(15));
    assertThat(invitation("a").get("answered").asText()).isEqualTo("wholly");
    assertThat(invitation("a").get("opened").asBoolean()).isTrue();
    assertThat(invitation("a").get("reminded").asBoolean()).isFalse();
    assertThat(invitation("a").fieldNames())
        .toIterable()
        .as("no score, and not when")
        .containsExactly("medium", "state", "sentAt", "closesAt", "reminded", "opened", "answered");
    String tied = fateOf("a").body();
    CLOCK.advance(Duration.ofDays(60));
    app.erase();
    assertThat(app.count("answer where invitation_id is null")).isOne();
    assertThat(fateOf("a").body()).as("untied").isEqualTo(tied);
  }

  @Test
  void answerInPartAndNoneAreToldApart() {
    reportAndSend("a");
    answer(1);
    CLOCK.advance(Duration.ofDays(15));
    assertThat(invitation("a").get("answered").asText()).isEqualTo("partly");

    app.clear();
    reportAndSend("b");
    CLOCK.advance(Duration.ofDays(6));
    app.sendDue();
    assertThat(invitation("b").has("reminded")).isFalse();
    CLOCK.advance(Duration.ofDays(10));
    assertThat(invitation("b").get("answered").asText()).isEqualTo("no");
    assertThat(invitation("b").get("opened").asBoolean()).isFalse();
    assertThat(invitation("b").get("reminded").asBoolean()).isTrue();
    assertThat(fateOf("b").json().get("explanation").asText())
        .isEqualTo("The survey was sent. It was not answered.");
  }

  @Test
  void oneThatNeverArrivedTellsWhy() {
    reportAndSend("a");
    app.jdbi()
        .useHandle(
            handle ->
                handle.execute("update invitation set state = 'returned', failure = 'dsn_5.1.1'"));
    assertThat(invitation("a").get("state").asText()).isEqualTo("returned");
    assertThat(fateOf("a").json().get("explanation").asText())
        .isEqualTo("The survey did not arrive.");
    assertThat(invitation("a").get("failure").asText()).isEqualTo("dsn_5.1.1");

    app.clear();
    report("b", "phone", "jan@example.org");
    client.post("/u/" + token(), Map.of());
    assertThat(invitation("b").get("state").asText()).isEqualTo("withdrawn");

    app.clear();
    report("c", "phone", "jan@example.org");
    CLOCK.advance(Duration.ofDays(8));
    app.sendDue();
    assertThat(invitation("c").get("state").asText()).isEqualTo("lapsed");

    report("d", "social", "");
    assertThat(invitation("d").get("state").asText()).isEqualTo("handed_out");
    assertThat(invitation("d").get("medium").asText()).isEqualTo("link");
  }

  @Test
  void sourceSeesItsOwnContactsByWhateverId() {
    String odd = "a/b ?&=%é#+";
    report(odd, "phone", "");
    assertThat(fateOf(odd).json().get("externalId").asText()).isEqualTo(odd);

    app.jdbi().useHandle(handle -> handle.execute("update contact set source = 'another'"));
    assertThat(fateOf(odd).status()).isEqualTo(404);
  }

  @Test
  void badQuestionsAreRefused() {
    assertThat(fateOf("nothing").status()).isEqualTo(404);
    assertThat(fateOf("nothing").header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(fateOf("\u0000").status()).isEqualTo(404);
    assertThat(ask("").status()).isEqualTo(400);
    assertThat(ask("?externalId=a&language=xx").body()).contains("language: must be nl or en");
    assertThat(ask("?externalId=a&language=../x").status()).isEqualTo(400);
    assertThat(ask("?email=jan@example.org").body()).contains("email: is not known");
    assertThat(client.get("/v1/contacts?externalId=a").status()).isEqualTo(401);
  }
}
