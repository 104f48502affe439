// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.rotterdam.survey.answer.Browser;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.kiosk.Kiosks;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.Sessions;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
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
  private static final String LONG = "W".repeat(200);
  private static final List<String> ALL = List.of(MARKUP, FORMULA, SCRIPT, TEMPLATE, "-1+1", LONG);

  /** Turned to the left, and out of whatever keeps that to itself. */
  private static final String TURNED = "\u202Eofni\u2069\u202Ekcab\u2066";

  /** Two formulas for a spreadsheet that parts columns at semicolons. */
  private static final String PARTED = ";=1+1;\"@SUM(1)\"";

  private static final List<String> COMMENTS =
      List.of(
          SCRIPT + MARKUP + FORMULA + PARTED,
          FORMULA,
          "\t=1+1",
          "\r+1+1",
          "-1+1",
          TEMPLATE,
          TURNED + " txt.exe",
          LONG);

  private static final String SIGNALS = "/workplace/signals/signals.csv";

  /** What ${7*191} would be, were it computed. */
  private static final String COMPUTED = "1337";

  /** What turns the direction of a text, outside of what keeps that to itself. */
  private static final String TURNING =
      """
      (() => {
        const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
          const text = texts.currentNode;
          if (/[\\u202A-\\u202E\\u2066-\\u2069]/.test(text.data)
              && !text.parentElement.closest('blockquote > bdi')) {
            found.push(text.data);
          }
        }
        return found;
      })()""";

  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\r\n]]");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static SurveyApp app;
  private static SurveyClient client;
  private static String cookie;

  @BeforeAll
  static void start() throws Exception {
    TestClock clock = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            folder,
            clock,
            Map.of("figures.baseline", "2024", "asking.channels.phone.delay", "PT0S"));
    client = new SurveyClient(app.url());
    History history = new History(app, folder);
    for (String month : List.of("2024-05", "2025-03")) {
      for (String text : ALL) {
        history.of(text, month, 40, 4, 36);
      }
    }
    history.month("2025-04", 30, 2, 28);
    for (int i = 0; i < 2 * COMMENTS.size(); i++) {
      client.post(
          survey(MARKUP + i), Map.of("overall", "3", "comment", COMMENTS.get(i % COMMENTS.size())));
    }
    client.report(contact(LONG));
    app.releaseSignals();
    var components = app.components();
    components.kiosks().add(MARKUP, FORMULA, true);
    components.publisher().publish("month", YearMonth.of(2025, 3), TEMPLATE + "\r\n" + SCRIPT);
    cookie = signIn(MARKUP + LONG, Role.ADMINISTRATOR);
    Map<String, ?> note = Map.of("externalId", MARKUP, "createdAt", "2025-04-10T10:00:00Z");
    assertThat(send("/v1/callbacks", note).status()).isEqualTo(201);
    postForm("/workplace/administration/keys", "source=balie&scope=contacts&perMinute=60");
    postForm("/workplace/signals/" + signal() + "/mark", "");
    app.makeReports();
    awaitSignals(2 * COMMENTS.size() - 1);
    components.audit().note(SCRIPT, "sign_in_failed", MARKUP, FORMULA);
  }

  /** Until they can be found. */
  private static void awaitSignals(int number) throws Exception {
    for (int i = 0; i < 200 && text(SIGNALS, "*/*").lines().count() != 1 + number; i++) {
      Thread.sleep(50);
    }
    assertThat(text(SIGNALS, "*/*").lines()).hasSize(1 + number);
  }

  private static String signIn(String name, Role role) {
    return Sessions.COOKIE + "=" + app.components().door().sessions().begin("n", name, role, "nl");
  }

  private static Map<String, Object> contact(String externalId) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("externalId", externalId);
    contact.put("channel", "social");
    contact.put("product", FORMULA);
    contact.put("startedAt", "2025-05-14T09:00:00Z");
    return contact;
  }

  /** The path of a survey that is handed out. */
  private static String survey(String externalId) {
    String link = client.report(contact(externalId)).json().get("surveyUrl").asText();
    return link.substring(app.url().toString().length());
  }

  private static SurveyClient.Response send(String path, Map<String, ?> body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve(path))
            .header("Content-Type", "application/json")
            .header("X-Api-Key", SurveyApp.API_KEY)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /** One that is not marked. */
  private static String signal() {
    String all = "select id from signal where marked_at is null order by id";
    return app.jdbi()
        .withHandle(handle -> handle.createQuery(all).mapTo(String.class).findFirst())
        .orElseThrow();
  }

  /** The pages of the workplace that are no files, with what makes them show the most. */
  private static List<String> pages() {
    String contact = "/administration/contact?source=default&externalId=";
    return List.of(
        "",
        "/channels",
        "/operation",
        "/funnel",
        "/groups?dimension=location",
        "/groups?dimension=product",
        "/groups?dimension=wijk",
        "/groups?dimension=cluster",
        "/charts?exhibit=visits",
        "/charts?exhibit=" + encode(SCRIPT),
        "/reports",
        "/reports/publish?month=2025-04",
        "/reports/downloads",
        "/signals",
        "/signals?q=" + encode(SCRIPT),
        "/signals?q=" + LONG,
        "/signals/" + signal() + "/mark",
        "/signals/marked",
        "/signals/marked-one",
        "/administration",
        "/administration/keys/balie-1/rotate",
        "/administration/keys/balie-1/revoke",
        "/administration/sending",
        contact + encode(MARKUP + 0),
        contact + LONG,
        contact + encode(SCRIPT),
        "/administration/opt-outs",
        "/administration/settings",
        "/administration/audit");
  }

  /** On what is left of 1280 by 1024 pixels at 400%. */
  private static BrowserContext at400Percent(Browser browser) {
    return browser
        .chromium()
        .newContext(
            new NewContextOptions()
                .setViewportSize(320, 256)
                .setDeviceScaleFactor(4)
                .setExtraHTTPHeaders(Map.of("Cookie", cookie)));
  }

  /** Of a page that holds them: they are nothing but text, and fit. */
  private static String read(Page page) {
    String where = page.url();
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    assertThat(page.title()).as(where).doesNotContain("taken").isNotEmpty();
    assertThat(page.locator("body script, img[src=x]").count()).as(where).isZero();
    assertThat(page.evaluate(TURNING)).as(where).isEqualTo(List.of());
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .as("scrolls sideways: " + where)
        .isLessThanOrEqualTo(320);
    String text = page.locator("body").innerText();
    assertThat(text).as(where).doesNotContain(COMPUTED);
    return text;
  }

  @Test
  void pagesShowThemAsTheyWereWritten() {
    try (Browser browser = Browser.start()) {
      Page page = at400Percent(browser).newPage();
      StringBuilder seen = new StringBuilder();
      for (String path : pages()) {
        int status = page.navigate(app.url() + "/workplace" + path).status();
        assertThat(status).as(path).isEqualTo(path.contains("exhibit=%3C") ? 400 : 200);
        String text = read(page);
        assertThat(text).as(path).contains(MARKUP);
        seen.append(text);
      }
      assertThat(seen).contains(ALL).contains(TURNED, MARKUP + 0);
    }
  }

  @Test
  void everyPageIsAmongThoseThatAreRead() {
    Predicate<String> isFile = page -> page.matches(".*\\.(csv|pdf)|.*/downloads/[0-9a-f-]{36}");
    assertThat(RolesIT.PAGES.keySet().stream().filter(page -> page.startsWith("GET")))
        .map(page -> page.substring("GET ".length()))
        .filteredOn(isFile.negate())
        .allSatisfy(
            page -> {
              String pattern =
                  page.replaceAll("[0-9a-f-]{36}", "[0-9a-f-]{36}").replace("/x/", "/[^/]+/");
              assertThat(pages())
                  .anyMatch(read -> ("/workplace" + read.split("\\?")[0]).matches(pattern));
            });
  }

  @Test
  void whatAResidentTypesComesBackAsText() {
    try (Browser browser = Browser.start()) {
      Page page = at400Percent(browser).newPage();
      String survey = survey("typed");
      String typed = SCRIPT + "</textarea>" + MARKUP + "\n" + TEMPLATE;
      page.navigate(app.url() + survey + "?lang=" + encode(MARKUP) + "&overall=" + encode(MARKUP));
      read(page);
      page.locator("#comment").fill(typed);
      page.locator("main button").click();
      page.locator(".error-summary").waitFor();
      read(page);
      assertThat(page.locator("#comment").inputValue()).isEqualTo(typed);
      page.navigate(app.url() + survey + "/call-back?lang=" + encode(SCRIPT));
      read(page);
      String kiosk = app.components().kiosks().list().get(0).link();
      page.navigate(kiosk + "?lang=" + encode(MARKUP));
      read(page);
      page.navigate(app.url() + "/workplace/sign-in?to=" + encode("/workplace/" + MARKUP));
      read(page);
      page.navigate(app.url() + "/" + encode(SCRIPT));
      read(page);
    }
  }

  @Test
  void mailsHoldNothingOfThem() throws Exception {
    Map<String, Object> contact = contact("mailed");
    contact.put("channel", "phone");
    contact.put("location", SCRIPT);
    contact.put("wijk", MARKUP);
    contact.put("email", "resident@example.org");
    assertThat(client.report(contact).status()).isEqualTo(201);
    app.sendDue();
    List<Path> mails;
    try (Stream<Path> files = Files.list(folder.resolve("outbox"))) {
      mails = files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
    assertThat(mails).hasSize(1);
    try (InputStream sent = Files.newInputStream(mails.get(0))) {
      MimeMessage mail = new MimeMessage(null, sent);
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getCount()).isEqualTo(2);
      for (int i = 0; i < parts.getCount(); i++) {
        assertThat(mail.getSubject() + parts.getBodyPart(i).getContent())
            .doesNotContain("taken", "HYPERLINK", COMPUTED);
      }
    }
  }

  @Test
  void figuresHoldNoFormula() throws Exception {
    for (String path : List.of("/v1/figures?to=2025-03", "/v1/publications/2025-03/figures.csv")) {
      String csv = text(path, "text/csv");
      assertNoFormula(csv, FORMULA, TEMPLATE, "-1+1");
      assertThat(csv).as("numbers stay numbers").containsPattern(",-\\d+(\\.\\d+)?,");
    }
    assertThat(text("/v1/figures?to=2025-03&dimension=product", "application/json"))
        .contains(JSON.writeValueAsString(FORMULA));
    assertThat(JSON.readTree(text("/v1/publications/2025-03", "*/*")).get("note").asText())
        .isEqualTo(TEMPLATE + "\r\n" + SCRIPT);
  }

  @Test
  void writersAndAdministratorsTakeNoFormula() throws Exception {
    String signals = text(SIGNALS, "*/*");
    assertNoFormula(signals, FORMULA, "=1+1", "+1+1", "-1+1", TEMPLATE);
    assertThat(signals).contains(";'=1+1;'").doesNotContainPattern("[;\\n][\"\\s]*[=+@-]");
    assertNoFormula(text("/workplace/administration/audit.csv", "*/*"), FORMULA);
    List<String> entries = text("/workplace/administration/audit.ndjson", "*/*").lines().toList();
    assertThat(entries)
        .map(JSON::readTree)
        .anySatisfy(
            entry -> {
              assertThat(entry.get("who").asText()).isEqualTo(SCRIPT);
              assertThat(entry.get("subject").asText()).isEqualTo(MARKUP);
            });
  }

  @Test
  void auditLogHoldsNothingThatCannotBeRead() throws Exception {
    String path = "/workplace/reports/%E2%80%AEfdp/nl/concept.pdf";
    HttpRequest request =
        HttpRequest.newBuilder(app.url().resolve(path))
            .header("Cookie", signIn("\u202Erekcah", Role.READER))
            .build();
    assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    for (String format : List.of("csv", "ndjson")) {
      String log = text("/workplace/administration/audit." + format, "*/*");
      assertThat(log).contains("GET /workplace/reports/\uFFFDfdp/nl/concept.pdf");
      assertThat(log).contains("\uFFFDrekcah").doesNotContainPattern(UNREADABLE);
    }
  }

  @Test
  void reportShowsThemAsText() throws Exception {
    for (String file : List.of("now.pdf", "concept.pdf")) {
      byte[] pdf = bytes("/workplace/reports/2025-04/nl/" + file);
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
  }

  @Test
  void packShowsThemAsText() throws Exception {
    int named = 0;
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : unzip(bytes("/v1/packs/2025-03/council-pack.zip"))) {
      String name = file.getKey();
      byte[] content = file.getValue();
      switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "csv" -> written.addAll(assertNoFormula(new String(content, UTF_8)));
        case "xlsx" -> written.addAll(textsOf(name, content));
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
    assertThat(written).contains(FORMULA, "'" + FORMULA, "-1+1", "'-1+1", SCRIPT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202Etxt.exe", "a\u2066b", "a\tb", "a\rb", "\u0000"})
  void directionAndControlCharactersAreRefusedInNames(String name) throws Exception {
    for (String field : List.of("externalId", "product", "location", "wijk", "cluster")) {
      Map<String, Object> contact = contact("refused");
      contact.put(field, name);
      assertRefused(field, client.report(contact));
    }
    for (String field : List.of("externalId", "contactId", "wijk", "cluster")) {
      Map<String, String> note = Map.of("createdAt", "2025-05-10T10:00:00Z", field, name);
      assertRefused(field, send("/v1/callbacks", note));
    }
    Map<String, Object> count =
        Map.of("figure", "visits", "location", name, "period", "2024", "value", 1);
    assertRefused("counts[0].location", send("/v1/counts", Map.of("counts", List.of(count))));
    Kiosks kiosks = app.components().kiosks();
    for (List<String> kiosk : List.of(List.of(name, "Centrum"), List.of("Centrum", name))) {
      assertThatThrownBy(() -> kiosks.add(kiosk.get(0), kiosk.get(1), true))
          .hasMessageContaining(NewContact.TEXT_ONLY);
    }
  }

  private static void assertRefused(String field, SurveyClient.Response response) {
    assertThat(response.status()).as(field).isEqualTo(400);
    assertThat(response.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(response.json().at("/errors/0/reason").asText()).isEqualTo(NewContact.TEXT_ONLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u202Eb", "\u0000", "a\u001Bb"})
  void noteOfAPublicationIsText(String note) {
    assertThatThrownBy(
            () -> app.components().publisher().publish("month", YearMonth.of(2025, 4), note))
        .hasMessageContaining(NewContact.TEXT_ONLY);
  }

  /**
   * A cell that a program might compute is a number or has an apostrophe before it.
   *
   * @param guarded texts that are among them
   */
  private static List<String> assertNoFormula(String csv, String... guarded) throws Exception {
    List<String> cells = new ArrayList<>();
    for (CSVRecord line : CSVFormat.RFC4180.parse(new StringReader(csv))) {
      line.forEach(cells::add);
    }
    assertThat(cells)
        .filteredOn(cell -> cell.matches("(?s)[=+@\t\r\n-].*"))
        .allMatch(cell -> cell.matches("-\\d+(\\.\\d+)?"));
    assertThat(cells).containsAll(Arrays.stream(guarded).map(each -> "'" + each).toList());
    return cells;
  }

  /** The texts of a workbook, of which no cell is a formula. */
  private static List<String> textsOf(String name, byte[] xlsx) throws Exception {
    List<String> texts = new ArrayList<>();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).as("%s %s", name, cell).isNotEqualTo(CellType.FORMULA);
            if (cell.getCellType() == CellType.STRING) {
              texts.add(cell.getStringCellValue());
            }
          }
        }
      }
    }
    return texts;
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
    HttpRequest request =
        HttpRequest.newBuilder(app.url().resolve(path)).header("Cookie", cookie).build();
    return HTTP.send(request, BodyHandlers.ofByteArray()).body();
  }

  /** Sends a form as the employee. */
  private static void postForm(String path, String form) throws Exception {
    String token = cookie.substring(cookie.indexOf('=') + 1);
    String csrf = app.components().door().sessions().find(token).orElseThrow().csrf();
    HttpRequest request =
        HttpRequest.newBuilder(app.url().resolve(path))
            .header("Cookie", cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form + "&csrf=" + csrf))
            .build();
    assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode()).isLessThan(400);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
