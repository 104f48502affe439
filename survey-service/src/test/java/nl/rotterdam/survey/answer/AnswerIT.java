// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
import nl.rotterdam.survey.invitation.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Residents answer and unsubscribe over HTTP: once, only by a POST, and told alike. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AnswerIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final String UNKNOWN = "0123456789ABCDEFGHIJKL";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final TestClock CLOCK = new TestClock(NOW);
  private static SurveyApp app;
  private static SurveyClient client;

  @Parameter TestDatabase database;

  private record Score(Integer overall, Integer friendliness, Integer clarity, String comment) {}

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database, @TempDir Path dataDir) {
    // nothing is sent here
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of("sending.poll", "PT1H", "logging.level", "ERROR"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void empty() {
    CLOCK.set(NOW);
    app.jdbi()
        .useHandle(
            handle ->
                List.of("answer_aside", "answer", "invitation", "contact", "recipient")
                    .forEach(table -> handle.execute("delete from " + table)));
  }

  @Test
  void lookingStoresNothing() {
    String token = openSurvey("a");

    assertThat(client.get("/s/" + token).status()).isEqualTo(200);
    assertThat(client.get("/s/" + token + "?overall=3").status()).isEqualTo(200);
    Response head = client.send(request("/s/" + token + "?overall=3").method("HEAD", noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(answers()).isEmpty();
    assertThat(count("invitation where answered_at is not null")).isZero();
  }

  @Test
  void submitIsStoredAndThankedFor() {
    String token = openSurvey("a");
    Response thanks =
        client.post(
            "/s/" + token, Map.of("overall", "7", "clarity", "10", "comment", " Prima.\r\nEcht. "));

    assertThat(thanks.status()).isEqualTo(200);
    assertThat(thanks.http().uri()).isEqualTo(app.url().resolve("/thanks?lang=nl"));
    assertThat(thanks.body()).contains("Dank u wel");
    assertThat(thanks.http().previousResponse().orElseThrow().statusCode()).isEqualTo(303);
    assertThat(thanks.http().previousResponse().orElseThrow().headers().firstValue("Location"))
        .contains("/thanks?lang=nl");
    assertThat(answers()).containsExactly(new Score(7, null, 10, "Prima.\nEcht."));
  }

  @Test
  void secondSubmitChangesNothingAndIsToldKindly() {
    String token = openSurvey("a");
    client.post("/s/" + token, Map.of("overall", "7"));
    Response second = client.post("/s/" + token, Map.of("overall", "1", "comment", "nee"));

    assertThat(second.status()).isEqualTo(404);
    assertThat(second.body()).contains("Hebt u ze al beantwoord? Dan hebben wij uw antwoorden.");
    assertThat(answers()).containsExactly(new Score(7, null, null, null));
  }

  @Test
  void fiftySubmitsAtOnceAreOneAnswer() throws Exception {
    String token = openSurvey("a");
    ExecutorService residents = Executors.newFixedThreadPool(50);
    List<Integer> statuses = new ArrayList<>();
    try {
      List<Callable<Integer>> submits =
          IntStream.range(0, 50)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          client
                              .post("/s/" + token, Map.of("overall", String.valueOf(i % 11)))
                              .status())
              .toList();
      for (Future<Integer> submit : residents.invokeAll(submits)) {
        statuses.add(submit.get());
      }
    } finally {
      residents.shutdown();
    }

    assertThat(statuses).containsOnlyOnce(200);
    assertThat(statuses.stream().filter(status -> status == 404)).hasSize(49);
    assertThat(answers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"GET,", "HEAD,", "POST,", "GET,en", "GET,nl", "GET,xx", "POST,en"})
  void usedExpiredAndUnknownLinksAreToldAlike(String method, String lang) {
    String expired = openSurvey("a", "language", "en");
    CLOCK.advance(Duration.ofDays(15));
    String used = openSurvey("b", "language", "en");
    client.post("/s/" + used, Map.of("overall", "7"));
    List<String> accepted = new ArrayList<>(List.of("en-GB,en;q=0.9", "nl", "fr", ";;q=x"));
    accepted.add(null);

    for (String language : accepted) {
      Map<String, ?> unknown = told(method, UNKNOWN, lang, language);
      assertThat(unknown.get("status")).isEqualTo(404);
      assertThat(told(method, used, lang, language)).isEqualTo(unknown);
      assertThat(told(method, expired, lang, language)).isEqualTo(unknown);
      assertThat(told(method, "cut-off", lang, language)).isEqualTo(unknown);
    }
    assertThat(answers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"GET,", "POST,", "GET,en", "POST,en"})
  void unsubscribingTellsNotWhichLinksWereGivenOut(String method, String lang) {
    String open = mailedSurvey("a", "language", "en");
    String used = mailedSurvey("b", "language", "en");
    client.post("/s/" + used, Map.of("overall", "7"));

    Map<String, ?> unknown = toldAt("/u/", method, UNKNOWN, lang, "en");
    assertThat(unknown.get("status")).isEqualTo(200);
    assertThat(toldAt("/u/", method, open, lang, "en")).isEqualTo(unknown);
    assertThat(toldAt("/u/", method, used, lang, "en")).isEqualTo(unknown);
    assertThat(toldAt("/u/", method, "cut-off", lang, "en").get("status")).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overall=11",
        "overall=-1",
        "overall=7.5",
        "overall=07",
        "overall=heel+tevreden",
        "overall=%D9%A7",
        "overall=",
        "overall",
        "friendliness=7",
        "overall=3&overall=7",
        "overall=7&friendliness=11",
        "overall=7&friendliness=8&friendliness=8",
        "comment=alleen+tekst",
        "%00=%00",
        ""
      })
  void wrongFormIsRefusedAndStoresNothing(String form) {
    String token = openSurvey("a");
    Response refused = submit("/s/" + token, form);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Kies een cijfer van 0 tot en met 10.", "Fout: ");
    assertThat(answers()).isEmpty();
    assertThat(client.post("/s/" + token, Map.of("overall", "7")).status()).isEqualTo(200);
  }

  @Test
  void errorKeepsWhatWasGivenAndTheLanguageChosen() {
    String token = openSurvey("a");
    Response refused =
        client.post(
            "/s/" + token + "?lang=en",
            Map.of("friendliness", "0", "timeliness", "10", "comment", "\nA \"B\" <i>C</i>"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("value=\"0\" checked", "id=\"timeliness-10\" name=\"timeliness\"")
        .contains("A &quot;B&quot; &lt;i&gt;C&lt;/i&gt;</textarea>")
        .contains("href=\"#overall-0\"", "Choose a number from 0 to 10.")
        .contains("action=\"/s/" + token + "?lang=en\"");
    assertThat(refused.body().split(" checked", -1)).hasSize(3);
  }

  @Test
  void tooLongCommentIsRefusedAndKept() {
    String token = openSurvey("a");
    String comment = "x".repeat(5000);
    Response refused = client.post("/s/" + token, Map.of("overall", "7", "comment", comment));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Gebruik niet meer dan 4000 tekens.", comment);
    assertThat(answers()).isEmpty();

    // a browser sends a line end as two characters and counts it as one
    String longest = "y\r\n".repeat(1999) + "yy";
    client.post("/s/" + token, Map.of("overall", "7", "comment", longest));
    assertThat(answers().get(0).comment()).isEqualTo(longest.replace("\r", "")).hasSize(4000);
  }

  @Test
  void commentIsStoredAsTheTextThatItIs() {
    String token = openSurvey("a");
    client.post(
        "/s/" + token,
        Map.of(
            "overall",
            "7",
            "comment",
            "\0<script>alert(1)</script>\u0007\t\uD83D\uDC4D é ‏\u0085\r'"));

    assertThat(answers().get(0).comment())
        .isEqualTo("<script>alert(1)</script>\t\uD83D\uDC4D é ‏\n'");
  }

  @Test
  void commentOfControlCharactersIsNone() {
    client.post("/s/" + openSurvey("a"), Map.of("overall", "7", "comment", "\0\u0007 \r\n"));

    assertThat(answers()).containsExactly(new Score(7, null, null, null));
  }

  @Test
  void unknownFieldsAreLeftOut() {
    client.post("/s/" + openSurvey("a"), Map.of("overall", "7", "answeredAt", "x", "", "y"));

    assertThat(answers()).containsExactly(new Score(7, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | overall=7 | 415",
        "application/json | {\"overall\":7} | 415",
        "multipart/form-data; boundary=x | x | 415",
        "application/x-www-form-urlencoded; charset=nonesuch | overall=7 | 415",
        "application/x-www-form-urlencoded | overall=%zz | 400",
        "application/x-www-form-urlencoded | overall=7&comment=%4 | 400",
      })
  void bodyThatCannotBeReadIsRefusedWithAPage(String type, String body, int status) {
    Response refused =
        client.send(
            request("/s/" + openSurvey("a"))
                .header("Content-Type", type)
                .header("Accept", "text/html,*/*;q=0.8")
                .POST(BodyPublishers.ofString(body)));

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.header("Content-Type")).startsWith("text/html");
    assertThat(refused.body()).contains(">Dit is niet gelukt</h1>", "survey.css");
    assertThat(answers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/s/%zz", "/s/%00", "/s/%", "/s/a%2Fb", "/u/%c0%af", "/s/{token}"})
  void addressThatCannotBeReadIsRefusedWithAPage(String path) throws Exception {
    String answer = RawRequest.get(app.url(), path, "text/html");

    assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
    assertThat(answer).containsIgnoringCase("content-type: text/html;charset=utf-8");
    assertThat(answer).contains("Bel 14 010.</p>").doesNotContain("/s/", "HTTP ERROR");
  }

  @Test
  void headerThatCannotBeReadIsRefusedWithAPage() {
    Response refused =
        client.send(
            request("/s/" + openSurvey("a"))
                .header("Content-Type", "nonsense")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("overall=7")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains(">Dit is niet gelukt</h1>");
    assertThat(answers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
  void otherMethodsAreRefused(String method) {
    String token = openSurvey("a");

    assertThat(client.send(request("/s/" + token).method(method, noBody())).status())
        .isEqualTo(405);
    assertThat(client.send(request("/u/" + token).method(method, noBody())).status())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({"?overall=7,1", "?overall=0,1", "?overall=11,0", "?overall=%zz,0", "?clarity=7,0"})
  void onlyTheScoreClickedInTheMailIsChosen(String query, int chosen) throws Exception {
    String page = RawRequest.get(app.url(), "/s/" + openSurvey("a") + query, "text/html");

    assertThat(page).startsWith("HTTP/1.1 200").contains("name=\"overall\"");
    assertThat(page.split(" checked", -1)).hasSize(1 + chosen);
  }

  @Test
  void pageIsInTheLanguageOfTheContactOrTheOneChosen() {
    String token = openSurvey("a", "language", "en");

    assertThat(client.get("/s/" + token).body()).contains("<html lang=\"en\"", "Send</button>");
    assertThat(client.get("/s/" + token + "?lang=nl&overall=3").body())
        .contains("<html lang=\"nl\"", "Versturen</button>", "?lang=en&amp;overall=3");
  }

  @Test
  void pageFollowsNobodyAndStandsInNobodyElsesPage() {
    Response page = client.get("/s/" + openSurvey("a"));

    assertThat(page.http().headers().map()).doesNotContainKey("set-cookie");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void lookingUnsubscribesNobody() {
    String token = mailedSurvey("a");

    assertThat(client.get("/u/" + token).body()).contains("Ja, meld mij af");
    client.send(request("/u/" + token).method("HEAD", noBody()));
    assertThat(count("recipient where opted_out_at is not null")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List-Unsubscribe=One-Click",
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n",
        ""
      })
  void onePressUnsubscribesEveryAddressOfTheContact(String body) {
    String token = mailedSurvey("a", "phone", "0612345678");
    Response told =
        client.send(
            request("/u/" + token)
                .header(
                    "Content-Type",
                    body.startsWith("--") ? "multipart/form-data; boundary=b" : FORM)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body)));

    assertThat(told.status()).isEqualTo(200);
    assertThat(told.body()).contains("U bent afgemeld");
    assertThat(count("invitation where state = 'withdrawn' and address is null")).isOne();
    assertThat(reason("b", "email", "A@example.org")).isEqualTo("opted_out");
    assertThat(reason("c", "email", null, "phone", "+31612345678")).isEqualTo("opted_out");
    assertThat(reason("d", "email", "d@example.org")).isEqualTo("asked");
  }

  @Test
  void oldLinkUnsubscribesTooAndWithdrawsWhatIsPlanned() {
    String old = mailedSurvey("a");
    client.post("/s/" + old, Map.of("overall", "2"));
    CLOCK.advance(Duration.ofDays(91));
    assertThat(reason("b", "email", "a@example.org")).isEqualTo("asked");
    assertThat(client.post("/u/" + old, Map.of()).status()).isEqualTo(200);

    assertThat(count("invitation where state = 'withdrawn'")).isOne();
    CLOCK.advance(Duration.ofDays(91));
    assertThat(reason("c", "email", "a@example.org")).isEqualTo("opted_out");
    assertThat(answers()).hasSize(1);
  }

  private static Map<String, Object> aContact(String externalId, Object... changes) {
    Map<String, Object> contact = new HashMap<>();
    contact.put("externalId", externalId);
    contact.put("channel", "phone");
    contact.put("product", "Paspoort");
    contact.put("startedAt", CLOCK.instant().toString());
    contact.put("email", externalId + "@example.org");
    for (int i = 0; i < changes.length; i += 2) {
      contact.put((String) changes[i], changes[i + 1]);
    }
    return contact;
  }

  /** The token of a survey that is open, by a link that is handed out. */
  private static String openSurvey(String externalId, Object... changes) {
    Map<String, Object> contact = aContact(externalId, changes);
    contact.put("channel", "social");
    contact.remove("email");
    Response response = client.report(contact);
    assertThat(response.status()).as(response.body()).isEqualTo(201);
    return response.json().get("surveyUrl").asText().replaceFirst(".*/", "");
  }

  /** The token of a survey that is planned to be sent by mail. */
  private static String mailedSurvey(String externalId, Object... changes) {
    assertThat(reason(externalId, changes)).isEqualTo("asked");
    UUID invitation =
        app.jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select i.id from invitation i join contact c on c.id = i.contact_id"
                                + " where c.external_id = :externalId")
                        .bind("externalId", externalId)
                        .mapTo(UUID.class)
                        .one());
    return new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY))
        .token(invitation)
        .value();
  }

  private static String reason(String externalId, Object... changes) {
    Response response = client.report(aContact(externalId, changes));
    assertThat(response.status()).as(response.body()).isEqualTo(201);
    return response.json().get("reason").asText();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(app.url().resolve(path));
  }

  private static HttpRequest.BodyPublisher noBody() {
    return BodyPublishers.noBody();
  }

  private static Response submit(String path, String form) {
    return client.send(
        request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(form)));
  }

  private static Map<String, Object> told(
      String method, String token, String lang, String acceptLanguage) {
    return toldAt("/s/", method, token, lang, acceptLanguage);
  }

  /** All that a visitor sees, but for the time, and the token that they brought. */
  private static Map<String, Object> toldAt(
      String path, String method, String token, String lang, String acceptLanguage) {
    String query = lang == null ? "" : "?lang=" + URLEncoder.encode(lang, StandardCharsets.UTF_8);
    HttpRequest.Builder request = request(URI.create(path + token + query).toString());
    if (acceptLanguage != null) {
      request.header("Accept-Language", acceptLanguage);
    }
    boolean post = method.equals("POST");
    request.method(method, post ? BodyPublishers.ofString("overall=7") : noBody());
    if (post) {
      request.header("Content-Type", FORM);
    }
    Response response = client.send(request);
    Map<String, List<String>> headers = new TreeMap<>(response.http().headers().map());
    headers.remove("date");
    return Map.of(
        "status",
        response.status(),
        "headers",
        headers,
        "body",
        response.body().replace(token, "(token)"));
  }

  private static List<Score> answers() {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select overall, friendliness, clarity, comment from answer")
                    .map(
                        (row, context) ->
                            new Score(
                                (Integer) row.getObject(1),
                                (Integer) row.getObject(2),
                                (Integer) row.getObject(3),
                                row.getString(4)))
                    .list());
  }

  private static int count(String tableAndCondition) {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from " + tableAndCondition)
                    .mapTo(Integer.class)
                    .one());
  }
}
