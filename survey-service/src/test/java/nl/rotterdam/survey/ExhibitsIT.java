// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.hash.Hashing;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import nl.rotterdam.survey.database.TestDatabase;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts that others link to, and the pack for the council: May is published, June is not. */
class ExhibitsIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2025-07-10T10:00:00Z"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir static Path folder;

  private static SurveyApp app;

  @BeforeAll
  static void start() throws Exception {
    app = SurveyApp.start(TestDatabase.H2.fresh(), folder, CLOCK, Map.of("sending.poll", "PT1H"));
    new History(app, folder).month("2025-03", 100, 10, 40).month("2025-05", 50, 5, 30);
    HttpResponse<byte[]> published =
        send(
            request("/v1/publications")
                .header("X-Api-Key", SurveyApp.API_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"month\": \"2025-05\"}")));
    assertThat(published.statusCode()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void aPublishedChartCanBeShownOnPagesOfOthersAndKeptByThem() {
    HttpResponse<byte[]> chart = get("/v1/charts/dissatisfaction");
    assertThat(chart.statusCode()).isEqualTo(200);
    assertThat(text(chart)).startsWith("<svg").contains("2025").doesNotContain("Concept");
    assertThat(header(chart, "Content-Type")).isEqualTo("image/svg+xml");
    assertThat(header(chart, "Content-Disposition"))
        .isEqualTo("inline; filename=\"dissatisfaction-2025-05.svg\"");
    assertThat(header(chart, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(chart, "Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(header(chart, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(chart, "Cache-Control")).startsWith("public");
    HttpResponse<byte[]> again =
        send(request("/v1/charts/dissatisfaction").header("If-None-Match", header(chart, "ETag")));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void aChartOfAMonthThatIsNotPublishedIsAConceptAndKeptByNobody() {
    HttpResponse<byte[]> chart = get("/v1/charts/dissatisfaction?to=2025-06");
    assertThat(text(chart)).contains("Concept");
    assertThat(header(chart, "Content-Disposition")).contains("-2025-06-concept.svg");
    assertThat(header(chart, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void theFormatIsTheOneThatIsNamedOrAccepted() throws IOException {
    HttpResponse<byte[]> png = get("/v1/charts/dissatisfaction?format=png&width=800");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.body()));
    assertThat(image.getWidth()).isEqualTo(800);
    assertThat(header(accept("image/avif,image/png,*/*;q=0.5"), "Content-Type"))
        .isEqualTo("image/png");
    assertThat(header(accept("text/html,*/*;q=0.8"), "Content-Type")).isEqualTo("image/svg+xml");
    HttpResponse<byte[]> csv = accept("text/csv");
    assertThat(text(csv)).startsWith("month,share,").contains("\n2025-05,");
    HttpResponse<byte[]> xlsx =
        get("/v1/charts/dissatisfaction?format=xlsx&language=en&from=2025-05&channel=phone");
    assertThat(header(xlsx, "Content-Disposition")).contains("dissatisfaction-phone-2025-05.xlsx");
    XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()));
    assertThat(workbook.getSheet("Figures").getRow(1).getCell(0).getStringCellValue())
        .isEqualTo("2025-05");
    assertThat(accept("application/pdf").statusCode()).isEqualTo(406);
    assertThat(text(accept("application/pdf"))).contains("\"detail\"", "image/svg+xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing                        | 404 | exhibit: nothing is not known; there are dissatisfaction
          dissatisfaction?size=3         | 400 | size: is not known; known are format, to
          dissatisfaction?format=gif     | 400 | format: must be one of svg, png, csv, xlsx
          dissatisfaction?width=319      | 400 | width: must be a whole number of pixels from 320 to 1200
          dissatisfaction?width=1201     | 400 | width: must be
          dissatisfaction?width=wide     | 400 | width: must be
          dissatisfaction?channel=fax    | 400 | channel: must be one of counter, phone
          channels?channel=phone         | 400 | channel: must be left out
          dissatisfaction?to=may         | 400 | to: must be a month such as 2025-05
          dissatisfaction?to=2025-08     | 400 | to: must be a month such as 2025-05
          grades?from=2025-01            | 400 | from: must be left out: grades is of one period
          chats?to=2025-05&to=2025-04    | 400 | to: must be given once
          dissatisfaction?from=2025-06   | 400 | from: must not be after to, which is 2025-05
          dissatisfaction?language=fr    | 400 | language: must be one of nl, en
          channels?to=2025-05            | 404 | geen twaalf maanden
          """)
  void whatCannotBeShownIsRefusedWithTheReason(String chart, int status, String reason)
      throws IOException {
    HttpResponse<byte[]> refused = get("/v1/charts/" + chart);
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(JSON.readTree(refused.body()).get("detail").asText()).contains(reason);
  }

  @Test
  void theListLeadsToEveryChart() throws IOException {
    JsonNode list = JSON.readTree(get("/v1/charts?language=en").body());
    assertThat(list.get("to").asText()).isEqualTo("2025-05");
    assertThat(list.get("standing").asText()).isEqualTo("published");
    for (JsonNode chart : list.get("charts")) {
      assertThat(chart.get("title").asText()).isNotBlank();
      assertThat(chart.get("links").has("csv")).isTrue();
      for (JsonNode link : chart.get("links")) {
        assertThat(get(link.asText()).statusCode()).as(link.asText()).isEqualTo(200);
      }
    }
  }

  @Test
  void thePackOfAPublishedMonthIsForAllAndIsWhatItsManifestSays() throws IOException {
    HttpResponse<byte[]> zip = get("/v1/packs/2025-05/council-pack.zip");
    assertThat(header(zip, "Content-Type")).isEqualTo("application/zip");
    assertThat(header(zip, "Cache-Control")).startsWith("public");
    Map<String, byte[]> files = unpacked(zip.body());
    JsonNode manifest = JSON.readTree(files.remove("manifest.json"));
    assertThat(manifest.get("month").asText()).isEqualTo("2025-05");
    assertThat(manifest.get("standing").asText()).isEqualTo("published");
    assertThat(manifest.at("/publication/sha256").asText())
        .isEqualTo(JSON.readTree(get("/v1/publications/2025-05").body()).get("sha256").asText());
    assertThat(manifest.get("files").findValuesAsText("name"))
        .containsExactlyElementsOf(files.keySet())
        .contains("nl/figures-2025-05.docx", "en/figures-2025-05.docx")
        .contains("nl/dissatisfaction-2025-05.svg", "nl/dissatisfaction-2025-05.png")
        .contains("en/dissatisfaction-2025-05.csv", "en/dissatisfaction-2025-05.xlsx")
        .contains("en/dissatisfaction-2025-05.txt");
    for (JsonNode file : manifest.get("files")) {
      byte[] content = files.get(file.get("name").asText());
      assertThat(file.get("sha256").asText())
          .isEqualTo(Hashing.sha256().hashBytes(content).toString());
      assertThat(file.get("bytes").asInt()).isEqualTo(content.length);
    }
    BufferedImage png =
        ImageIO.read(new ByteArrayInputStream(files.get("nl/dissatisfaction-2025-05.png")));
    assertThat(png.getWidth()).isEqualTo(1890);
    assertThat(new String(files.get("nl/dissatisfaction-2025-05.txt"), UTF_8))
        .contains("In één zin\n", "Bron\n", "Wat wij tellen\n");
    // made anew by another server it is the same to the byte
    assertThat(
            app.components()
                .pack()
                .of(YearMonth.of(2025, 5), List.of("nl", "en"))
                .files()
                .get("manifest.json"))
        .isEqualTo(unpacked(zip.body()).get("manifest.json"));
  }

  @Test
  void thePackOfAnotherMonthIsAConceptForWhoHasAKey() throws IOException {
    assertThat(get("/v1/packs/2025-06/council-pack.zip").statusCode()).isEqualTo(401);
    HttpResponse<byte[]> zip =
        send(request("/v1/packs/2025-06/council-pack.zip").header("X-Api-Key", SurveyApp.API_KEY));
    assertThat(header(zip, "Cache-Control")).isEqualTo("no-store");
    Map<String, byte[]> files = unpacked(zip.body());
    JsonNode manifest = JSON.readTree(files.remove("manifest.json"));
    assertThat(manifest.get("standing").asText()).isEqualTo("concept");
    assertThat(manifest.has("publication")).isFalse();
    assertThat(files.keySet()).isNotEmpty().allMatch(name -> name.contains("-2025-06-concept."));
    assertThat(get("/v1/packs/2025-13/council-pack.zip").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<byte[]> get(String path) {
    return send(request(path));
  }

  private static HttpResponse<byte[]> accept(String types) {
    return send(request("/v1/charts/dissatisfaction").header("Accept", types));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(app.url().resolve(path));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  private static Map<String, byte[]> unpacked(byte[] archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
