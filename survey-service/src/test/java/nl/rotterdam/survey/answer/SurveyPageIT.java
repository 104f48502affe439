// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The residents' pages in a real browser, and the whole way from a contact to the figures. */
class SurveyPageIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final Pattern LINK = Pattern.compile("http://\\S+/s/\\w{22}\\S*");
  private static final int TARGET = 44;
  private static final TestClock CLOCK = new TestClock(NOW);

  private static final AtomicInteger CONTACTS = new AtomicInteger();
  private static Browser browser;
  private static GreenMail relay;
  private static SurveyApp app;
  private static SurveyClient client;

  private BrowserContext context;
  private final List<String> requested = new ArrayList<>();

  @BeforeAll
  static void start(@TempDir Path dataDir) {
    browser = Browser.start();
    relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    relay.start();
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "mail.host", "127.0.0.1",
                "mail.port", String.valueOf(relay.getSmtp().getPort()),
                "mail.tls", "none",
                "sending.poll", "PT1H",
                "asking.channels.phone.delay", "PT0S"));
    client = new SurveyClient(app.url());
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
      relay.stop();
      browser.close();
    }
  }

  @AfterEach
  void close() {
    if (context != null) {
      context.close();
    }
  }

  private Page open(NewContextOptions options) {
    context = browser.chromium().newContext(options.setLocale("nl-NL"));
    Page page = context.newPage();
    page.onRequest(request -> requested.add(request.url()));
    return page;
  }

  private static NewContextOptions phone() {
    return new NewContextOptions().setViewportSize(320, 640);
  }

  private static Map<String, Object> aContact(String channel) {
    Map<String, Object> contact = new HashMap<>();
    contact.put("externalId", "page-" + CONTACTS.incrementAndGet());
    contact.put("channel", channel);
    contact.put("product", "Paspoort");
    contact.put("startedAt", "2025-05-14T11:50:00+02:00");
    contact.put("durationSeconds", 300);
    return contact;
  }

  private static String openSurvey() {
    return client.report(aContact("social")).json().get("surveyUrl").asText();
  }

  /** May's answers, and how many of them have an overall score, by the internal figures. */
  private static List<Integer> answersAndScores() {
    SurveyClient.Response figures =
        client.send(
            HttpRequest.newBuilder(
                    app.url().resolve("/v1/figures?to=2025-05&audience=internal&channel=all"))
                .header("X-Api-Key", SurveyApp.API_KEY)
                .GET());
    assertThat(figures.status()).as(figures.body()).isEqualTo(200);
    int answers = 0;
    int scores = 0;
    for (JsonNode row : figures.json().get("figures")) {
      if (row.get("period").asText().equals("2025-05")) {
        String figure = row.get("figure").asText();
        if (figure.equals("answers")) {
          answers = row.get("value").asInt();
        }
        if (figure.equals("share") && row.get("indicator").asText().equals("overall")) {
          scores = row.get("n").asInt();
        }
      }
    }
    return List.of(answers, scores);
  }

  @Test
  void contactIsMailedAnsweredByKeyboardAloneAndCounted() throws Exception {
    Map<String, Object> contact = aContact("phone");
    contact.put("email", "jan@example.org");
    List<Integer> before = answersAndScores();
    int mails = relay.getReceivedMessages().length;
    assertThat(client.report(contact).status()).isEqualTo(201);
    app.sendDue();
    assertThat(relay.waitForIncomingEmail(20_000, mails + 1)).isTrue();
    MimeMessage mail = relay.getReceivedMessages()[mails];
    String text = ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).isTrue();
    CLOCK.advance(Duration.ofMinutes(1)); // sooner it would be a scanner's

    Page page = open(new NewContextOptions());
    page.navigate(link.group());
    page.keyboard().press("Tab");
    page.keyboard().press("Space"); // 0
    for (int i = 0; i < 8; i++) {
      page.keyboard().press("ArrowRight"); // to 8
    }
    page.keyboard().press("Tab");
    page.keyboard().press("ArrowLeft"); // from 0 round to 10
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Space"); // 0
    page.keyboard().press("Tab");
    page.keyboard().type("Korter wachten.");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**/thanks?lang=nl");

    assertThat(page.locator("h1").textContent()).isEqualTo("Dank u wel");
    assertThat(answersAndScores()).containsExactly(before.get(0) + 1, before.get(1) + 1);
    assertThat(stored("Korter wachten.")).isEqualTo("8 10 null 0");
    page.navigate(link.group());
    assertThat(page.locator("h1").textContent()).isEqualTo("Deze vragenlijst is gesloten");
  }

  private static String stored(String comment) {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from answer where comment = :comment")
                    .bind("comment", comment)
                    .map(
                        (row, ctx) ->
                            row.getObject("overall")
                                + " "
                                + row.getObject("friendliness")
                                + " "
                                + row.getObject("clarity")
                                + " "
                                + row.getObject("timeliness"))
                    .one());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mistakeIsExplainedMendedAndSentWithOrWithoutJavaScript(boolean javaScript) {
    Page page = open(phone().setJavaScriptEnabled(javaScript));
    page.navigate(openSurvey());
    assertThat(page.locator(":checked").count()).isZero();
    choose(page, "Hoe duidelijk was onze uitleg?", "3");
    String comment = "Zonder script: " + javaScript;
    page.locator("#comment").fill(comment);
    page.getByRole(AriaRole.BUTTON).click();

    Locator summary = page.getByRole(AriaRole.ALERT);
    summary.waitFor();
    assertThat(page.title()).startsWith("Fout: ");
    assertThat(page.locator(":focus").getAttribute("class")).endsWith(" error-summary");
    assertThat(page.locator(":checked").getAttribute("id")).isEqualTo("clarity-3");
    assertThat(page.locator("#comment").inputValue()).isEqualTo(comment);
    assertThat(
            group(page, "Hoe tevreden bent u over dit contact?").getAttribute("aria-describedby"))
        .isEqualTo("overall-error");
    assertNothingOverflows(page);
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**#overall-0");
    assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("overall-0");
    page.keyboard().press("Space");
    page.getByRole(AriaRole.BUTTON).click();
    page.waitForURL("**/thanks?lang=nl");
    assertThat(stored(comment)).isEqualTo("0 null 3 null");
  }

  @ParameterizedTest
  @CsvSource({"320,2", "390,2", "1280,1"})
  void scoresStandInRowsOfTargetsLargeEnough(int width, int rows) {
    Page page = open(new NewContextOptions().setViewportSize(width, 800));
    page.navigate(openSurvey() + "?overall=7");

    assertNothingOverflows(page);
    for (String question : List.of("overall", "friendliness", "clarity", "timeliness")) {
      List<BoundingBox> targets =
          IntStream.rangeClosed(0, 10)
              .mapToObj(score -> page.locator("#" + question + "-" + score).boundingBox())
              .toList();
      assertThat(targets).allMatch(box -> box.height >= TARGET && box.width >= TARGET);
      assertThat(targets.stream().map(box -> box.y).distinct()).hasSize(rows);
      assertThat(targets.stream().map(box -> Math.round(box.width)).distinct()).hasSize(1);
      assertThat(targets.get(5).y).isEqualTo(targets.get(0).y);
      assertThat(targets.get(6).y).isEqualTo(targets.get(10).y);
    }
    for (Locator link : page.locator("a, button, textarea").all()) {
      assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(TARGET);
    }
  }

  private static void assertNothingOverflows(Page page) {
    Object overflow = page.locator("html").evaluate("html => html.scrollWidth - html.clientWidth");
    assertThat(overflow).isEqualTo(0);
  }

  @Test
  void screenReaderGetsEveryScoreWithItsQuestion() {
    Page page = open(new NewContextOptions());
    page.navigate(openSurvey());

    Map<String, List<String>> ends =
        Map.of(
            "Hoe tevreden bent u over dit contact?",
            List.of("0 heel ontevreden", "10 heel tevreden"),
            "Hoe vriendelijk vond u ons?",
            List.of("0 heel onvriendelijk", "10 heel vriendelijk"),
            "Hoe duidelijk was onze uitleg?",
            List.of("0 heel onduidelijk", "10 heel duidelijk"),
            "Hoe tevreden bent u over hoe snel wij u hielpen?",
            List.of("0 heel ontevreden", "10 heel tevreden"));
    assertThat(page.getByRole(AriaRole.RADIO).count()).isEqualTo(44);
    ends.forEach(
        (question, labels) -> {
          assertThat(group(page, question).count()).as(question).isEqualTo(1);
          assertThat(radio(page, question, labels.get(0)).count()).isEqualTo(1);
          assertThat(radio(page, question, labels.get(1)).count()).isEqualTo(1);
          for (int score = 1; score < 10; score++) {
            assertThat(radio(page, question, String.valueOf(score)).count()).isEqualTo(1);
          }
        });
    assertThat(
            page.getByRole(
                    AriaRole.TEXTBOX,
                    new Page.GetByRoleOptions()
                        .setName("Wat kunnen wij beter doen? (niet verplicht)")
                        .setExact(true))
                .count())
        .isEqualTo(1);
  }

  @Test
  void nothingLeavesTheOriginAndNothingIsKept() {
    Page page = open(new NewContextOptions().setColorScheme(ColorScheme.DARK));
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.navigate(openSurvey());
    choose(page, "Hoe tevreden bent u over dit contact?", "10 heel tevreden");
    page.getByRole(AriaRole.BUTTON).click();
    page.waitForURL("**/thanks?lang=nl");
    page.navigate(app.url() + "/privacy?lang=en");

    URI origin = app.url();
    assertThat(requested).isNotEmpty().allMatch(url -> url.startsWith(origin + "/"));
    assertThat(context.cookies()).isEmpty();
    assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    assertThat(complaints).isEmpty();
  }

  @Test
  void browserTellsThatThePageIsThereAndLookingDoesNot() {
    long before = app.count("invitation where opened");
    String survey = openSurvey();
    client.get(survey.replaceFirst(".*(?=/s/)", ""));
    context = browser.chromium().newContext(new NewContextOptions().setJavaScriptEnabled(false));
    context.newPage().navigate(survey);
    context.close();
    assertThat(app.count("invitation where opened")).isEqualTo(before);

    Page page = open(new NewContextOptions());
    page.waitForResponse(
        response -> response.url().endsWith("/opened"), () -> page.navigate(survey));
    assertThat(app.count("invitation where opened")).isEqualTo(before + 1);
  }

  @Test
  void noLineOfTheLogHoldsAToken() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    String survey = openSurvey().replaceFirst(".*(?=/s/)", "");
    // an empty form is what Jersey would warn of
    for (String path : List.of(survey, survey.replace("/s/", "/u/"))) {
      client.get(path + "?lang=nl&overall=x");
      client.post(path + "?lang=nl", Map.of());
      client.post(path + "?lang=xx", Map.of("overall", "x"));
    }
    root.warn("The log is read");
    root.detachAppender(log);

    assertThat(log.list).isNotEmpty();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains(survey.substring("/s/".length())));
  }

  private static void choose(Page page, String question, String score) {
    radio(page, question, score).check();
  }

  private static Locator group(Page page, String question) {
    return page.getByRole(
        AriaRole.GROUP, new Page.GetByRoleOptions().setName(question).setExact(true));
  }

  private static Locator radio(Page page, String question, String name) {
    return group(page, question)
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
