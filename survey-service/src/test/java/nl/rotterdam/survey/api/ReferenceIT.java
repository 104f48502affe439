// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that developers of source systems read: what it tells them to type, works. */
class ReferenceIT {
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeAll
  static void start() {
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            folder.resolve("data"),
            new TestClock(Instant.parse("2025-06-10T10:00:00Z")),
            Map.of("sending.poll", "PT1H"));
    client = new SurveyClient(app.url());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (JsonNode path : client.get("/v1/openapi.json").json().get("paths")) {
      path.forEach(operation -> operations.add(operation.get("operationId").asText()));
    }
    return operations;
  }

  @Test
  void everyOperationIsOnThePageWithAnExample() {
    Response page = client.get("/api");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("lang=\"en\"").contains("/v1/openapi.json");
    assertThat(operations())
        .allSatisfy(operation -> assertThat(page.body()).contains("id=\"" + operation + "\""));
    assertThat(ApiExamples.read().commands().keySet())
        .containsExactlyInAnyOrderElementsOf(operations());
    assertThat(page.body()).contains("--data-urlencode &#39;externalId=W-1&#39;");
    assertThat(client.get("/v1/openapi.json").json().get("paths").has("/api")).isFalse();
  }

  /** Runs the command as a reader would, and gives the status that came back. */
  private static String run(String command, String contactId) throws Exception {
    ProcessBuilder shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "curl() { command curl -sS -o answer -w '%{http_code}' \"$@\"; }\n"
                    + command.replaceAll("-o \\S+ ", ""))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    shell
        .environment()
        .putAll(
            Map.of(
                "URL",
                app.url().toString(),
                "API_KEY",
                SurveyApp.API_KEY,
                "CONTACT_ID",
                contactId));
    Process process = shell.start();
    String status =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return status;
  }

  @Test
  void everyExampleCanBeRunAsItIs() throws Exception {
    if (!hasCurl()) {
      System.err.println("SKIPPED, NOT TESTED: the examples of the API, since there is no curl");
    }
    assumeTrue(hasCurl());
    for (YearMonth month = YearMonth.of(2024, 4);
        month.isBefore(YearMonth.of(2025, 6));
        month = month.plusMonths(1)) {
      client.report(
          Map.of(
              "externalId",
              month.toString(),
              "channel",
              "phone",
              "startedAt",
              month + "-14T10:00:00Z",
              "resolvedFirstTime",
              true));
    }
    String contactId = "";
    for (Map.Entry<String, String> example : ApiExamples.read().commands().entrySet()) {
      if (example.getKey().startsWith("getReports")) {
        app.makeReports();
      }
      String status = run(example.getValue(), contactId);
      Path answer = folder.resolve("answer");
      assertThat(status)
          .as(
              example.getKey()
                  + ": "
                  + (Files.readString(answer, StandardCharsets.ISO_8859_1)
                      .lines()
                      .findFirst()
                      .orElse("")))
          .startsWith("2");
      if (example.getKey().equals("postContacts")) {
        contactId =
            new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(answer.toFile())
                .get("contactId")
                .asText();
      }
    }
  }

  private static boolean hasCurl() throws InterruptedException {
    try {
      return new ProcessBuilder("curl", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
