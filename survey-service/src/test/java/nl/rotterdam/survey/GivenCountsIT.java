// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.FileImport.Summary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What other systems counted comes in by file and by the API, and is in the figures at once. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class GivenCountsIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2025-06-10T10:00:00Z"));

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;

  private final List<String> complaints = new ArrayList<>();

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app = SurveyApp.start(database.fresh(), folder, CLOCK, Map.of("sending.poll", "PT1H"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() {
    app.clear();
  }

  private Summary read(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("counts.csv"), content);
    return new FileImport(complaints::add, line -> {})
        .run(file, app.components().histories().counts("default"));
  }

  private static HttpRequest.Builder counts() {
    return HttpRequest.newBuilder(app.url().resolve("/v1/counts"))
        .header("X-Api-Key", SurveyApp.API_KEY);
  }

  private static Response give(String body) {
    return client.send(
        counts().header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  private static long sum(FigureName name, String year) {
    return app.components().figures().table(YearMonth.of(2025, 5)).rows().stream()
        .filter(row -> row.name() == name && row.period().toString().equals(year))
        .filter(FigureRow::given)
        .mapToLong(row -> row.figure().n())
        .sum();
  }

  @Test
  void theVisitsOfAYearAreThoseThatWereGiven() throws Exception {
    client.report(
        Map.of(
            "externalId", "a",
            "channel", "counter",
            "location", "IJsselmonde",
            "startedAt", "2024-05-14T10:00:00Z"));
    String table;
    try (InputStream file = getClass().getResourceAsStream("/counts/visits-2024.csv")) {
      table = new String(file.readAllBytes(), UTF_8);
    }
    assertThat(read(table)).isEqualTo(new Summary(32, 0, 0));
    assertThat(read(table)).isEqualTo(new Summary(0, 32, 0));
    assertThat(complaints).isEmpty();

    assertThat(sum(FigureName.VISITS_APPOINTMENT, "2024")).isEqualTo(448_285);
    assertThat(sum(FigureName.VISITS_WALK_IN, "2024")).isEqualTo(163_567);
    assertThat(sum(FigureName.VISITS, "2024")).isEqualTo(448_285 + 163_567);
    Response csv =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/figures?to=2025-05&location=IJsselmonde"))
                .header("Accept", "text/csv"));
    assertThat(csv.body())
        .isEqualTo(
            """
            figure,indicator,channel,location,period,value,lower,upper,n,status,dimension,group,source
            visits,,counter,IJsselmonde,2024,94011,,,94011,ok,,,given
            visits_appointment,,counter,IJsselmonde,2024,69822,,,69822,ok,,,given
            visits_walk_in,,counter,IJsselmonde,2024,24189,,,24189,ok,,,given
            """);
    assertThat(client.get("/v1/figures?to=2024-11&figure=visits").json().get("figures"))
        .as("as long as the year is not over")
        .singleElement()
        .satisfies(row -> assertThat(row.get("value").asInt()).isEqualTo(1))
        .satisfies(row -> assertThat(row.get("source").asText()).isEmpty());
  }

  @Test
  void badLinesAreNamedAndTheGoodOnesGoIn() throws Exception {
    Summary summary =
        read(
            """
            figure,location,period,value
            visits,Noord,2024,448.285
            visits,Noord,2024,448285
            visits,NOORD,2024,448286
            visit,Noord,2024,1
            visits,,2024,1
            chats,Noord,2024,1
            visits,-,2024,1
            chats,,2025-07,1
            chats,,1999-12,1
            chats,,2024-01..2024-12,1
            chats,,2025-06,1000000001
            chats,,2025-06,9999999999
            chats,,2025-06,
            chats,,2025-06,1000000000
            """);
    String number = "value: must be a whole number from 0 to 1000000000";
    String points = number + ", without points for thousands: 448285, not 448.285";
    String period =
        "period: must be a year such as 2024 or a month such as 2024-05, from 2000 to 2025 or"
            + " 2000-01 to 2025-06";
    assertThat(complaints)
        .containsExactly(
            "counts.csv:2: " + points,
            "counts.csv:4: period: is given on an earlier line for the same figure and location",
            "counts.csv:5: figure: must be one of visits_appointment, visits_walk_in, visits,"
                + " contacts_counter, contacts_phone, contacts_chat, contacts_social,"
                + " contacts_video, chats, video_successful, callbacks",
            "counts.csv:6: location: is required for visits: the name of a location",
            "counts.csv:7: location: must be empty for chats",
            "counts.csv:8: location: must hold letters or digits",
            "counts.csv:9: " + period,
            "counts.csv:10: " + period,
            "counts.csv:11: " + period,
            "counts.csv:12: " + number,
            "counts.csv:13: " + points,
            "counts.csv:14: " + points);
    assertThat(summary).isEqualTo(new Summary(2, 0, 12));
    assertThat(app.count("given_count")).isEqualTo(2);
  }

  @Test
  void theSamePlaceAndPeriodAgainReplacesTheNumber() {
    String body =
        """
        {"counts": [
          {"figure": "visits_walk_in", "location": "Kralingen Crooswijk", "period": "2024-05", "value": 5},
          {"figure": "contacts_phone", "period": "2024", "value": 700000}]}
        """;
    assertThat(give(body).body()).isEqualTo("{\"stored\":2,\"known\":0}");
    assertThat(give(body).body()).isEqualTo("{\"stored\":0,\"known\":2}");
    Response again =
        give(
            body.replace("Kralingen Crooswijk", "Kralingen-Crooswijk")
                .replace("\"value\": 5", "\"value\": 6"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo("{\"stored\":1,\"known\":1}");

    JsonNode known = client.send(counts()).json().get("counts");
    assertThat(known).hasSize(2);
    assertThat(known.at("/0/figure").asText()).isEqualTo("contacts_phone");
    assertThat(known.at("/0/location").isNull()).isTrue();
    assertThat(known.at("/0/value").asInt()).isEqualTo(700_000);
    assertThat(known.at("/1/location").asText()).isEqualTo("Kralingen-Crooswijk");
    assertThat(known.at("/1/period").asText()).isEqualTo("2024-05");
    assertThat(known.at("/1/value").asInt()).isEqualTo(6);
    assertThat(known.at("/1/source").asText()).isEqualTo("default");
    assertThat(known.at("/1/givenAt").asText()).isEqualTo(CLOCK.instant().toString());

    assertThat(client.get("/v1/figures?to=2025-05&figure=contacts").json().get("figures"))
        .as("the channel and all together")
        .hasSize(2)
        .allMatch(row -> row.get("value").asInt() == 700_000)
        .allMatch(row -> row.get("source").asText().equals("given"));
  }

  @Test
  void aListWithOneBadCountIsRefusedWhole() {
    assertRefused(
        """
        {"counts": [{"figure": "chats", "period": "2024", "value": 1},
          {"figure": "chats", "location": "Noord", "period": "2026", "value": -1}]}
        """,
        "counts[1].location",
        "must be empty for chats");
    assertRefused(
        """
        {"counts": [{"figure": "chats", "period": "2024", "value": 448.285}]}""",
        "counts[0].value",
        "must be a whole number");
    assertRefused(
        """
        {"counts": [{"figure": "chats", "period": "2024", "value": 1},
          {"figure": "chats", "period": "2024", "value": 2}]}
        """,
        "counts[1]",
        "is about the same as an earlier one of the list");
    assertRefused(
        """
        {"counts": [{"figure": "chats", "period": "2024", "value": 5000000000}]}""",
        "counts[0].value",
        "must be a whole number");
    assertRefused("{\"counts\": [null]}", "counts[0]", "must be a count");
    assertRefused("{\"counts\": \"x\"}", "counts", "must be a list");
    assertRefused("{}", "counts", "is required: a list of counts");
    assertThat(give("[]").status()).isEqualTo(400);
    assertThat(app.count("given_count")).isZero();
  }

  private static void assertRefused(String body, String field, String reason) {
    Response response = give(body);
    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(response.json().at("/errors/0/reason").asText()).startsWith(reason);
  }

  @Test
  void countsAreForWhoHasAKey() {
    HttpRequest.Builder without = HttpRequest.newBuilder(app.url().resolve("/v1/counts"));
    assertThat(client.send(without).status()).isEqualTo(401);
    assertThat(
            client
                .send(
                    without
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{")))
                .status())
        .isEqualTo(401);
  }
}
