// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.invitation.Links;
import nl.rotterdam.survey.kiosk.Kiosks;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every page and mail in every state by the rules of WCAG 2.2 AA that a machine can check: in both
 * languages and in one that is written from right to left, light and dark, on 320 pixels, which is
 * also what is left of 1280 pixels at 400%.
 */
class AccessibilityIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final Path LANGUAGES = Path.of("src", "test", "resources", "languages");
  private static final String SMALL_TARGETS =
      """
      [...document.querySelectorAll('a, button, input, textarea')].filter(target => {
        const box = target.getBoundingClientRect();
        return target.checkVisibility() && Math.min(box.width, box.height) < 44;
      }).map(target => target.outerHTML)""";
  private static final String STATEMENT = "https://www.toegankelijkheidsverklaring.nl/register/1";

  private static final AtomicInteger CONTACTS = new AtomicInteger();
  private static Browser browser;
  private static SurveyApp app;
  private static SurveyClient client;
  private static BrowserContext context;
  private static Path outbox;

  private Page page;

  @BeforeAll
  static void start(@TempDir Path dataDir) {
    browser = Browser.start();
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir,
            new TestClock(NOW),
            Map.of(
                "languages",
                "nl,en,ar",
                "templates",
                LANGUAGES.toAbsolutePath().toString(),
                "pages.accessibilityStatement",
                STATEMENT,
                "asking.channels.phone.delay",
                "PT0S",
                "webhooks[0].url",
                "http://localhost:9/",
                "webhooks[0].secret",
                SurveyApp.KEY,
                "webhooks[0].events",
                "answer-dissatisfied",
                "webhookHosts",
                "localhost"));
    outbox = dataDir.resolve("outbox");
    client = new SurveyClient(app.url());
    context = browser.chromium().newContext(new NewContextOptions().setViewportSize(320, 256));
  }

  @AfterAll
  static void stop() {
    if (app != null) {
      app.close();
      browser.close();
    }
  }

  @AfterEach
  void close() {
    page.close();
  }

  /** A link that is handed out to a resident of this language. */
  private static String openSurvey(String language) {
    return client.report(aContact("social", language)).json().get("surveyUrl").asText();
  }

  private static Map<String, Object> aContact(String channel, String language) {
    Map<String, Object> contact = new HashMap<>();
    contact.put("externalId", "accessible-" + CONTACTS.incrementAndGet());
    contact.put("channel", channel);
    contact.put("product", "Paspoort");
    contact.put("language", language);
    contact.put("startedAt", "2025-05-14T11:50:00+02:00");
    return contact;
  }

  @ParameterizedTest
  @CsvSource({"nl,ltr", "en,ltr", "ar,rtl"})
  void everyPageInEveryState(String language, String direction) {
    page = context.newPage();
    String survey = openSurvey(language);
    page.navigate(survey);
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    assertThat(page.locator("html").getAttribute("dir")).isEqualTo(direction);
    assertAccessible("survey");
    page.navigate(survey + "?overall=7");
    assertAccessible("survey with a score chosen");
    assertThat(left("#overall-0") < left("#overall-5")).isEqualTo(direction.equals("ltr"));

    page.navigate(survey);
    // what a browser sends that does not count as we do
    page.locator("#comment").evaluate("field => field.removeAttribute('maxlength')");
    page.locator("#comment").fill("x ".repeat(2100));
    submit();
    assertThat(page.locator(".error").count()).isEqualTo(2);
    assertAccessible("survey with errors");
    page.locator("#overall-3").check();
    page.locator("#comment").fill("");
    submit();
    page.waitForURL("**/call-back?lang=" + language);
    assertAccessible("call-back");
    page.locator("#phone").fill("06 12");
    submit();
    assertThat(page.locator(".error").count()).isEqualTo(2);
    assertThat(page.locator("#phone").inputValue()).isEqualTo("06 12");
    assertAccessible("call-back with errors");
    page.locator("#phone").fill("010 1234567");
    page.locator("#consent").check();
    submit();
    page.waitForURL("**/thanks/call-back?lang=" + language);
    assertAccessible("call-back's thanks");
    page.navigate(app.url() + "/thanks?lang=" + language);
    assertAccessible("thanks");

    page.navigate(survey + "?lang=" + language);
    assertAccessible("closed");
    page.navigate(survey.replace("/s/", "/u/") + "?lang=" + language);
    assertAccessible("unsubscribe");
    submit();
    assertAccessible("unsubscribed");
    page.navigate(app.url() + "/privacy?lang=" + language);
    assertAccessible("privacy");
    for (String problem : List.of("missing", "refused", "failure")) {
      showProblem(problem, language);
      assertAccessible(problem);
    }
  }

  @ParameterizedTest
  @CsvSource({"nl,ltr", "en,ltr", "ar,rtl"})
  void counterScreenInEveryState(String language, String direction) {
    Links links = new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY));
    Kiosks kiosks = new Kiosks(app.jdbi(), links, new TestClock(NOW));
    String name = "Screen " + language;
    String screen = kiosks.add(name, "Centrum", true).link() + "?lang=" + language;
    page = context.newPage();
    page.clock().install(new Clock.InstallOptions().setTime(NOW.toEpochMilli()));
    page.navigate(screen);
    assertThat(page.locator("html").getAttribute("dir")).isEqualTo(direction);
    assertAccessible("screen");
    assertThat(page.locator("a[href^=http]").count()).as("nothing leads away").isZero();

    page.locator("#clarity-3").check();
    page.clock().runFor("01:31");
    assertThat(page.locator("dialog").isVisible()).isTrue();
    assertAccessible("screen with a warning");
    // it tells that it was closed a moment after that
    page.locator("dialog")
        .evaluate("dialog => dialog.addEventListener('close', () => dialog.dataset.closed = '')");
    page.locator("dialog button").click();
    page.waitForSelector(
        "dialog[data-closed]",
        new WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    page.clock().runFor("01:29");
    assertThat(page.locator("dialog").isVisible()).as("put off").isFalse();
    assertThat(page.locator(":checked").count()).isEqualTo(1);
    page.locator("main > form button").click();
    page.locator(".error").waitFor();
    assertThat(page.locator(".error").count()).isEqualTo(1);
    assertAccessible("screen with an error");

    page.locator("#overall-8").check();
    page.locator("main > form button").click();
    page.waitForURL("**/thanks?lang=" + language);
    assertAccessible("screen's thanks");
    page.clock().runFor("00:21");
    page.waitForURL(screen.substring(0, screen.indexOf('?')));
    assertThat(page.locator(":checked").count()).isZero();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("nl");

    kiosks.revoke(name);
    page.navigate(screen);
    assertAccessible("screen that is revoked");
  }

  private void submit() {
    page.locator("html").evaluate("page => page.dataset.before = ''");
    page.locator("main button").click();
    page.locator("html:not([data-before])").waitFor();
    page.waitForLoadState();
  }

  /** What cannot be brought about at will, on the place where the service would show it. */
  private void showProblem(String problem, String language) {
    Pages pages =
        new Pages(
            new Templates(Optional.of(LANGUAGES)),
            List.of("nl", "en", "ar"),
            URI.create(app.url().toString()));
    Texts texts = pages.texts(Optional.of(language), Optional.empty());
    String body = (String) pages.message(500, problem, texts).getEntity();
    page.route(
        "**/problem",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8")
                    .setBody(body)));
    page.navigate(app.url() + "/problem");
    page.unroute("**/problem");
  }

  @ParameterizedTest
  @CsvSource({"nl,ltr", "en,ltr", "ar,rtl"})
  void mailOnAPhoneAndOnADesk(String language, String direction) throws Exception {
    Map<String, Object> contact = aContact("phone", language);
    contact.put("email", language + "@example.org");
    assertThat(client.report(contact).status()).isEqualTo(201);
    page = context.newPage();
    page.setContent(sentHtml(language));

    assertThat(page.locator("html").getAttribute("dir")).isEqualTo(direction);
    // a mail is no page: it has no landmarks of its own
    assertAccessible("mail", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    assertThat(top(0)).isEqualTo(top(5)).isLessThan(top(6));
    page.setViewportSize(600, 800);
    assertThat(top(0)).isEqualTo(top(10));
  }

  /** The HTML of the mail in this language, once it is in the outbox. */
  private static String sentHtml(String language) throws Exception {
    for (int i = 0; i < 200; i++) {
      Thread.sleep(100);
      for (File file : Optional.ofNullable(outbox.toFile().listFiles()).orElse(new File[0])) {
        try (InputStream sent = new FileInputStream(file)) {
          MimeMessage mail = new MimeMessage(null, sent);
          if (file.getName().endsWith(".eml") && language.equals(mail.getContentLanguage()[0])) {
            return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
          }
        }
      }
    }
    throw new AssertionError("No mail in " + language);
  }

  private double top(int score) {
    return page.locator(".score").nth(score).boundingBox().y;
  }

  private void assertAccessible(String state, String... rules) {
    AxeBuilder axe = new AxeBuilder(page);
    assertThat(violations(rules.length == 0 ? axe : axe.withTags(List.of(rules))))
        .as(state)
        .isEmpty();
    // colours are the same in every language
    if (page.locator("html").getAttribute("lang").equals("nl")) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(violations(new AxeBuilder(page).withRules(List.of("color-contrast"))))
          .as(state + ", dark")
          .isEmpty();
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    assertThat(overflow()).as(state).isZero();
    assertThat((List<?>) page.evaluate(SMALL_TARGETS)).as(state).isEmpty();
  }

  private static List<String> violations(AxeBuilder axe) {
    return axe.setLegacyMode(true).analyze().getViolations().stream()
        .map((Rule rule) -> rule.getId() + " " + rule.getNodes())
        .toList();
  }

  private int overflow() {
    return (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
  }

  private double left(String selector) {
    return page.locator(selector).boundingBox().x;
  }

  @Test
  void focusIsSeenWhereverItGoes() {
    page = context.newPage();
    page.navigate(openSurvey("nl"));
    String outlined =
        """
        () => {
          const focused = document.activeElement;
          const seen = focused.type === 'radio' ? focused.nextElementSibling : focused;
          const style = getComputedStyle(seen);
          return style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
        }""";
    // four questions, the comment, the button, and five links
    for (int i = 0; i < 11; i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate(outlined)).as("stop " + i).isEqualTo(true);
    }
    assertThat(page.locator(":focus").textContent()).isEqualTo("Geen vragenlijsten meer krijgen");
  }

  @Test
  void textMayBeSpacedOutAndScoresStayInTheirRows() {
    page = context.newPage();
    page.navigate(openSurvey("nl") + "?overall=10");
    // WCAG 1.4.12
    page.evaluate(
        "Object.assign(document.body.style,"
            + " {lineHeight: 1.5, letterSpacing: '.12em', wordSpacing: '.16em'})");

    assertThat(overflow()).isZero();
    assertThat(page.locator("#overall-10").boundingBox().height).isLessThan(60);
  }

  @Test
  void accessibilityStatementIsTheMunicipalitysOwn() {
    page = context.newPage();
    page.navigate(app.url() + "/nothing?lang=en");

    assertThat(page.locator("footer a").last().getAttribute("href")).isEqualTo(STATEMENT);
  }
}
