// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.signin.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes long to make, as a writer asks for it and takes it. */
class DownloadsIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PATH = "/workplace/reports/downloads";

  @TempDir static Path dataDir;
  private static SurveyApp app;

  @BeforeAll
  static void start() {
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            dataDir,
            new TestClock(Instant.parse("2025-05-14T10:00:00Z")),
            Map.of("figures.baseline", "2024"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void makeHistory() throws Exception {
    app.clear();
    History history = new History(app, dataDir);
    history.month("2024-11", 30, 4, 26).month("2025-03", 30, 2, 28).month("2025-04", 30, 2, 7);
  }

  @Test
  void isAskedForAndFoundAgainWithItsProgress() throws Exception {
    String writer = app.signIn(Role.WRITER);
    assertThat(get(PATH, writer).body()).contains("U hebt nog niets gevraagd");
    assertThat(ask(writer, "kind=pack&month=2025-04")).isEqualTo(303);
    assertThat(get(PATH, writer).body())
        .contains("Raadspakket, april 2025", "Wacht op zijn beurt", "data-every=\"3000\"");
    app.makeDownloads();
    String anew = app.signIn(Role.WRITER);
    assertThat(get(PATH, anew).body())
        .as("found again after another sign-in")
        .contains("council-pack-2025-04-concept.zip")
        .contains("tot 21 mei 2025, 12:00")
        .doesNotContain("data-every");
    assertThat(take(anew)).containsKey("manifest.json");
    assertThat(
            app.count(
                "audit_entry where action = 'export' and subject = 'council-pack-2025-04-concept.zip'"))
        .isEqualTo(1);
    assertThat(get(PATH, app.signIn(Role.PUBLISHER)).body())
        .as("somebody else's")
        .contains("U hebt nog niets gevraagd");
    assertThat(get(link(anew), app.signIn(Role.PUBLISHER)).statusCode()).isEqualTo(404);
  }

  @Test
  void yearOfReportsHoldsTheMonthsThatAreOver() throws Exception {
    app.components().publisher().publish("month", YearMonth.of(2025, 3), null);
    app.makeReports();
    String writer = app.signIn(Role.WRITER);
    assertThat(get(PATH, writer).body()).contains("<option>2025</option><option>2024</option>");
    ask(writer, "kind=reports&year=2025&language=en");
    app.makeDownloads();
    Map<String, byte[]> files = take(writer);
    assertThat(files.keySet())
        .containsExactly(
            "report-2025-01-en-concept.pdf",
            "report-2025-02-en-concept.pdf",
            "report-2025-03-en.pdf",
            "report-2025-04-en-concept.pdf");
    assertThat(files.values())
        .allSatisfy(
            pdf -> assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-"));
  }

  @Test
  void internalFiguresAreThoseOfTheApiMonthByMonth() throws Exception {
    String writer = app.signIn(Role.WRITER);
    ask(writer, "kind=figures&from=2025-05&to=2025-03");
    app.makeDownloads();
    Map<String, byte[]> files = take(writer);
    assertThat(files.keySet())
        .containsExactly(
            "figures-2025-03-internal.csv",
            "figures-2025-04-internal.csv",
            "figures-2025-05-internal-provisional.csv");
    String april = new String(files.get("figures-2025-04-internal.csv"), StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(app.url().resolve("/v1/figures?to=2025-04&audience=internal"))
            .header("Accept", "text/csv")
            .header("X-Api-Key", SurveyApp.API_KEY)
            .build();
    assertThat(april).isEqualTo(HTTP.send(request, BodyHandlers.ofString()).body());
    assertThat(april).contains("share,overall,phone,,2025-04,0.2222");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind=all | kind: must be one of pack, reports, figures",
        "kind=pack | month: must be a month such as 2025-05",
        "kind=pack&month=2025-06 | month: must be a month such as 2025-05",
        "kind=reports&year=2023&language=nl | year: must be one of 2025, 2024",
        "kind=reports&year=2025&language=de | language: must be one of nl, en",
        "kind=figures&from=2025-05 | to: must be a month such as 2025-05"
      })
  void whatCannotBeMadeIsRefused(String form, String message) throws Exception {
    String writer = app.signIn(Role.WRITER);
    HttpResponse<String> response = post(writer, form);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(app.count("download")).isZero();
    assertThat(response.body()).contains(message);
  }

  private static int ask(String cookie, String form) throws Exception {
    return post(cookie, form).statusCode();
  }

  private static HttpResponse<String> post(String cookie, String form) throws Exception {
    String csrf = get(PATH, cookie).body().split("name=\"csrf\" value=\"")[1].split("\"")[0];
    return HTTP.send(
        HttpRequest.newBuilder(app.url().resolve(PATH))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form + "&csrf=" + csrf))
            .build(),
        BodyHandlers.ofString());
  }

  private static String link(String cookie) throws Exception {
    return get(PATH, cookie).body().split("href=\"(?=" + PATH + "/)")[1].split("\"")[0];
  }

  private static Map<String, byte[]> take(String cookie) throws Exception {
    HttpResponse<byte[]> response =
        HTTP.send(
            HttpRequest.newBuilder(app.url().resolve(link(cookie)))
                .header("Cookie", cookie)
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length"))
        .contains(String.valueOf(response.body().length));
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(app.url().resolve(path)).header("Cookie", cookie).build(),
        BodyHandlers.ofString());
  }
}
