// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.codahale.metrics.MetricRegistry;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A screen at the counter, on which one resident answers after the other. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class KioskIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final Pattern SHOWING = Pattern.compile("name=\"showing\" value=\"([^\"]+)\"");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static SurveyApp app;
  private static SurveyClient client;
  private static Kiosks kiosks;

  @Parameter TestDatabase database;

  private String screen;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database, @TempDir Path dataDir) {
    app = SurveyApp.start(database.fresh(), dataDir, CLOCK, Map.of("kiosk.perHour", "10"));
    client = new SurveyClient(app.url());
    Links links = new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY));
    kiosks = new Kiosks(app.jdbi(), links, CLOCK);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void begin() {
    app.clear();
    CLOCK.set(NOW);
    screen = path(kiosks.add("Centrum 1", "Centrum", true));
  }

  private static String path(Kiosks.Screen made) {
    return made.link().substring(app.url().toString().length());
  }

  private String showing() {
    Matcher showing = SHOWING.matcher(client.get(screen).body());
    assertThat(showing.find()).isTrue();
    return showing.group(1);
  }

  private Response answer(String showing, Integer overall) {
    Map<String, String> form = new HashMap<>(Map.of("showing", showing));
    if (overall != null) {
      form.put("overall", String.valueOf(overall));
    }
    return client.post(screen + "?lang=en", form);
  }

  private static List<String> stored() {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select concat(answer_month, ' ', location, ' ', language, ' ', overall, ' ',
                            coalesce(set_aside, 'counts'))
                        from kiosk_answer order by answered_at, overall
                        """)
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void answerIsStoredOnceAndThePageBeginsAfreshInTheFirstLanguage() {
    String showing = showing();
    Response thanks = answer(showing, 8);
    assertThat(thanks.http().uri().getPath()).isEqualTo(screen + "/thanks");
    assertThat(thanks.body()).contains("Thank you", "href=\"" + screen + "\"");
    answer(showing, 2);

    assertThat(stored()).containsExactly("2025-05-01 Centrum en 8 counts");
    assertThat(client.get(screen).body()).contains("lang=\"nl\"").doesNotContain("checked");
    assertThat(app.count("answer")).isZero();
  }

  @Test
  void twoPressesAtOnceStoreOneAnswer() {
    String showing = showing();
    List<CompletableFuture<Response>> presses =
        IntStream.range(0, 4)
            .mapToObj(press -> CompletableFuture.supplyAsync(() -> answer(showing, 8)))
            .toList();

    assertThat(presses).allMatch(press -> press.join().status() == 200);
    assertThat(stored()).containsExactly("2025-05-01 Centrum en 8 counts");
  }

  @Test
  void lookingStoresNothingAndNobodyMayFrameOrKeepThePage() {
    Response page = client.get(screen + "?overall=3&showing=" + UUID.randomUUID());
    Response head =
        client.send(
            HttpRequest.newBuilder(app.url().resolve(screen + "?overall=3"))
                .method("HEAD", BodyPublishers.noBody()));

    assertThat(List.of(page.status(), head.status())).containsOnly(200);
    assertThat(page.body()).doesNotContain("checked");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(page.header("Set-Cookie")).isEmpty();
    assertThat(stored()).isEmpty();
  }

  @Test
  void mistakeIsExplainedAndNothingIsStored() {
    Response missing = answer(showing(), null);
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.body()).contains("Choose a number from 0 to 10.");
    assertThat(answer("1", 7).status()).as("no page was shown").isEqualTo(400);
    assertThat(stored()).isEmpty();
  }

  @Test
  void whatLooksLikeAFloodIsSetApartAndWhoPressesIsThankedAllTheSame() {
    answer(showing(), 9);
    CLOCK.advance(Duration.ofSeconds(9));
    assertThat(answer(showing(), 0).body()).contains("Thank you");
    assertThat(stored())
        .containsExactly("2025-05-01 Centrum en 9 counts", "2025-05-01 Centrum en 0 too_soon");

    for (int press = 0; press < 10; press++) {
      CLOCK.advance(Duration.ofSeconds(11));
      answer(showing(), press % 3);
    }
    assertThat(stored()).hasSize(12).noneMatch(answer -> answer.endsWith("counts"));
    Kiosks.Screen listed = kiosks.list().get(0);
    assertThat(List.of(listed.answers(), listed.setAside())).containsExactly(12L, 12L);

    CLOCK.advance(Duration.ofHours(1));
    answer(showing(), 7);
    assertThat(stored()).contains("2025-05-01 Centrum en 7 counts");
  }

  @Test
  void answersStandBesideTheFiguresOfWhoWasInvited() {
    Map<String, String> contact =
        Map.of(
            "externalId", "at-the-counter",
            "channel", "counter",
            "location", "Centrum",
            "startedAt", "2025-05-14T11:50:00+02:00");
    assertThat(client.report(contact).status()).isEqualTo(201);
    for (int score = 5; score <= 8; score++) {
      CLOCK.advance(Duration.ofMinutes(1));
      answer(showing(), score);
    }
    CLOCK.advance(Duration.ofSeconds(1));
    answer(showing(), 0);

    assertThat(figures("kiosk_answers")).containsExactly("2025-05 4", "2025 4");
    assertThat(figures("kiosk_share")).containsExactly("2025-05 4", "2025 4");
    assertThat(figures("kiosk_set_aside")).containsExactly("2025-05 1", "2025 1");
    assertThat(figures("answers")).containsExactly("2025-05 0", "2025 0");
    assertThat(figures("share")).isEmpty();
    // a year later the same is kept, by location where there are enough
    CLOCK.advance(Duration.ofDays(365));
    assertThat(figures("kiosk_answers")).containsExactly("2025-05 4", "2025 4");
    assertThat(app.count("month_count where measure like 'kiosk%' and item = 'Centrum'"))
        .isEqualTo(5);
  }

  /** Period and n of the counter's rows of the first month and year. */
  private static List<String> figures(String figure) {
    Response figures =
        client.send(
            HttpRequest.newBuilder(
                    app.url().resolve("/v1/figures?audience=internal&channel=counter"))
                .header("X-Api-Key", SurveyApp.API_KEY)
                .GET());
    assertThat(figures.status()).as(figures.body()).isEqualTo(200);
    List<String> rows = new ArrayList<>();
    for (JsonNode row : figures.json().get("figures")) {
      String period = row.get("period").asText();
      if (row.get("figure").asText().equals(figure)
          && List.of("2025-05", "2025").contains(period)) {
        rows.add(period + " " + row.get("n").asLong());
      }
    }
    return rows;
  }

  @Test
  void screenAndTimeAreForgottenAfterADay() {
    answer(showing(), 8);
    CLOCK.advance(KioskService.KEPT);
    KioskService service =
        new KioskService(
            app.jdbi(),
            new KioskSettings(Duration.ZERO, 1, 1, 2, Duration.ZERO),
            CLOCK,
            ZoneId.of("Europe/Amsterdam"),
            new MetricRegistry());
    service.forget(() -> false);

    assertThat(app.count("kiosk_answer where kiosk_id is null and answered_at is null"))
        .isEqualTo(1);
    assertThat(stored()).containsExactly("2025-05-01 Centrum en 8 counts");
  }

  @Test
  void linkIsTheMunicipalitysToGiveAndToRevoke() {
    assertThat(path(kiosks.add("Centrum 1", "Centrum", false))).isEqualTo(screen);
    assertThatThrownBy(() -> kiosks.add("Noord 1", "noord", false))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> kiosks.add("Centrum 1", "Noord", true))
        .isInstanceOf(ProblemException.class);
    assertThat(client.get("/k/0000000000000000000000").status()).isEqualTo(404);

    String showing = showing();
    kiosks.revoke("Centrum 1");
    assertThat(client.get(screen).status()).isEqualTo(404);
    assertThat(answer(showing, 8).status()).isEqualTo(404);
    assertThat(stored()).isEmpty();
    assertThatThrownBy(() -> kiosks.revoke("Centrum 1")).isInstanceOf(ProblemException.class);
  }
}
