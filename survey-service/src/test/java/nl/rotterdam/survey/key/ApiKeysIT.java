// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.key.SourceKeys.Made;
import nl.rotterdam.survey.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys of source systems, from when they are made until they are revoked. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ApiKeysIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final int PLENTY = 100;
  private static SurveyApp app;
  private static SurveyClient client;
  private static SourceKeys keys;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database, @TempDir Path dataDir) {
    app = SurveyApp.start(database.fresh(), dataDir, CLOCK, Map.of());
    client = new SurveyClient(app.url());
    keys = new SourceKeys(app.jdbi(), CLOCK);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void begin() {
    app.clear();
    CLOCK.set(NOW);
  }

  private static Response send(String method, String path, String key, String body) {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve(path))
            .header(
                "Content-Type", path.endsWith("bounces") ? "message/rfc822" : "application/json")
            .header("X-Api-Key", key)
            .method(method, BodyPublishers.ofString(body)));
  }

  private static Response report(String key, String channel) {
    return send(
        "POST",
        "/v1/contacts",
        key,
        """
        {"externalId": "A-1", "channel": "%s", "startedAt": "2025-05-14T10:00:00+02:00"}
        """
            .formatted(channel));
  }

  private static Response fate(String key) {
    return send("GET", "/v1/contacts?externalId=A-1", key, "");
  }

  @Test
  void keyOpensWhatItsScopesSayForTheSourceThatItIsOf() {
    Made made = keys.make("afspraken", "contacts", PLENTY);

    assertThat(report(made.secret(), "phone").status()).isEqualTo(201);
    assertThat(fate(made.secret()).status()).isEqualTo(200);
    assertThat(fate(SurveyApp.API_KEY).status()).as("another source's").isEqualTo(404);

    for (List<String> closed :
        List.of(
            List.of("POST", "/v1/counts", "counts"),
            List.of("POST", "/v1/bounces", "bounces"),
            List.of("GET", "/v1/figures?audience=internal", "figures"),
            List.of("GET", "/v1/packs/2025-04/council-pack.zip", "figures"),
            List.of("GET", "/v1/reports", "publish"),
            List.of("GET", "/v1/reports/2025-04/nl/concept.pdf", "publish"),
            List.of("GET", "/v1/contacts/1/survey-code.svg", "links"),
            List.of("GET", "/v1/contacts/1/survey-code.png", "links"))) {
      Response refused = send(closed.get(0), closed.get(1), made.secret(), "");
      assertThat(refused.status()).as(closed.get(1)).isEqualTo(403);
      assertThat(refused.json().get("detail").asText())
          .isEqualTo(
              "X-Api-Key: this key lacks the scope %s; it has contacts".formatted(closed.get(2)));
    }
    Response publish = send("POST", "/v1/publications", made.secret(), "{\"month\": \"2025-04\"}");
    assertThat(publish.status()).isEqualTo(403);
  }

  @Test
  void whoMayNotHandOutLinksReportsNoContactThatIsAskedByOne() {
    Made without = keys.make("webcare-2", "contacts", PLENTY);
    Response refused = report(without.secret(), "social");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().get("detail").asText()).contains("lacks the scope links");
    assertThat(app.count("contact")).isZero();

    Made with = keys.make("webcare-2", "contacts,links", PLENTY);
    assertThat(report(with.secret(), "social").json().get("surveyUrl").asText()).isNotEmpty();
  }

  @Test
  void keysOfTheSettingsOpenAllButThatOnlyTheDefaultOnePublishes() {
    ApiKeys settled =
        new ApiKeys(
            Map.of(
                "own", new SourceSettings(SourceSettings.DEFAULT, "own", null),
                "theirs", new SourceSettings("webcare", "theirs", null)),
            app.jdbi(),
            CLOCK);
    assertThat(settled.caller("own", Scope.PUBLISH).scopes())
        .containsExactlyInAnyOrder(Scope.values());
    assertThat(settled.caller("theirs", Scope.FIGURES))
        .isEqualTo(
            new Caller(
                "webcare",
                EnumSet.complementOf(EnumSet.of(Scope.PUBLISH, Scope.WEBHOOKS, Scope.SIGNALS))));
    assertThatThrownBy(() -> settled.caller("theirs", Scope.PUBLISH))
        .hasMessageContaining("lacks the scope publish");
    assertThatThrownBy(() -> settled.caller("nobody's", Scope.CONTACTS))
        .hasMessageContaining("this key is not known");
  }

  @Test
  void keyIsKnownToWhoeverGotItOnly() {
    Made made = keys.make("afspraken", "contacts", PLENTY);
    assertThat(made.secret()).matches("peilschaal_[A-Za-z0-9_-]{43}");
    assertThat(made.toString()).doesNotContain(made.secret());
    String stored =
        app.jdbi()
            .withHandle(
                handle -> handle.createQuery("select * from api_key").mapToMap().one().toString());
    assertThat(stored).contains("afspraken-1").doesNotContain(made.secret().substring(11));
    assertThat(keys.make("afspraken", "contacts", PLENTY).secret()).isNotEqualTo(made.secret());
    assertThat(fate(made.secret() + "x").status()).isEqualTo(401);
    assertThat(fate("").status()).isEqualTo(401);
  }

  @Test
  void revokedKeyOpensNothingFromThatMoment() {
    Made made = keys.make("afspraken", "contacts", PLENTY);
    assertThat(fate(made.secret()).status()).isEqualTo(404);

    keys.revoke("afspraken-1");

    assertThat(fate(made.secret()).status()).isEqualTo(401);
    assertThatThrownBy(() -> keys.revoke("afspraken-1"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("--revoke: must be the name of a key that works");
    assertThatThrownBy(() -> keys.rotate("afspraken-1", Duration.ZERO))
        .hasMessageContaining("--rotate: must be the name of a key that works");
  }

  @Test
  void rotatedKeyWorksBesideItsSuccessorUntilTheOverlapIsOver() {
    Made before = keys.make("balie", "contacts,links", 7);
    Made after = keys.rotate("balie-1", Duration.ofDays(7));

    assertThat(after.key().name()).isEqualTo("balie-2");
    assertThat(after.key().scopes()).isEqualTo("contacts,links");
    assertThat(after.key().perMinute()).isEqualTo(7);
    CLOCK.set(NOW.plus(Duration.ofDays(7)).minusSeconds(1));
    assertThat(fate(before.secret()).status()).isEqualTo(404);
    assertThat(fate(after.secret()).status()).isEqualTo(404);
    CLOCK.set(NOW.plus(Duration.ofDays(7)));
    assertThat(fate(before.secret()).status()).isEqualTo(401);
    assertThat(fate(after.secret()).status()).isEqualTo(404);

    Made third = keys.rotate("balie-2", Duration.ZERO);
    assertThat(fate(after.secret()).status()).isEqualTo(401);
    assertThat(fate(third.secret()).status()).isEqualTo(404);
  }

  @Test
  void lastUseIsKeptToTheMinute() {
    Made made = keys.make("afspraken", "contacts", PLENTY);
    assertThat(keys.list().get(0).lastUsedAt()).isNull();
    fate(made.secret());
    CLOCK.set(NOW.plusSeconds(59));
    fate(made.secret());
    assertThat(keys.list().get(0).lastUsedAt()).isEqualTo(NOW);
    CLOCK.set(NOW.plusSeconds(61));
    fate(made.secret());
    assertThat(keys.list().get(0).lastUsedAt()).isEqualTo(NOW.plusSeconds(61));
  }

  @Test
  void tooManyRequestsAreTakenLaterWithEachKeyForItself() {
    Made busy = keys.make("telefonie", "contacts", 3);
    Made other = keys.make("telefonie", "contacts", 3);
    for (int i = 0; i < 3; i++) {
      assertThat(fate(busy.secret()).status()).isEqualTo(404);
    }
    Response refused = fate(busy.secret());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 20);
    assertThat(refused.json().get("detail").asText())
        .isEqualTo("X-Api-Key: more than 3 requests a minute with this key");
    assertThat(fate(other.secret()).status()).isEqualTo(404);

    keys.revoke("telefonie-1");
    assertThat(fate(busy.secret()).status()).isEqualTo(401);
  }

  @Test
  void keysOfTheSettingsHaveALimitToo() {
    ApiKeys settled =
        new ApiKeys(
            Map.of("theirs", new SourceSettings("webcare", "theirs", 1)), app.jdbi(), CLOCK);
    settled.caller("theirs", Scope.CONTACTS);
    assertThatThrownBy(() -> settled.caller("theirs", Scope.CONTACTS))
        .hasMessageContaining("more than 1 requests a minute");
  }

  @Test
  void whatCannotBeIsRefusedWithTheOption() {
    assertThatThrownBy(() -> keys.make("Afspraken", "contacts", 1))
        .hasMessage("--new: must be 1 to 50 small letters, digits and hyphens");
    assertThatThrownBy(() -> keys.make("afspraken", "contacts,all", 1))
        .hasMessageContaining("--scopes: must be some of contacts,callbacks,links")
        .hasMessageContaining("not all");
    assertThatThrownBy(() -> keys.make("afspraken", " ,", 1))
        .hasMessageContaining("--scopes: must be some of");
    assertThatThrownBy(() -> keys.make("afspraken", "contacts", 0))
        .hasMessage("--per-minute: must be a whole number from 1 to 1000000");
    keys.make("afspraken", "contacts", 1);
    assertThatThrownBy(() -> keys.rotate("afspraken-1", Duration.ofDays(91)))
        .hasMessage("--overlap: must be a duration from PT0S to P90D");
  }
}
