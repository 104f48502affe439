// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The municipality's own look: over the neutral one, served with care, and light to load. */
class ThemeIT {
  private static final String CSS =
      """
      @font-face { font-family: Own; src: url(own.woff2) format("woff2"); }
      :root { --accent: #a1005b; --accent-strong: #6d003d; --utrecht-document-font-family: Own, serif; }
      """;

  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeAll
  static void start(@TempDir Path dataDir, @TempDir Path above) throws IOException {
    Path theme = Files.createDirectory(above.resolve("theme"));
    Files.writeString(theme.resolve("theme.css"), CSS);
    Files.writeString(
        theme.resolve("logo.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='40'/>");
    // as large as a font with the letters of Western Europe, and as hard to compress
    byte[] font = new byte[30_000];
    new Random(1).nextBytes(font);
    Files.write(theme.resolve("own.woff2"), font);
    Files.writeString(theme.resolve("notes.txt"), "secret");
    Files.writeString(above.resolve("secret.css"), "secret");
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir,
            new TestClock(Instant.parse("2025-05-14T10:00:00Z")),
            Map.of("pages.theme", theme.toString(), "sending.poll", "PT1H"));
    client = new SurveyClient(app.url());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static Response file(String name, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(app.url().resolve("/theme/" + name));
    return client.send(headers.length == 0 ? request : request.headers(headers));
  }

  @ParameterizedTest
  @CsvSource({
    "theme.css,text/css;charset=utf-8",
    "logo.svg,image/svg+xml",
    "own.woff2,font/woff2",
  })
  void filesAreOfTheirKindAndRunNothing(String name, String mediaType) {
    Response file = file(name);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualToIgnoringCase(mediaType);
    assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(file.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    assertThat(file.http().headers().map()).doesNotContainKey("set-cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void whatIsKnownIsNotSentAgain(String encoding) {
    Response first = file("theme.css", "Accept-Encoding", encoding);
    assertThat(first.header("Cache-Control")).isEqualTo("max-age=3600");
    Response again =
        file("theme.css", "Accept-Encoding", encoding, "If-None-Match", first.header("ETag"));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.txt",
        "secret.css",
        "../secret.css",
        "%2e%2e/secret.css",
        "..%2fsecret.css",
        "..%5csecret.css",
        "%2e%2e%2fsecret.css",
        ""
      })
  void nothingElseIsServed(String name) throws IOException {
    String answer = RawRequest.get(app.url(), "/theme/" + name, "*/*");

    assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("secret\n");
    assertThat(answer.substring(answer.indexOf("\r\n\r\n"))).doesNotContain("\r\nsecret");
  }

  @Test
  void firstLoadIsUnder60KilobytesAndInTheThemesColours() {
    String survey =
        client
            .report(
                Map.of(
                    "externalId", "a",
                    "channel", "social",
                    "product", "Paspoort",
                    "startedAt", "2025-05-14T11:50:00+02:00"))
            .json()
            .get("surveyUrl")
            .asText();
    try (Browser browser = Browser.start()) {
      BrowserContext context =
          browser.chromium().newContext(new NewContextOptions().setColorScheme(ColorScheme.DARK));
      Page page = context.newPage();
      List<String> loaded = new ArrayList<>();
      List<Integer> bytes = new ArrayList<>();
      page.onResponse(response -> loaded.add(response.url().replaceAll(".*/|\\?.*", "")));
      CDPSession network = context.newCDPSession(page);
      network.send("Network.enable");
      network.on(
          "Network.loadingFinished",
          (JsonObject event) -> bytes.add(event.get("encodedDataLength").getAsInt()));
      page.navigate(survey);
      page.waitForFunction("document.fonts.status === 'loaded'");

      assertThat(loaded)
          .contains("utrecht.css", "survey.css", "theme.css", "logo.svg", "own.woff2");
      assertThat(bytes).hasSizeGreaterThanOrEqualTo(loaded.size());
      assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isBetween(30_000, 60_000);
      assertThat(page.locator(".logo").getAttribute("alt")).isEqualTo("Gemeente Rotterdam");
      assertThat(colour(page, "main button", "backgroundColor")).isEqualTo("rgb(161, 0, 91)");
      // a theme without dark colours stays light on a dark screen
      assertThat(colour(page, "body", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    }
  }

  private static Object colour(Page page, String selector, String property) {
    return page.locator(selector)
        .evaluate("(element, property) => getComputedStyle(element)[property]", property);
  }
}
