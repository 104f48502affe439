// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.answer.Browser;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.signin.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the workplace that show figures, and its door. */
class WorkplaceIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path dataDir;
  private static SurveyApp app;

  @BeforeAll
  static void start() {
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir,
            CLOCK,
            // no mail server listens at that port
            Map.of("figures.baseline", "2024", "mail.host", "localhost", "mail.port", "9"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
  }

  private static void makeHistory() throws Exception {
    History history = new History(app, dataDir);
    for (int i = 1; i <= 12; i++) {
      history.month("2024-%02d".formatted(i), 30, 4, 26);
    }
    history.month("2025-04", 30, 2, 28);
    history.callback("2025-04-10T10:00:00Z", "2025-04-20T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workplace", "/workplace/channels?to=2025-04", "/workplace/groups"})
  void whoeverIsNotSignedInIsLedToTheDoorAndBack(String path) throws Exception {
    HttpResponse<String> response = get(path, "");
    assertThat(response.statusCode()).isEqualTo(303);
    URI door = URI.create(response.headers().firstValue("Location").orElseThrow());
    assertThat(door.getPath()).isEqualTo("/workplace/sign-in");
    assertThat(door.getQuery()).isEqualTo("to=" + path);
    assertThat(get(path, "peilschaal=somebody").statusCode()).isEqualTo(303);
  }

  @Test
  void sessionEndsWhenItIsNotUsedAndAfterADayOfWork() throws Exception {
    String idle = app.signIn(Role.READER);
    String used = app.signIn(Role.READER);
    CLOCK.advance(Duration.ofMinutes(29));
    assertThat(get("/workplace", used).statusCode()).isEqualTo(200);
    assertThat(get("/workplace", idle, "Peilschaal-Live", "1").statusCode()).isEqualTo(200);
    CLOCK.advance(Duration.ofMinutes(1));
    assertThat(get("/workplace", idle).statusCode())
        .as("a page that fetches itself is no use of it")
        .isEqualTo(303);
    assertThat(get("/workplace", idle, "Peilschaal-Live", "1").statusCode())
        .as("nor does it go through the door")
        .isEqualTo(401);
    for (int i = 0; i < 15; i++) {
      CLOCK.advance(Duration.ofMinutes(28));
      assertThat(get("/workplace", used).statusCode()).isEqualTo(200);
    }
    CLOCK.advance(Duration.ofMinutes(29));
    assertThat(get("/workplace", used).statusCode())
        .as("eight hours after it began")
        .isEqualTo(200);
    CLOCK.advance(Duration.ofMinutes(2));
    assertThat(get("/workplace", used).statusCode()).isEqualTo(303);
  }

  @Test
  void formOfAnotherSessionChangesNothing() throws Exception {
    String noor = app.signIn(Role.READER);
    String other = csrf(app.signIn(Role.READER));
    for (String form : List.of("language=en", "language=en&csrf=", "language=en&csrf=" + other)) {
      assertThat(post("/workplace/language", noor, form).statusCode()).isEqualTo(403);
    }
    assertThat(get("/workplace", noor).body()).contains("<html lang=\"nl\"");
    String own = "language=en&csrf=" + csrf(noor);
    assertThat(post("/workplace/language", noor, own).statusCode()).isEqualTo(303);
    assertThat(get("/workplace", noor).body()).contains("<html lang=\"en\"");
  }

  @Test
  void emptyInstallationSaysWhatToDoNext() throws Exception {
    assertThat(get("/workplace", app.signIn(Role.READER)).body())
        .contains("Er zijn nog geen cijfers", "Sluit een bron aan", "Leg de nulmeting vast");
  }

  @Test
  void overviewSaysWhereTheCityStandsAndWhatNeedsAttention() throws Exception {
    makeHistory();
    String page = get("/workplace", app.signIn(Role.READER)).body();
    assertThat(page)
        .contains("<h1", "Het doel is 30% minder", "Algemene tevredenheid")
        .contains("Van de terugbelnotities van april 2025 is 0,0% op tijd afgehandeld")
        .contains("href=\"/workplace/operation\"")
        .doesNotContain("Er wachten", "meldt geen contacten");
  }

  @Test
  void sourceThatFallsSilentShows() throws Exception {
    makeHistory();
    SurveyClient client = new SurveyClient(app.url());
    for (int i = 0; i < 5; i++) {
      client.report(
          Map.of("externalId", "s" + i, "channel", "phone", "startedAt", CLOCK.instant() + ""));
      CLOCK.advance(Duration.ofDays(1));
    }
    // on Monday 19 May, after a weekend
    assertThat(get("/workplace", app.signIn(Role.READER)).body())
        .doesNotContain("meldt geen contacten");
    CLOCK.advance(Duration.ofDays(2));
    assertThat(get("/workplace", app.signIn(Role.READER)).body())
        .contains("De bron default meldt geen contacten meer; de laatste kwamen op 18 mei 2025");
  }

  @Test
  void messagesThatDoNotGoOutShow() throws Exception {
    makeHistory();
    new SurveyClient(app.url())
        .report(
            Map.of(
                "externalId", "m",
                "channel", "phone",
                "startedAt", NOW.toString(),
                "email", "m@example.org"));
    CLOCK.advance(Duration.ofHours(1));
    String cookie = app.signIn(Role.READER);
    String trouble = "Sinds 14 mei, 13:00 worden geen e-mails verstuurd";
    for (int i = 0; i < 200 && !get("/workplace", cookie).body().contains(trouble); i++) {
      Thread.sleep(50);
    }
    assertThat(get("/workplace", app.signIn(Role.READER)).body()).contains(trouble);
  }

  @ParameterizedTest
  @CsvSource({
    "channels, Tevredenheid per kanaal",
    "operation, Terugbelnotities",
    "funnel, Van contact tot antwoord",
    "groups, Per locatie"
  })
  void pagesShowTheFiguresOfTheMonthlyReport(String page, String title) throws Exception {
    makeHistory();
    HttpResponse<String> response =
        get("/workplace/" + page + "?to=2025-04", app.signIn(Role.READER));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains(title);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void locationsOfTheCounterAreAmongTheGroups() throws Exception {
    new History(app, dataDir)
        .visits("2024-05", "Centrum", 40, 4, 36)
        .visits("2024-05", "IJsselmonde", 35, 2, 33);
    assertThat(get("/workplace/groups?dimension=location", app.signIn(Role.READER)).body())
        .contains("Antwoorden over 2024 per locatie", "Centrum", "IJsselmonde")
        .doesNotContain("Er is nog geen jaar");
  }

  @Test
  void groupsAreSortedByWhatIsPressed() throws Exception {
    History history = new History(app, dataDir);
    history.month("2024-01", "Paspoort", 40, 4, 36).month("2024-02", "Rijbewijs", 50, 2, 48);
    String reader = app.signIn(Role.READER);
    String groups = "/workplace/groups?dimension=product&year=2024";
    assertThat(get(groups, reader).body())
        .containsSubsequence("Paspoort", "40", "10,0% (4,0 tot 23,1%)", "Rijbewijs", "50");
    assertThat(get(groups + "&sort=answers", reader).body())
        .containsSubsequence("aria-sort=\"descending\"", "Rijbewijs", "Paspoort");
  }

  @ParameterizedTest
  @CsvSource({
    "/workplace?to=2025-13, to",
    "/workplace/channels?channel=fax, channel",
    "/workplace/groups?dimension=age, dimension",
    "/workplace/groups?year=1999, year",
    "/workplace/groups?sort=age, sort",
    "/workplace/charts?exhibit=age, exhibit",
    "/workplace/charts?width=5, width",
    "/workplace/charts?language=fr, language"
  })
  void badParameterIsNamed(String path, String field) throws Exception {
    HttpResponse<String> response = get(path, app.signIn(Role.READER));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("\"" + field + "\"");
  }

  @Test
  void chartIsThereWithAllThatGoesWithIt() throws Exception {
    makeHistory();
    String reader = app.signIn(Role.READER);
    String page = get("/workplace/charts?exhibit=channels&to=2025-04&width=400", reader).body();
    assertThat(page)
        .contains("Concept: deze maand is nog niet gepubliceerd.")
        .contains(app.url() + "/workplace/charts?exhibit=channels&amp;to=2025-04&amp;language=nl");
    String picture = page.split("<img class=\"asitis\" src=\"")[1].split("\"")[0];
    assertThat(get(picture.replace("&amp;", "&"), "").body()).contains("<svg");
    assertThat(get("/workplace/charts?exhibit=visits", reader).body())
        .as("nothing to draw")
        .doesNotContain("<img", "SVG")
        .contains("XLSX");
  }

  @Test
  void whatCannotBeDoneIsSaidInTheWorkplaceItself() throws Exception {
    String publisher = app.signIn(Role.PUBLISHER);
    assertThat(get("/workplace/charts?width=5", publisher, "Accept", "text/html").body())
        .contains("Dit is niet gelukt", "width: must be one of 400, 640, 900, 1200", "Uitloggen");
    String missing = "/workplace/reports/2025-04/nl/concept.pdf";
    HttpResponse<String> response = get(missing, publisher, "Accept", "text/html,*/*;q=0.8");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("There is no concept report of 2025-04 in nl");
  }

  @Test
  void monthsOfAChartMayBeChosenInEitherOrder() throws Exception {
    makeHistory();
    String reader = app.signIn(Role.READER);
    String link =
        "/workplace/charts?exhibit=dissatisfaction&amp;to=2025-04&amp;language=nl&amp;from=2024-06";
    for (String months : List.of("from=2024-06&to=2025-04", "from=2025-04&to=2024-06")) {
      assertThat(get("/workplace/charts?exhibit=dissatisfaction&" + months, reader).body())
          .contains(link);
    }
  }

  @Test
  void monthIsPublishedInTwoSteps() throws Exception {
    makeHistory();
    String publisher = app.signIn(Role.PUBLISHER);
    assertThat(get("/workplace/reports", publisher).body()).contains("Publiceer april 2025");
    String first = get("/workplace/reports/publish?month=2025-04", publisher).body();
    assertThat(first).contains("Wat u publiceert, verandert niet meer");
    assertThat(app.count("publication")).isZero();
    String form = "month=2025-04&note=Een%20zin&csrf=" + csrf(publisher);
    assertThat(post("/workplace/reports/publish", publisher, form).statusCode()).isEqualTo(303);
    String sha256 = first.split("<code>")[1].split("<")[0];
    assertThat(get("/workplace/reports", publisher).body())
        .as("what was shown is what is frozen")
        .contains(sha256)
        .contains("Gepubliceerd op 2025-05-14")
        .doesNotContain("Publiceer ");
    assertThat(app.count("audit_entry where action = 'publication' and subject = '2025-04'"))
        .isEqualTo(1);
    assertThat(post("/workplace/reports/publish", publisher, form).statusCode()).isEqualTo(409);
    assertThat(get("/workplace/charts", publisher).body()).contains("dit verandert niet meer");
  }

  @ParameterizedTest
  @CsvSource({
    "reports/publish?month=2025-04, WRITER, 403",
    "reports/downloads, READER, 403",
    "reports/2025-04/nl/now.pdf, READER, 403",
    "reports/2025-04/nl/now.pdf, WRITER, 200",
    "reports/2025-04/nl/concept.pdf, WRITER, 404"
  })
  void whatIsNotPublishedIsForWriters(String path, Role role, int status) throws Exception {
    makeHistory();
    assertThat(get("/workplace/" + path, app.signIn(role)).statusCode()).isEqualTo(status);
  }

  @Test
  void writerTakesAChartAndItsSentenceByKeyboardAlone() throws Exception {
    makeHistory();
    try (Browser browser = Browser.start()) {
      BrowserContext context =
          browser
              .chromium()
              .newContext(
                  new NewContextOptions()
                      .setPermissions(List.of("clipboard-read", "clipboard-write"))
                      .setExtraHTTPHeaders(Map.of("Cookie", app.signIn(Role.WRITER))));
      Page page = context.newPage();
      page.navigate(app.url() + "/workplace");
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.hash"))
          .as("past the menu")
          .isEqualTo("#main");
      tabTo(page, "[href='/workplace/charts']");
      page.keyboard().press("Enter");
      page.waitForURL("**/charts");
      tabTo(page, "#to");
      page.keyboard().type("april 2025");
      tabTo(page, "main form button");
      page.keyboard().press("Enter");
      page.waitForURL("**&to=2025-04&**");
      tabTo(page, "[href*='format=svg']");
      Download file = page.waitForDownload(() -> page.keyboard().press("Enter"));
      assertThat(file.suggestedFilename()).isEqualTo("dissatisfaction-2025-04-concept.svg");
      tabTo(page, "[data-copy=sentence]");
      page.keyboard().press("Enter");
      page.getByText("Gekopieerd").waitFor();
    }
  }

  /** Each stop on the way shows where the focus is. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.matches(':focus-visible')")).isEqualTo(true);
      if (page.evaluate("wanted => document.activeElement.matches(wanted)", selector)
          .equals(true)) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached");
  }

  /** By the rules of WCAG 2.2 AA that a machine can check; nothing scrolls sideways at 400%. */
  @Test
  void pagesAreAccessible() throws Exception {
    makeHistory();
    try (Browser browser = Browser.start()) {
      BrowserContext context =
          browser
              .chromium()
              .newContext(
                  new NewContextOptions()
                      .setViewportSize(320, 256)
                      .setExtraHTTPHeaders(Map.of("Cookie", app.signIn(Role.ADMINISTRATOR))));
      Page page = context.newPage();
      for (String path :
          List.of(
              "",
              "/channels",
              "/channels?channel=phone",
              "/operation",
              "/funnel",
              "/groups",
              "/charts",
              "/reports",
              "/reports/downloads",
              "/reports/publish?month=2025-04")) {
        page.navigate(app.url() + "/workplace" + path);
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
            .as("scrolls sideways: " + path)
            .isEqualTo(true);
      }
    }
  }

  private static String csrf(String cookie) throws Exception {
    return get("/workplace", cookie).body().split("name=\"csrf\" value=\"")[1].split("\"")[0];
  }

  private static HttpResponse<String> get(String path, String cookie, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(app.url().resolve(path)).header("Cookie", cookie);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String cookie, String form)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(app.url().resolve(path))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }
}
