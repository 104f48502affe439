// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is published stays as it was, whatever comes after. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PublicationIT {
  private static final Instant JUNE = Instant.parse("2025-06-10T10:00:00Z");
  private static final Instant JULY = Instant.parse("2025-07-10T10:00:00Z");
  private static final String BEFORE =
      "figure,indicator,channel,location,period,value,lower,upper,n,status,dimension,group";
  private static final TestClock CLOCK = new TestClock(JUNE);

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;

  private History history;

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
  void begin() throws Exception {
    CLOCK.set(JUNE);
    app.clear();
    history = new History(app, folder).month("2025-03", 100, 10, 40).month("2025-05", 50, 5, 30);
  }

  private static Response publish(String month) {
    return publish("{\"month\": \"%s\", \"note\": \"as promised\"}".formatted(month), "X-Api-Key");
  }

  private static Response publish(String body, String header) {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve("/v1/publications"))
            .header(header, SurveyApp.API_KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static String csv(String path) {
    Response response =
        client.send(HttpRequest.newBuilder(app.url().resolve(path)).header("Accept", "text/csv"));
    assertThat(response.status()).isEqualTo(200);
    return response.body();
  }

  @Test
  void whoHoldsTheFileCanSeeThatItIsWhatWasPublished() throws Exception {
    Response published = publish("2025-05");
    assertThat(published.status()).isEqualTo(201);
    assertThat(published.header("Location")).endsWith("/v1/publications/2025-05");

    JsonNode edition = client.get("/v1/publications/2025-05").json();
    assertThat(edition).isEqualTo(published.json());
    assertThat(edition.get("publishedAt").asText()).isEqualTo(JUNE.toString());
    assertThat(edition.get("software").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(edition.get("note").asText()).isEqualTo("as promised");
    assertThat(edition.at("/definitions/figures/baseline").asText()).isEqualTo("2022");
    assertThat(edition.at("/definitions/calendar/goodFriday").asText()).isEqualTo("working");
    String file = csv("/v1/publications/2025-05/figures.csv");
    assertThat(edition.get("sha256").asText()).isEqualTo(sha256(file));
    assertThat(csv("/v1/figures?to=2025-05")).isEqualTo(file);
    assertThat(client.get("/v1/publications").json().get("months")).hasToString("[\"2025-05\"]");
  }

  @Test
  void lateAnswersChangeNothingThatIsPublishedUntilTheNextPublicationSaysSo() throws Exception {
    publish("2025-05");
    String before = csv("/v1/figures?to=2025-05");
    history.answers("2025-03", 50, 5, 2);

    assertThat(csv("/v1/figures?to=2025-05")).isEqualTo(before);
    assertThat(client.get("/v1/figures?to=2025-05").json().get("publishedAt").asText())
        .isEqualTo(JUNE.toString());
    assertThat(csv("/v1/figures?to=2025-06&figure=answers&channel=all"))
        .contains("answers,,all,,2025-03,57,,,57,ok,,");

    CLOCK.set(JULY);
    Response june = publish("2025-06");
    assertThat(june.json().get("restated").asInt()).isPositive();
    assertThat(csv("/v1/publications/2025-06/restated.csv").lines())
        .hasSize(1 + june.json().get("restated").asInt())
        .contains("answers,,all,,2025-03,50,,,50,57,,,57,late,,,")
        .anyMatch(line -> line.startsWith("share,overall,phone,,2025-03,0.2,"));
    assertThat(csv("/v1/figures?to=2025-05")).isEqualTo(before);
    assertThat(csv("/v1/figures?to=2025-06&figure=answers&channel=all"))
        .contains("answers,,all,,2025-03,57,,,57,ok,,");
  }

  @Test
  void aFewLateAnswersWait() throws Exception {
    publish("2025-05");
    history.answers("2025-03", 50, 2, 2);
    CLOCK.set(JULY);
    assertThat(publish("2025-06").json().get("restated").asInt()).isZero();
    assertThat(csv("/v1/figures?to=2025-06&figure=answers&channel=all"))
        .contains("answers,,all,,2025-03,50,,,50,ok,,");
  }

  @Test
  void internalReadersSeeThePublishedTableToo() throws Exception {
    new History(app, folder);
    app.jdbi()
        .useHandle(
            handle -> handle.execute("delete from answer where contact_month = '2025-05-01'"));
    publish("2025-05");
    history.answers("2025-05", 140, 3, 2);
    Response internal =
        client.send(
            HttpRequest.newBuilder(
                    app.url().resolve("/v1/figures?to=2025-05&audience=internal&figure=answers"))
                .header("X-Api-Key", SurveyApp.API_KEY));
    assertThat(internal.json().get("figures"))
        .noneMatch(row -> row.get("period").asText().equals("2025-05") && row.get("n").asInt() > 0);
  }

  @Test
  void theReportAndTheVerdictAreThoseOfThePublication() throws Exception {
    publish("2025-05");
    byte[] before = report();
    JsonNode verdict = client.get("/v1/verdict?to=2025-05").json();
    history.answers("2025-03", 50, 30, 2);
    CLOCK.set(JULY);
    assertThat(report()).isEqualTo(before);
    assertThat(client.get("/v1/verdict?to=2025-05").json()).isEqualTo(verdict);
  }

  private static byte[] report() {
    return app.components().reports().files(YearMonth.of(2025, 5), "nl").get("report-2025-05.pdf");
  }

  @Test
  void aMonthThatCannotBePublishedIsRefused() {
    assertRefused(publish("2025-06"), 400, "2025-06 is still running");
    assertRefused(publish("2025-13"), 400, "month: must be a month such as 2025-05");
    assertRefused(publish("2025-02"), 400, "up to 2025-02 there are none");
    assertRefused(publish("{\"note\": \"x\"}", "X-Api-Key"), 400, "month");
    assertRefused(
        publish(
            "{\"month\": \"2025-05\", \"note\": \"%s\"}".formatted("x".repeat(1001)), "X-Api-Key"),
        400,
        "at most 1000");
    assertRefused(publish("{\"month\": \"2025-05\"}", "X-Other"), 401, "X-Api-Key");
    assertThat(app.count("publication")).isZero();

    assertThat(publish("2025-05").status()).isEqualTo(201);
    assertRefused(publish("2025-05"), 409, "is published already");
    assertRefused(publish("2025-04"), 409, "must be later than 2025-05");
    assertThat(app.count("publication")).isEqualTo(1);
    assertRefused(client.get("/v1/publications/2025-04"), 404, "published are 2025-05");
  }

  private static void assertRefused(Response response, int status, String why) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.json().get("detail").asText()).contains(why);
  }

  @Test
  void ofTwoAtOnceOnePublishes() {
    List<CompletableFuture<Response>> both =
        IntStream.range(0, 2)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> publish("2025-05")))
            .toList();
    assertThat(both.stream().map(response -> response.join().status()))
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void aPublicationOfBeforeThereWasASourceStaysAsItWas() throws Exception {
    publish("2025-05");
    String before = asBefore(csv("/v1/publications/2025-05/figures.csv"));
    app.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update publication set figures = ?, sha256 = ?",
                    packed(before),
                    sha256(before)));

    assertThat(before).startsWith(BEFORE);
    assertThat(csv("/v1/publications/2025-05/figures.csv")).isEqualTo(before);
    assertThat(csv("/v1/figures?to=2025-05&figure=answers&channel=all"))
        .startsWith(BEFORE + ",source\n")
        .contains("answers,,all,,2025-03,50,,,50,ok,,,\n");
    CLOCK.set(JULY);
    assertThat(publish("2025-06").json().get("restated").asInt()).isZero();
    assertThat(csv("/v1/publications/2025-06/figures.csv"))
        .startsWith(BEFORE + ",source\n")
        .contains("invited,,all,,2025,150,,,150,ok,,,\n");
  }

  /** Without the last column, and without the figures that came with it. */
  private static String asBefore(String csv) {
    return csv.lines()
            .filter(line -> !line.matches("(not_invited|invited|answered),.*"))
            .map(line -> line.substring(0, line.lastIndexOf(',')))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }

  @Test
  void aPublicationThatWasTamperedWithIsNotShown() {
    publish("2025-05");
    app.jdbi()
        .useHandle(handle -> handle.execute("update publication set sha256 = 'of something else'"));
    assertThat(client.get("/v1/publications/2025-05/figures.csv").status()).isEqualTo(500);
    assertThat(client.get("/v1/figures?to=2025-05").status()).isEqualTo(500);
  }
}
