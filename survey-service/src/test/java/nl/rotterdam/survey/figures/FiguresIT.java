// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures over HTTP, and what is said to whom asks wrongly. */
class FiguresIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));

  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeAll
  static void start() {
    app = SurveyApp.start(TestDatabase.H2.fresh(), folder, CLOCK, Map.of());
    client = new SurveyClient(app.url());
    SurveyClient.Response social =
        client.report(
            Map.of(
                "externalId", "a",
                "channel", "social",
                "startedAt", CLOCK.instant().toString()));
    String link = social.json().get("surveyUrl").asText().substring(app.url().toString().length());
    assertThat(client.post(link, Map.of("overall", "6", "clarity", "9")).status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static SurveyClient.Response internal(String query) {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve("/v1/figures?audience=internal&" + query))
            .header("X-Api-Key", SurveyApp.API_KEY));
  }

  @Test
  void runningMonthIsTheDefaultAndProvisional() {
    SurveyClient.Response response = client.get("/v1/figures?figure=contacts&channel=social");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.json().get("to").asText()).isEqualTo("2025-05");
    assertThat(response.json().get("provisional").asBoolean()).isTrue();
    assertThat(response.json().at("/figures/0/period").asText()).isEqualTo("2025-05");
    assertThat(response.json().at("/figures/0/value").asInt()).isEqualTo(1);
  }

  @Test
  void valueBelowPublicationIsForWhoHasAKey() {
    String query = "figure=share&indicator=overall&channel=all&to=2025-05";
    SurveyClient.Response open = client.get("/v1/figures?" + query);

    assertThat(open.json().at("/figures/0/status").asText()).isEqualTo("below_publication");
    assertThat(open.json().at("/figures/0/n").asInt()).isEqualTo(1);
    assertThat(open.json().at("/figures/0/value").isNull()).isTrue();
    assertThat(open.json().at("/figures/0/upper").isNull()).isTrue();
    assertThat(internal(query).json().at("/figures/0/value").asDouble()).isEqualTo(1);
    assertThat(client.get("/v1/figures?audience=internal&" + query).status()).isEqualTo(401);
  }

  @Test
  void tableIsCsvForWhoAsksForCsv() {
    SurveyClient.Response csv =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/figures?figure=answers&channel=social"))
                .header("Accept", "text/csv"));

    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(csv.header("Content-Disposition")).contains("figures-2025-05-provisional.csv");
    assertThat(csv.body())
        .isEqualTo(
            """
            figure,indicator,channel,location,period,value,lower,upper,n,status,dimension,group,source
            answers,,social,,2025-05,1,,,1,ok,,,
            answers,,social,,2025,1,,,1,ok,,,
            """);
  }

  @Test
  void whoWasNotInvitedIsAskedForByReason() {
    client.report(
        Map.of(
            "externalId",
            "not-asked",
            "channel",
            "phone",
            "startedAt",
            CLOCK.instant().toString()));
    String month = "&to=2025-05&from=2025-05";
    assertThat(
            client.get("/v1/figures?dimension=reason&channel=phone" + month).json().get("figures"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("figure").asText()).isEqualTo("not_invited");
              assertThat(row.get("dimension").asText()).isEqualTo("reason");
              assertThat(row.get("group").asText()).isEqualTo("no_address");
              assertThat(row.get("value").asLong()).isEqualTo(1);
            });
  }

  @Test
  void rowsFromAMonthOnAreThoseThatBeginThen() {
    String year = "/v1/figures?figure=contacts&channel=social&to=2025-05";
    assertThat(client.get(year).json().get("figures")).hasSize(2);
    assertThat(client.get(year + "&from=2025-05").json().get("figures"))
        .hasSize(1)
        .allMatch(row -> row.get("period").asText().equals("2025-05"));
  }

  @Test
  void tablesAreKeptForAsLongAsTheyMayBeOldAndNoLonger() throws Exception {
    FigureSettings settings =
        new FigureSettings(
            "2022",
            null,
            0.3,
            YearMonth.of(2026, 12),
            "2026-01..2026-12",
            30,
            0.9,
            List.of(),
            Duration.ofSeconds(6));
    Figures figures =
        new Figures(
            app.jdbi(),
            new Publications(app.jdbi()),
            CLOCK,
            ZoneId.of("Europe/Amsterdam"),
            settings,
            new CalendarSettings("working", "2024", List.of()));
    YearMonth may = YearMonth.of(2025, 5);
    FiguresTable first = figures.table(may);
    assertThat(figures.table(may)).isSameAs(first);
    client.report(
        Map.of("externalId", "b", "channel", "video", "startedAt", CLOCK.instant().toString()));
    long asked = System.nanoTime();
    while (count(figures.table(may)) == 0) {
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(20));
      Thread.sleep(50);
    }
    assertThat(count(first)).isZero();
  }

  private static long count(FiguresTable table) {
    return table
        .find(
            FigureName.CONTACTS,
            Optional.empty(),
            Optional.of(Channel.VIDEO),
            Period.month(YearMonth.of(2025, 5)))
        .orElseThrow()
        .n();
  }

  @Test
  void verdictSaysWhyThereIsNone() {
    SurveyClient.Response verdict = client.get("/v1/verdict?to=2025-05");

    assertThat(verdict.status()).isEqualTo(200);
    assertThat(verdict.json().get("standing").asText()).isEqualTo("no_figure");
    assertThat(verdict.json().get("reason").asText()).isEqualTo("window_incomplete");
    assertThat(verdict.json().get("sentence").asText()).startsWith("Er zijn nog geen twaalf");
    assertThat(client.get("/v1/verdict?language=en").json().get("sentence").asText())
        .startsWith("There are not yet twelve");
    assertThat(client.get("/v1/verdict?language=fr").status()).isEqualTo(400);
    assertThat(client.get("/v1/verdict?to=2025-06").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          to=2025-13       | to        | 2025-05
          to=2025          | to        | 2025-05
          to=2025-06       | to        | 2025-05
          to=              | to        | 2025-05
          to=9999-12       | to        | 2025-05
          figure=mood      | figure    | share_12m
          indicator=speed  | indicator | timeliness
          channel=fax      | channel   | counter
          audience=friends | audience  | internal
          location=Noord   | location  | there is none
          dimension=street | dimension | wijk, cluster, reason, callback, theme, none
          from=2025-1      | from      | 2025-05
          to=2025-04&from=2025-05 | from | must not be after to, which is 2025-04
          chanel=phone     | chanel    | channel, location
          """)
  void wrongQueryIsToldWhatIsAllowed(String query, String field, String allowed) {
    SurveyClient.Response response = client.get("/v1/figures?" + query);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(response.json().at("/errors/0/reason").asText()).contains(allowed);
  }
}
