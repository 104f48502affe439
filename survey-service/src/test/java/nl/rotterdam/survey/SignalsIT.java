// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.answer.Browser;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.signin.Role;
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

/** Open answers reach those who improve the service, and tell them nothing of who wrote them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SignalsIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NASTY =
      "=HYPERLINK(\"http://x\") <script>alert(1)</script> \u202Eomgekeerd & <b>vet</b>";

  @Parameter TestDatabase database;
  @TempDir static Path folder;
  private static SurveyApp app;
  private static SurveyClient client;
  private static int contacts;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app =
        SurveyApp.start(
            database.fresh(),
            folder,
            CLOCK,
            Map.of(
                "signals.together", "3",
                "sending.poll", "PT1H",
                "webhooks[0].url", "http://localhost:9/told",
                "webhooks[0].secret", "0123456789abcdef0123456789abcdef",
                "webhooks[0].events", "signal-received",
                "webhookHosts", "localhost"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void begin() {
    CLOCK.set(NOW);
    app.clear();
  }

  private static void write(int overall, String comment) {
    Map<String, ?> contact =
        Map.of(
            "externalId",
            "s" + contacts++,
            "channel",
            "social",
            "startedAt",
            CLOCK.instant().minusSeconds(60).toString());
    String link = client.report(contact).json().get("surveyUrl").asText();
    Response thanks =
        client.post(
            link.substring(app.url().toString().length()),
            Map.of("overall", "" + overall, "comment", comment));
    assertThat(thanks.status()).isEqualTo(200);
  }

  /** Three answers, which come out together, and are found. */
  private static void writeThree() throws Exception {
    write(3, "Ik heb al weken niets gehoord over mijn uitkering.");
    write(10, "Heel vriendelijk geholpen, de wachttijden waren kort!");
    write(7, NASTY);
    app.releaseSignals();
    awaitFound("", 3);
  }

  private static void awaitFound(String query, int number) throws Exception {
    for (int i = 0; i < 200 && texts(query).size() != number; i++) {
      Thread.sleep(50);
    }
    assertThat(texts(query)).hasSize(number);
  }

  private static List<String> texts(String query) throws Exception {
    String page = get("/workplace/signals" + query, app.signIn(Role.READER)).body();
    return find(page, "<bdi>(.*?)</bdi>");
  }

  private static List<String> find(String page, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(app.url().resolve(path)).header("Cookie", cookie).build(),
        BodyHandlers.ofString());
  }

  private static int post(String path, String cookie, String csrf) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(app.url().resolve(path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("csrf=" + csrf))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static String csrf(String cookie) throws Exception {
    return find(get("/workplace", cookie).body(), "name=\"csrf\" value=\"(.*?)\"").get(0);
  }

  private static List<JsonNode> feed(String query) throws Exception {
    Response response =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/signals" + query))
                .header("X-Api-Key", SurveyApp.API_KEY));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    assertThat(response.header("Content-Type")).isEqualTo("application/x-ndjson");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : response.body().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  @Test
  void answersComeOutTogetherOrWhenTheMonthIsOver() throws Exception {
    write(3, "Eerste");
    write(4, "Tweede");
    app.releaseSignals();
    assertThat(feed("")).isEmpty();
    write(5, "Derde");
    app.releaseSignals();
    List<JsonNode> first = feed("");
    assertThat(first)
        .extracting(line -> line.get("text").asText())
        .containsExactlyInAnyOrder("Eerste", "Tweede", "Derde");
    write(6, "Vierde");
    CLOCK.set(Instant.parse("2025-05-31T21:00:00Z"));
    app.releaseSignals();
    String since = "?since=" + first.get(2).get("cursor").asText();
    assertThat(feed(since)).isEmpty();
    CLOCK.set(Instant.parse("2025-06-01T01:00:00Z"));
    app.releaseSignals();
    assertThat(feed(since))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.get("text").asText()).isEqualTo("Vierde");
              assertThat(line.get("month").asText()).isEqualTo("2025-05");
              assertThat(line.get("channel").asText()).isEqualTo("social");
              assertThat(line.get("overall").asInt()).isEqualTo(6);
              assertThat(line.get("themes")).isEmpty();
            });
  }

  @Test
  void longAfterNothingTellsInWhichOrderTheyCame() throws Exception {
    writeThree();
    CLOCK.advance(Duration.ofDays(2));
    write(3, "Later A");
    write(3, "Later B");
    write(3, "Later C");
    app.releaseSignals();
    assertThat(feed(""))
        .extracting(line -> at(line))
        .containsOnly(at(feed("").get(0)), at(feed("").get(5)));
    assertThat(at(feed("").get(0))).isNotEqualTo(at(feed("").get(5)));
    String old = feed("").get(5).get("cursor").asText();
    CLOCK.set(Instant.parse("2025-07-02T10:00:00Z"));
    app.releaseSignals();
    assertThat(feed("")).hasSize(6).extracting(line -> at(line)).containsOnly(at(feed("").get(0)));
    assertThat(feed("?since=" + old)).as("nothing is missed, some comes again").hasSize(6);
    assertThat(feed("?since=" + feed("").get(5).get("cursor").asText())).isEmpty();
  }

  private static String at(JsonNode line) {
    return line.get("cursor").asText().split("-")[0];
  }

  @Test
  void webhookTellsWhereToFetchAndNothingOfWhatWasWritten() throws Exception {
    write(3, "Een");
    write(3, "Twee");
    app.releaseSignals();
    assertThat(app.count("webhook_delivery")).isZero();
    write(3, "Drie");
    app.releaseSignals();
    app.releaseSignals();
    assertThat(app.count("webhook_delivery")).isEqualTo(1);
    String type =
        app.jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select event_type from webhook_delivery")
                        .mapTo(String.class)
                        .one());
    assertThat(type).isEqualTo("signal_received");
  }

  @Test
  void whatIsChosenIsFound() throws Exception {
    writeThree();
    Map<String, Integer> numbers =
        Map.ofEntries(
            Map.entry("?q=wachttijd", 1),
            Map.entry("?q=WACHTTIJDEN+geholpen", 1),
            Map.entry("?q=%22weken+niets%22", 1),
            Map.entry("?q=%22niets+weken%22", 0),
            Map.entry("?q=uitkeringen", 1),
            Map.entry("?q=%28%28%22+%2B%7E*", 0),
            Map.entry("?theme=income_security", 1),
            Map.entry("?theme=status_information", 1),
            Map.entry("?theme=none", 2),
            Map.entry("?score=complaint", 1),
            Map.entry("?score=compliment", 1),
            Map.entry("?channel=social", 3),
            Map.entry("?channel=phone", 0),
            Map.entry("?from=2025-05&to=2025-05", 3),
            Map.entry("?from=2025-06", 0),
            Map.entry("?page=2", 0));
    for (Map.Entry<String, Integer> each : numbers.entrySet()) {
      assertThat(texts(each.getKey())).as(each.getKey()).hasSize(each.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=mei", "channel=fax", "theme=weather", "score=5", "page=0", "page=1000"})
  void whatDoesNotExistIsNamed(String query) throws Exception {
    HttpResponse<String> page = get("/workplace/signals?" + query, app.signIn(Role.READER));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("\"" + query.split("=")[0] + "\"");
  }

  @Test
  void whateverWasWrittenIsTextAndTouchesNothingBesideIt() throws Exception {
    writeThree();
    String page = get("/workplace/signals?score=neutral", app.signIn(Role.READER)).body();
    assertThat(page)
        .contains("<bdi>=HYPERLINK(&quot;http://x&quot;) &lt;script&gt;")
        .doesNotContain("<script>alert", "<b>vet");
    String csv = get("/workplace/signals/signals.csv", app.signIn(Role.WRITER)).body();
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).contains(",\"'=HYPERLINK(").doesNotContain("\"=HYPERLINK(");
    assertThat(feed("")).anySatisfy(line -> assertThat(line.get("text").asText()).isEqualTo(NASTY));
  }

  @Test
  void exportIsForWritersAndHoldsWhatIsChosen() throws Exception {
    writeThree();
    assertThat(get("/workplace/signals/signals.csv", app.signIn(Role.READER)).statusCode())
        .isEqualTo(403);
    HttpResponse<String> csv =
        get("/workplace/signals/signals.csv?score=compliment", app.signIn(Role.WRITER));
    assertThat(csv.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(csv.body().lines().skip(1))
        .singleElement()
        .satisfies(
            line -> assertThat(line).contains(",2025-05,social,nl,10,,").contains("wachttijden"));
  }

  @Test
  void whatIsMarkedIsNowhereAndIsDeletedOrComesBack() throws Exception {
    writeThree();
    String reader = app.signIn(Role.READER);
    String administrator = app.signIn(Role.ADMINISTRATOR);
    int number = number();
    String page = get("/workplace/signals?q=uitkering", reader).body();
    String mark = find(page, "href=\"(/workplace/signals/[0-9a-f-]{36}/mark)\"").get(0);
    String id = mark.split("/")[3];
    assertThat(get(mark, reader).body())
        .contains("Staan hierin nog persoonsgegevens?", "uitkering");
    assertThat(post(mark, reader, "")).isEqualTo(403);
    assertThat(post(mark, reader, csrf(reader))).isEqualTo(303);

    assertThat(texts("?q=uitkering")).isEmpty();
    assertThat(feed("")).hasSize(2);
    assertThat(get(mark, reader).statusCode()).isEqualTo(404);
    awaitNumber(number - 1);
    assertThat(get("/workplace/signals/marked", reader).statusCode()).isEqualTo(403);
    assertThat(get("/workplace/signals/marked", administrator).body()).contains("uitkering");

    String decide = "/workplace/signals/marked/" + id;
    assertThat(post(decide + "/delete", reader, csrf(reader))).isEqualTo(403);
    assertThat(post(decide + "/restore", administrator, csrf(administrator))).isEqualTo(303);
    awaitFound("", 3);
    assertThat(post(mark, reader, csrf(reader))).isEqualTo(303);
    assertThat(post(decide + "/delete", administrator, csrf(administrator))).isEqualTo(303);
    assertThat(app.count("answer where comment like '%uitkering%'")).isZero();
    assertThat(app.count("answer")).as("the scores stay").isEqualTo(3);
    assertThat(app.count("signal")).isEqualTo(2);
    assertThat(get("/workplace/signals/marked", administrator).body())
        .contains("Er is niets gemeld");
  }

  /** How many the index knows: those of earlier tests, too. */
  private static int number() throws Exception {
    String page = get("/workplace/signals", app.signIn(Role.READER)).body();
    return Integer.parseInt(find(page, ">([0-9]+) antwoorden<").get(0));
  }

  private static void awaitNumber(int number) throws Exception {
    for (int i = 0; i < 200 && number() != number; i++) {
      Thread.sleep(50);
    }
    assertThat(number()).isEqualTo(number);
  }

  @Test
  void feedIsForKeysWithItsScope() {
    assertThat(client.get("/v1/signals").status()).isEqualTo(401);
    Response bad =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/signals?since=yesterday"))
                .header("X-Api-Key", SurveyApp.API_KEY));
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.json().get("detail").asText()).startsWith("since: must be the cursor");
  }

  @Test
  void themesAreCountedByMonthAndChannel() throws Exception {
    writeThree();
    Response figures =
        client.send(
            HttpRequest.newBuilder(
                    app.url()
                        .resolve(
                            "/v1/figures?figure=theme_mentions&channel=social&to=2025-05&audience=internal"))
                .header("X-Api-Key", SurveyApp.API_KEY)
                .header("Accept", "application/json"));
    List<String> rows = new ArrayList<>();
    figures
        .json()
        .get("figures")
        .forEach(
            row -> {
              if (row.get("period").asText().equals("2025-05")) {
                rows.add(
                    row.get("group").asText()
                        + " "
                        + row.get("value").asInt()
                        + "/"
                        + row.get("n").asInt()
                        + " "
                        + row.get("status").asText());
              }
            });
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "income_security 1/3 below_publication",
            "status_information 1/3 below_publication",
            "none 2/3 below_publication");
  }

  @Test
  void otherTermListsFindOtherThemes() throws Exception {
    writeThree();
    app.jdbi()
        .useHandle(
            handle -> {
              handle.execute("update term_lists set version = 'old'");
              handle.execute("update signal set themes = 'nuisance'");
            });
    app.releaseSignals();
    assertThat(feed(""))
        .filteredOn(line -> line.get("overall").asInt() == 3)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.get("themes").toString())
                    .isEqualTo("[\"income_security\",\"status_information\"]"));
  }

  /** By the rules of WCAG 2.2 AA that a machine can check; nothing scrolls sideways at 320 px. */
  @Test
  void pagesAreAccessible() throws Exception {
    writeThree();
    String mark =
        find(
                get("/workplace/signals?q=uitkering", app.signIn(Role.READER)).body(),
                "href=\"/workplace(/signals/[0-9a-f-]{36}/mark)\"")
            .get(0);
    try (Browser browser = Browser.start()) {
      Page page =
          browser
              .chromium()
              .newContext(
                  new NewContextOptions()
                      .setViewportSize(320, 256)
                      .setExtraHTTPHeaders(Map.of("Cookie", app.signIn(Role.ADMINISTRATOR))))
              .newPage();
      for (String path :
          List.of(
              "/signals", "/signals?q=niemand", mark, "/signals/marked-one", "/signals/marked")) {
        page.navigate(app.url() + "/workplace" + path);
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
            .as("scrolls sideways: " + path)
            .isEqualTo(true);
      }
    }
  }
}
