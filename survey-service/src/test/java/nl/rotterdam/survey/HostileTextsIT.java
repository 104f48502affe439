// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.rotterdam.survey.answer.Browser;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.Sessions;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Script, markup, formulas and template code in what others write are text wherever it is read. */
class HostileTextsIT {
  private static final String MARKUP = "\"><img src=x onerror=document.title='taken'> ${7*191}";
  private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";
  private static final String SCRIPT = "<script>document.title='taken'</script>";
  private static final String TEMPLATE = "@SUM(1+1) #{7*191} <#assign x=1>";
  private static final List<String> ALL = List.of(MARKUP, FORMULA, SCRIPT, TEMPLATE);

  /** What ${7*191} would be, were it computed. */
  private static final String COMPUTED = "1337";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static SurveyApp app;
  private static String cookie;

  @BeforeAll
  static void start() throws Exception {
    TestClock clock = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));
    app =
        SurveyApp.start(TestDatabase.H2.fresh(), folder, clock, Map.of("figures.baseline", "2024"));
    History history = new History(app, folder);
    for (String month : List.of("2024-05", "2025-04")) {
      for (String text : ALL) {
        history.of(text, month, 40, 4, 36);
      }
    }
    SurveyClient client = new SurveyClient(app.url());
    for (int i = 0; i < 12; i++) {
      String link =
          client
              .report(
                  Map.of(
                      "externalId",
                      MARKUP + i,
                      "channel",
                      "social",
                      "product",
                      FORMULA,
                      "startedAt",
                      "2025-05-14T10:00:00Z"))
              .json()
              .get("surveyUrl")
              .asText();
      client.post(
          link.substring(app.url().toString().length()),
          Map.of("overall", "3", "comment", i + SCRIPT + MARKUP + FORMULA));
    }
    app.releaseSignals();
    var components = app.components();
    components.publisher().publish("month", YearMonth.of(2025, 4), SCRIPT);
    components.audit().note(SCRIPT, "sign_in_failed", MARKUP, FORMULA);
    String token = components.door().sessions().begin(SCRIPT, MARKUP, Role.ADMINISTRATOR, "nl");
    cookie = Sessions.COOKIE + "=" + token;
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void pagesShowThemAsTheyWereWritten() {
    try (Browser browser = Browser.start()) {
      BrowserContext context =
          browser
              .chromium()
              .newContext(new NewContextOptions().setExtraHTTPHeaders(Map.of("Cookie", cookie)));
      Page page = context.newPage();
      StringBuilder seen = new StringBuilder();
      for (String path :
          List.of(
              "",
              "/channels",
              "/operation",
              "/funnel",
              "/groups?dimension=location",
              "/groups?dimension=product",
              "/groups?dimension=wijk",
              "/groups?dimension=cluster",
              "/charts?exhibit=visits",
              "/reports",
              "/reports/downloads",
              "/signals",
              "/signals?q=%3Cscript%3Edocument.title%3D%27taken%27%3C/script%3E",
              "/signals/marked",
              "/administration",
              "/administration/sending",
              "/administration/contact?source=default&id=%22%3E%3Cimg%20src%3Dx%20onerror%3Dx%3E0",
              "/administration/opt-outs",
              "/administration/settings",
              "/administration/audit")) {
        page.navigate(app.url() + "/workplace" + path);
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(page.title()).as(path).doesNotContain("taken").isNotEmpty();
        assertThat(page.locator("body script, img[src=x]").count()).as(path).isZero();
        String text = page.locator("body").innerText();
        assertThat(text).as(path).doesNotContain(COMPUTED).contains(MARKUP);
        seen.append(text);
      }
      assertThat(seen).contains(ALL);
    }
  }

  @Test
  void figuresHoldNoFormula() throws Exception {
    assertNoFormula(text("/v1/figures?to=2025-04", "text/csv"), true);
    assertNoFormula(text("/v1/publications/2025-04/figures.csv", "*/*"), true);
    assertThat(text("/v1/figures?to=2025-04&dimension=product", "application/json"))
        .contains(new ObjectMapper().writeValueAsString(FORMULA));
  }

  @Test
  void writersAndAdministratorsTakeNoFormula() throws Exception {
    assertNoFormula(text("/workplace/signals/signals.csv", "*/*"), false);
    assertNoFormula(text("/workplace/administration/audit.csv", "*/*"), false);
  }

  @Test
  void reportShowsThemAsText() throws Exception {
    app.makeReports();
    byte[] pdf = bytes("/v1/reports/2025-04/nl/final.pdf");
    StringBuilder shown = new StringBuilder();
    try (PdfReader reader = new PdfReader(pdf)) {
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        shown.append(new PdfTextExtractor(reader).getTextFromPage(page));
      }
    }
    assertThat(shown.toString().replaceAll("\\s+", ""))
        .contains("onerror=document.title=", "${7*191}", "#{7*191}")
        .doesNotContain(COMPUTED);
    assertThat(new String(pdf, UTF_8)).doesNotContain("/JavaScript", "/URI (http://evil");
  }

  @Test
  void packShowsThemAsText() throws Exception {
    int named = 0;
    for (Map.Entry<String, byte[]> file : unzip(bytes("/v1/packs/2025-04/council-pack.zip"))) {
      String name = file.getKey();
      byte[] content = file.getValue();
      switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "csv" -> assertNoFormula(new String(content, UTF_8), false);
        case "xlsx" -> assertNoFormula(name, content);
        case "svg" -> {
          Document svg = parse(content);
          assertThat(svg.getElementsByTagName("script").getLength()).as(name).isZero();
          assertThat(svg.getElementsByTagName("image").getLength()).as(name).isZero();
        }
        case "docx" -> {
          for (Map.Entry<String, byte[]> part : unzip(content)) {
            if (part.getKey().equals("word/document.xml")) {
              Document document = parse(part.getValue());
              assertThat(document.getElementsByTagName("w:instrText").getLength()).isZero();
              assertThat(document.getDocumentElement().getTextContent()).contains(ALL);
              named++;
            }
          }
        }
        default -> {}
      }
      assertThat(new String(content, UTF_8)).as(name).doesNotContain(">" + COMPUTED);
    }
    assertThat(named).as("a document in each language").isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202Etxt.exe", "a\u2066b", "a\tb", "a\rb", "\u0000"})
  void directionAndControlCharactersAreRefusedInNames(String name) {
    SurveyClient client = new SurveyClient(app.url());
    for (String field : List.of("externalId", "product", "location", "wijk", "cluster")) {
      Map<String, Object> contact = new LinkedHashMap<>();
      contact.put("externalId", "refused");
      contact.put("channel", "phone");
      contact.put("startedAt", "2025-05-14T10:00:00Z");
      contact.put(field, name);
      SurveyClient.Response response = client.report(contact);
      assertThat(response.status()).isEqualTo(400);
      assertThat(response.json().at("/errors/0/field").asText()).isEqualTo(field);
      assertThat(response.json().at("/errors/0/reason").asText())
          .isEqualTo(
              "must not hold control characters, nor characters that turn the direction of text");
    }
  }

  /** A cell that a program might compute is a number or has an apostrophe before it. */
  private static void assertNoFormula(String csv, boolean hasFormula) throws Exception {
    List<String> guarded = new ArrayList<>();
    for (CSVRecord line : CSVFormat.RFC4180.parse(new StringReader(csv))) {
      for (String cell : line) {
        if (cell.matches("(?s)[=+@\t\r-].*")) {
          assertThat(cell).matches("-\\d+(\\.\\d+)?|–|-");
        }
        if (cell.startsWith("'=")) {
          guarded.add(cell);
        }
      }
    }
    if (hasFormula) {
      assertThat(guarded).contains("'" + FORMULA);
    }
  }

  private static void assertNoFormula(String name, byte[] xlsx) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      workbook.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell ->
                              assertThat(cell.getCellType())
                                  .as("%s %s", name, cell)
                                  .isNotEqualTo(CellType.FORMULA))));
    }
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static List<Map.Entry<String, byte[]>> unzip(byte[] zipped) throws Exception {
    List<Map.Entry<String, byte[]>> files = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.add(Map.entry(entry.getName(), zip.readAllBytes()));
      }
    }
    return files;
  }

  private static String text(String path, String accept) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(app.url().resolve(path))
            .header("Accept", accept)
            .header("Cookie", cookie)
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private static byte[] bytes(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(app.url().resolve(path)).build();
    return HTTP.send(request, BodyHandlers.ofByteArray()).body();
  }
}
