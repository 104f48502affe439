// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.Application;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command demo: once to look at what it writes, and again in its place to visit its pages. */
class DemoIT {
  private static final Clock CLOCK = new TestClock(Instant.parse("2026-03-18T13:00:00Z"));

  private static final String ID = "f33517ff-2a88-4f6e-b855-c550268ce08a";

  @TempDir private static Path folder;
  private static List<String> writtenFirst;
  private static DropwizardTestSupport<SurveyConfiguration> demo;
  private static SurveyClient visitor;

  @BeforeAll
  static void runTwice() throws Exception {
    Path config = folder.resolve("config.yml");
    // an environment that must not be touched
    Files.writeString(
        config,
        Files.readString(Path.of("..", "config.yml"))
            .replaceAll(
                "(?m)^  url: .*DATABASE.*", "  url: jdbc:postgresql://database.invalid/survey")
            .replaceAll("(?m)^dataDir: .*", "dataDir: data")
            .replaceAll("(?m)^  host: .*", "  host: carrier.invalid")
            .replaceAll("(?m)^  systemId: .*", "  systemId: survey")
            .replaceAll("(?m)^  (mail|sms)Template: .*", "  $1Template: " + ID)
            .replaceAll("(?m)^  apiKey: .*", "  apiKey: key-" + ID + "-" + ID));
    new SurveyApplication(CLOCK) {
      @Override
      protected void onFatalError(Throwable failure) {
        throw new IllegalStateException(failure);
      }
    }.run("demo", "--no-serve", config.toString());
    writtenFirst = written();

    int port = freePort();
    demo =
        new DropwizardTestSupport<>(
            SurveyApplication.class,
            config.toString(),
            (String) null,
            application -> new DemoCommand((SurveyApplication) application, CLOCK),
            ConfigOverride.config("server.applicationConnectors[0].port", String.valueOf(port)),
            ConfigOverride.config("server.adminConnectors[0].port", "0"),
            ConfigOverride.config("sending.poll", "PT0.05S")) {
          @Override
          public Application<SurveyConfiguration> newApplication() {
            return new SurveyApplication(CLOCK);
          }
        };
    demo.before();
    visitor = new SurveyClient(URI.create("http://127.0.0.1:" + port));
  }

  @AfterAll
  static void end() {
    demo.after();
  }

  @Test
  void everythingIsWrittenIntoTheDemosOwnFolder() {
    assertThat(writtenFirst)
        .contains(
            "history/contacts.csv",
            "history/answers.csv",
            "history/callbacks.csv",
            "report/nl/report-2026-02.pdf",
            "report/nl/trend-2026-02.svg",
            "report/nl/trend-2026-02.png",
            "report/en/report-2026-02.pdf",
            "report/figures.csv",
            "keys");
    assertThat(writtenFirst).filteredOn(file -> file.matches("outbox/.*\\.eml")).hasSize(3);
    assertThat(writtenFirst).filteredOn(file -> file.matches("outbox/.*\\.txt")).hasSize(2);
    assertThat(folder.resolve("data")).isDirectoryNotContaining("regex:.*/(keys|outbox)");
  }

  @Test
  void aSecondRunWritesTheSameFilesAfresh() throws IOException {
    assertThat(written().stream().filter(file -> !file.startsWith("outbox/")))
        .containsAll(writtenFirst.stream().filter(file -> !file.startsWith("outbox/")).toList());
    assertThat(written()).filteredOn(file -> file.startsWith("outbox/")).hasSizeBetween(5, 7);
  }

  @Test
  void theStartPageLeadsToReportChartAndFigures() {
    SurveyClient.Response start = visitor.get("/");
    assertThat(start.status()).isEqualTo(200);
    assertThat(start.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(start.body()).contains("gaf een 6 of lager", "minder dan in", "maart 2026");
    for (String file : List.of("report-2026-02.pdf", "trend-2026-02.svg", "trend-2026-02.csv")) {
      assertThat(start.body()).contains("/demo/report/nl/" + file);
      assertThat(visitor.get("/demo/report/nl/" + file).status()).isEqualTo(200);
    }
    assertThat(visitor.get("/demo/figures").body()).contains("voorlopig", "14010", "Respons");
    assertThat(visitor.get("/demo/figures/2026-03.csv").body()).startsWith("figure,indicator");
    assertThat(visitor.get("/?lang=en").body()).contains("From contact to figure");
  }

  @Test
  void theStartPageLeadsToTheWorkplace() {
    String path = found("id=\"workplace\" href=\"([^\"]+)\"", visitor.get("/").body());
    assertThat(visitor.get(path).body()).as("its door").contains("Wachtwoord");
  }

  @Test
  void theOutboxShowsEachDecisionAndEachMessage() {
    String outbox = visitor.get("/demo/outbox").body();
    assertThat(outbox)
        .contains(
            "gevraagd per e-mail",
            "gevraagd per sms",
            "link gegeven in het gesprek",
            "niet gevraagd: gevoelig onderwerp",
            "niet gevraagd: kort geleden al gevraagd",
            "niet gevraagd: geen adres",
            "n01@example.org",
            "+31600009002",
            "Hoe tevreden bent u over ons contact?");
    Matcher mail = Pattern.compile("/demo/outbox/[0-9a-f-]{36}").matcher(outbox);
    assertThat(mail.find()).isTrue();
    assertThat(visitor.get(mail.group()).body()).contains("<table", "/s/");
  }

  @Test
  void anAnswerCountsOnTheStartPage() {
    String before = visitor.get("/").body();
    URI survey = URI.create(found("id=\"survey\" href=\"([^\"]+)\"", before));
    assertThat(visitor.post(survey.getPath(), Map.of("overall", "9")).status()).isEqualTo(200);
    String after = visitor.get("/").body();
    assertThat(answers(after)).isEqualTo(answers(before) + 1);
    assertThat(found("id=\"survey\" href=\"([^\"]+)\"", after)).isNotEqualTo(survey.toString());
  }

  @Test
  void aNewContactIsAskedAbout() {
    String before = visitor.get("/demo/outbox").body();
    String after = visitor.post("/demo/outbox", Map.of()).body();
    assertThat(rows(after)).isEqualTo(rows(before) + 1);
  }

  private static long rows(String page) {
    return Pattern.compile("<tr>").matcher(page).results().count();
  }

  private static int answers(String page) {
    return Integer.parseInt(found("id=\"answers\">(\\d+)<", page));
  }

  private static String found(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static List<String> written() throws IOException {
    Path own = folder.resolve("data").resolve("demo");
    try (Stream<Path> files = Files.walk(own)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> own.relativize(file).toString())
          .toList();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
