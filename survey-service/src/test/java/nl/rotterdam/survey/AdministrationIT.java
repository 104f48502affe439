// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.common.base.Splitter;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.rotterdam.survey.answer.Browser;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.Sessions;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The door of the local administrator, and the pages behind it. */
class AdministrationIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PAGES = "/workplace/administration";

  /** Every setting that is a secret, or may hold one. */
  private static final Map<String, String> SECRETS =
      Map.ofEntries(
          Map.entry("openKlant.url", "https://klant.example/api"),
          Map.entry("openKlant.token", "s3cret-d"),
          Map.entry("openKlant.authorization", "Bearer s3cret-e-s3cret-e-s3cret-e-s3cret-e"),
          Map.entry("mail.username", "us3r-f"),
          Map.entry("mail.password", "s3cret-g"),
          Map.entry("mail.bounces.username", "us3r-h"),
          Map.entry("mail.bounces.password", "987654321"),
          Map.entry("sms.systemId", "us3r-i"),
          Map.entry("sms.password", "s3cret-j"),
          Map.entry(
              "notify.apiKey",
              "s3cret-k-00000000-0000-4000-8000-000000000001-00000000-0000-4000-8000-000000000002"),
          Map.entry("notify.mailTemplate", "00000000-0000-4000-8000-000000000001"),
          Map.entry("notify.receiptToken", "s3cret-l-s3cret-l-s3cret-l-s3cret-l"),
          Map.entry("signIn.clientSecret", "s3cret-m"),
          Map.entry("sources[0].apiKey", "s3cret-n"),
          Map.entry("keys.address", "czNjcmV0LW8tczNjcmV0LW8tczNjcmV0LW8tczNjcmU="),
          Map.entry("keys.hash", "czNjcmV0LXAtczNjcmV0LXAtczNjcmV0LXAtczNjcmU="),
          Map.entry("keys.link", "czNjcmV0LXEtczNjcmV0LXEtczNjcmV0LXEtczNjcmU="),
          Map.entry("keys.otherAddresses", "czNjcmV0LXItczNjcmV0LXItczNjcmV0LXItczNjcmU="),
          Map.entry("webhooks[0].url", "https://zaken.example/hook/s3cret-s"),
          Map.entry("webhooks[0].secret", "s3cret-t-s3cret-t-s3cret-t-s3cret-t-"),
          Map.entry("webhooks[0].nextSecret", "s3cret-u-s3cret-u-s3cret-u-s3cret-u-"),
          Map.entry("webhookHosts", "zaken.example"));

  @TempDir static Path dataDir;
  private static SurveyApp app;

  @BeforeAll
  static void start() {
    app = SurveyApp.start(TestDatabase.H2.fresh(), dataDir, CLOCK, Map.of());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
    app.jdbi().useHandle(handle -> handle.execute("delete from audit_entry"));
  }

  private static String administrator() {
    return app.signIn(Role.ADMINISTRATOR);
  }

  @Test
  void administratorSignsInByThePasswordThatWasShown() throws Exception {
    String password = app.components().door().administrator().makeAnother();
    assertThat(password).matches("([0-9a-z]{4}-){6}[0-9a-z]{4}");
    HttpResponse<String> form = get("/workplace/sign-in?to=/workplace/funnel", "");
    String door = cookie(form, "peilschaal-door=");
    String right = "name=beheer&password=" + password + "&state=";
    assertThat(post("/workplace/sign-in", "", right + state(form)).statusCode())
        .as("a form of another browser")
        .isEqualTo(400);
    form = get("/workplace/sign-in?to=/workplace/funnel", door);
    HttpResponse<String> let = post("/workplace/sign-in", door, right + state(form));
    assertThat(let.statusCode()).isEqualTo(303);
    assertThat(let.headers().firstValue("Location")).hasValue("/workplace/funnel");
    String session = cookie(let, "peilschaal=");
    assertThat(get(PAGES, session).statusCode()).isEqualTo(200);
    assertThat(post("/workplace/sign-in", door, right + state(form)).statusCode())
        .as("a form is taken once")
        .isEqualTo(400);
    app.components().door().administrator().makeAnother();
    assertThat(get(PAGES, session).statusCode())
        .as("another password ends the sessions of before")
        .isEqualTo(303);
  }

  @Test
  void passwordIsNotGuessed() throws Exception {
    HttpResponse<String> form = get("/workplace/sign-in", "");
    String door = cookie(form, "peilschaal-door=");
    for (int i = 0; i < 5; i++) {
      form = post("/workplace/sign-in", door, "name=beheer&password=guess&state=" + state(form));
      assertThat(form.statusCode()).isEqualTo(403);
    }
    form = post("/workplace/sign-in", door, "name=beheer&password=guess&state=" + state(form));
    assertThat(form.statusCode()).isEqualTo(429);
    assertThat(audit())
        .contains("||sign_in_failed|password")
        .noneMatch(line -> line.contains("guess"));
  }

  @Test
  void keyIsMadeShownOnceReplacedAndRevoked() throws Exception {
    String cookie = administrator();
    HttpResponse<String> made =
        send(PAGES + "/keys", cookie, "source=balie&scope=contacts&scope=links&perMinute=60");
    assertThat(made.statusCode()).isEqualTo(200);
    assertThat(made.body()).contains("balie-1", "peilschaal_");
    assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
    String secret = StringUtils.substringBetween(made.body(), "tabindex=\"0\">", "<");
    assertThat(get(PAGES, cookie).body())
        .contains("balie-1", "contacts, links", "nooit")
        .doesNotContain(secret);
    assertThat(send(PAGES + "/keys/balie-1/rotate", cookie, "overlap=PT0S").body())
        .contains("balie-2", "peilschaal_");
    assertThat(get(PAGES + "/keys/balie-2/revoke", cookie).body()).contains("balie-2 intrekken?");
    assertThat(send(PAGES + "/keys/balie-2/revoke", cookie, "").statusCode()).isEqualTo(303);
    assertThat(get(PAGES, cookie).body()).contains("verlopen op", "ingetrokken op");
    assertThat(get(PAGES + "/keys/balie-2/revoke", cookie).statusCode()).isEqualTo(404);
    assertThat(audit())
        .containsSubsequence(
            "test-ADMINISTRATOR|Noor|key_made|balie-1",
            "test-ADMINISTRATOR|Noor|key_rotated|balie-1 -> balie-2",
            "test-ADMINISTRATOR|Noor|key_revoked|balie-2")
        .noneMatch(line -> line.contains(secret));
  }

  @ParameterizedTest
  @CsvSource({
    "source=Balie 1&scope=links&perMinute=60, Vul bij Bron",
    "source=balie&perMinute=60, ten minste één ding",
    "source=balie&scope=links&perMinute=0, heel getal",
    "source=balie&scope=links&perMinute=many, heel getal"
  })
  void keyThatCannotBeIsNotMade(String form, String message) throws Exception {
    HttpResponse<String> page = send(PAGES + "/keys", administrator(), form.replace(" ", "+"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains(message);
    assertThat(app.count("api_key")).isZero();
  }

  @Test
  void sendingAndTheFateOfAContactAreShown() throws Exception {
    SurveyClient client = new SurveyClient(app.url());
    client.report(
        Map.of(
            "externalId",
            "a1",
            "channel",
            "phone",
            "startedAt",
            NOW.toString(),
            "email",
            "a@example.org"));
    client.report(Map.of("externalId", "a2", "channel", "phone", "startedAt", NOW.toString()));
    String cookie = administrator();
    assertThat(numbers(get(PAGES + "/sending", cookie).body())).containsExactly("1", "0", "0", "0");
    CLOCK.advance(Duration.ofHours(2));
    cookie = administrator();
    List<String> sent = List.of("0", "0", "0", "1");
    for (int i = 0; i < 200 && !numbers(get(PAGES + "/sending", cookie).body()).equals(sent); i++) {
      Thread.sleep(50);
    }
    assertThat(numbers(get(PAGES + "/sending", cookie).body())).isEqualTo(sent);
    assertThat(get(PAGES + "/contact?source=default&externalId=a1", cookie).body())
        .contains("De vragenlijst is verstuurd.")
        .doesNotContain("a@example.org");
    assertThat(get(PAGES + "/contact?source=default&externalId=a2", cookie).body())
        .contains("het contact heeft geen adres");
    assertThat(get(PAGES + "/contact?source=default&externalId=%3Cb%3E", cookie).body())
        .contains("niet gemeld", "value=\"&lt;b&gt;\"");
  }

  @ParameterizedTest
  @CsvSource({"Stop@Example.ORG, email, stop@example.org", "06 1234 5678, phone, +31612345678"})
  void addressIsStoppedByHand(String written, String field, String reported) throws Exception {
    String cookie = administrator();
    String form = "address=" + URLEncoder.encode(written, StandardCharsets.UTF_8);
    assertThat(send(PAGES + "/opt-outs", cookie, form).statusCode()).isEqualTo(303);
    SurveyClient.Response told =
        new SurveyClient(app.url())
            .report(
                Map.of(
                    "externalId",
                    "x",
                    "channel",
                    "phone",
                    "startedAt",
                    NOW.toString(),
                    field,
                    reported));
    assertThat(told.body()).contains("opted_out");
    assertThat(get(PAGES + "/opt-outs?done=true", cookie).body())
        .contains("Het adres is afgemeld", "mei 2025</th><td>1</td>");
    assertThat(audit())
        .contains("test-ADMINISTRATOR|Noor|address_stopped|")
        .noneMatch(line -> line.contains("5678") || line.contains("xample"));
  }

  @Test
  void whatIsNoAddressStopsNobody() throws Exception {
    for (String form : List.of("address=nobody", "address=", "address=a%40b%40c.nl", "")) {
      assertThat(send(PAGES + "/opt-outs", administrator(), form).statusCode()).isEqualTo(400);
    }
    assertThat(app.count("recipient")).isZero();
  }

  @Test
  void stopsAreCountedByMonthOnPostgresToo() {
    try (SurveyApp other =
        SurveyApp.start(
            TestDatabase.POSTGRESQL.fresh(), dataDir.resolve("postgres"), CLOCK, Map.of())) {
      other
          .jdbi()
          .useHandle(
              handle ->
                  handle
                      .createUpdate(
                          "insert into recipient (address_hash, opted_out_at) values (:hash, :at)")
                      .bind("hash", new byte[] {1})
                      .bind("at", Instant.parse("2025-04-30T22:30:00Z"))
                      .execute());
      String cookie = other.signIn(Role.ADMINISTRATOR);
      assertThat(page(other, PAGES + "/opt-outs", cookie)).contains("mei 2025</th><td>1</td>");
      assertThat(page(other, PAGES + "/sending", cookie)).contains("<td>0</td>");
      for (String change :
          List.of(
              "update audit_entry set who = 'x'",
              "delete from audit_entry",
              "truncate audit_entry")) {
        assertThatThrownBy(() -> other.jdbi().useHandle(handle -> handle.execute(change)))
            .as(change)
            .hasMessageContaining("only added to");
      }
    }
  }

  @Test
  void withoutProviderThereIsNoWorkplaceOnARealDatabase() {
    try (SurveyApp other =
        SurveyApp.start(
            TestDatabase.POSTGRESQL.fresh(),
            dataDir.resolve("none"),
            CLOCK,
            Map.of("signIn.issuer", ""))) {
      SurveyClient client = new SurveyClient(other.url());
      for (String path : List.of("/workplace", "/workplace/sign-in", PAGES)) {
        assertThat(client.get(path).status()).as(path).isEqualTo(404);
      }
    }
  }

  @Test
  void noSecretIsShownOrNoted() throws Exception {
    try (SurveyApp other =
        SurveyApp.start(TestDatabase.H2.fresh(), dataDir.resolve("full"), CLOCK, SECRETS)) {
      String page = page(other, PAGES + "/settings", other.signIn(Role.ADMINISTRATOR));
      assertThat(page)
          .contains("publicUrl", "https://klant.example/api", "PT30M", "(ingesteld, niet getoond)")
          .doesNotContain("s3cret", "us3r", "czNjcmV0", "987654321");
      assertThat(StringUtils.countMatches(page, "(ingesteld, niet getoond)")).isGreaterThan(15);
    }
  }

  @Test
  void settingsThatChangedAreNamedAtTheNextStart() {
    Components components = app.components();
    components.settingsWatch().run();
    assertThat(audit()).allMatch(line -> line.startsWith("service||start|")).isNotEmpty();
    app.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update setting_seen set content_hash = cast('00' as bytea) where name in ('timeZone', 'mail.password')"));
    components.settingsWatch().run();
    assertThat(audit()).contains("service||settings_changed|mail.password, timeZone");
  }

  @Test
  void auditLogIsReadByThePageAndWholeAsAFile() throws Exception {
    AuditLog audit = app.components().audit();
    Employee noor = new Employee("n", "=Noor \u202e<b>", Role.WRITER, "nl", "c");
    for (int i = 1; i <= 250; i++) {
      audit.note(noor, "export", "rows " + i, "192.0.2.1");
      CLOCK.advance(Duration.ofMinutes(10));
    }
    String cookie = administrator();
    String newest = get(PAGES + "/audit", cookie).body();
    assertThat(newest).contains("rows 250<", "rows 151<", "&lt;b&gt;").doesNotContain("rows 150<");
    String older = StringUtils.substringBetween(newest, "audit?before=", "\"");
    assertThat(get(PAGES + "/audit?before=" + older, cookie).body())
        .contains("rows 150<", "rows 51<")
        .doesNotContain("rows 151<", "rows 50<");
    List<String> csv =
        get(PAGES + "/audit.csv?since=2025-05-15&until=2025-05-15", cookie).body().lines().toList();
    assertThat(csv).hasSize(1 + 144).first().isEqualTo("id,when,who,name,action,subject,from");
    assertThat(csv.get(1)).contains("2025-05-14T22:00:00Z,n,'=Noor");
    List<String> lines = get(PAGES + "/audit.ndjson", cookie).body().lines().toList();
    assertThat(lines.get(0))
        .contains("\"when\":\"2025-05-14T10:00:00Z\"", "\"from\":\"192.0.2.1\"");
    assertThat(lines.get(lines.size() - 1)).as("who took it").contains("audit_exported");
    assertThat(get(PAGES + "/audit.csv?since=tomorrow", cookie).statusCode()).isEqualTo(400);
  }

  /** By the rules of WCAG 2.2 AA that a machine can check; nothing scrolls sideways at 320 px. */
  @Test
  void pagesAreAccessible() throws Exception {
    send(PAGES + "/keys", administrator(), "source=balie&scope=contacts&perMinute=60");
    app.components()
        .audit()
        .note("", "sign_in_failed", "password", "2001:db8:1234:5678:9abc:def0:1234:5678");
    try (Browser browser = Browser.start()) {
      for (String cookie : List.of("", administrator())) {
        BrowserContext context =
            browser
                .chromium()
                .newContext(
                    new NewContextOptions()
                        .setViewportSize(320, 256)
                        .setExtraHTTPHeaders(Map.of("Cookie", cookie)));
        Page page = context.newPage();
        for (String path :
            cookie.isEmpty()
                ? List.of("/workplace/sign-in", "/workplace/sign-in?lang=en")
                : List.of(
                    PAGES,
                    PAGES + "/keys/balie-1/rotate",
                    PAGES + "/keys/balie-1/revoke",
                    PAGES + "/sending",
                    PAGES + "/contact?source=default&externalId=1",
                    PAGES + "/opt-outs?done=true",
                    PAGES + "/settings",
                    PAGES + "/audit")) {
          page.navigate(app.url() + path);
          page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
          assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
              .as("scrolls sideways: " + path)
              .isEqualTo(true);
        }
      }
    }
  }

  private static List<String> numbers(String page) {
    String row = StringUtils.substringBetween(page, "E-mail</th>", "</tr>");
    return Splitter.on(Pattern.compile("\\s*</?td>\\s*"))
        .omitEmptyStrings()
        .splitToList(row.strip());
  }

  private static List<String> audit() {
    return app.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select who || '|' || name || '|' || action || '|' || subject from audit_entry order by id")
                    .mapTo(String.class)
                    .list());
  }

  private static String state(HttpResponse<String> form) {
    return StringUtils.substringBetween(form.body(), "name=\"state\" value=\"", "\"");
  }

  private static String cookie(HttpResponse<String> response, String name) {
    return response.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(name))
        .map(cookie -> StringUtils.substringBefore(cookie, ";"))
        .collect(Collectors.joining());
  }

  private static String page(SurveyApp other, String path, String cookie) {
    return new SurveyClient(other.url())
        .send(HttpRequest.newBuilder(other.url().resolve(path)).header("Cookie", cookie))
        .body();
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(app.url().resolve(path)).header("Cookie", cookie).build(),
        BodyHandlers.ofString());
  }

  /** Sends a form of this session. */
  private static HttpResponse<String> send(String path, String cookie, String form)
      throws Exception {
    String token = cookie.substring(Sessions.COOKIE.length() + 1);
    String csrf = app.components().door().sessions().find(token).orElseThrow().csrf();
    return post(path, cookie, form + (form.isEmpty() ? "" : "&") + "csrf=" + csrf);
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
