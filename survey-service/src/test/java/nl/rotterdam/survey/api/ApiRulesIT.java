// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API Design Rules of the Dutch government, held against the document and the service. */
class ApiRulesIT {
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;
  private static Response described;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    app =
        SurveyApp.start(
            TestDatabase.H2.fresh(),
            folder,
            new TestClock(Instant.parse("2025-06-10T10:00:00Z")),
            Map.of(
                "api.contactName", "Team Dienstverlening",
                "openKlant.url", "https://openklant.example/klantinteracties/api/v1",
                "openKlant.token", "token",
                "openKlant.authorization", "Bearer what-the-subscription-was-told"));
    client = new SurveyClient(app.url());
    described = client.get("/v1/openapi.json");
    document = described.json();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private record Operation(String method, String path, JsonNode node) {}

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(method.getKey(), path.getKey(), method.getValue()))));
    return operations;
  }

  @Test
  void isDescribedForEverybodyInOpenApi3() {
    assertThat(described.status()).isEqualTo(200);
    assertThat(described.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(document.get("openapi").asText()).startsWith("3.");
    assertThat(document.at("/info/contact/name").asText()).isEqualTo("Team Dienstverlening");
    assertThat(document.at("/info/contact/email").asText()).contains("@");
    assertThat(document.at("/info/contact/url").asText()).startsWith("https://");
    assertThat(document.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(document.at("/servers/0/url").asText()).isEqualTo(app.url() + "/v1");
  }

  @Test
  void describesEveryAddressOfTheApiAndNoPageForPeople() {
    assertThat(document.get("paths").fieldNames())
        .toIterable()
        .contains("/contacts", "/counts", "/figures", "/publications/{month}/figures.csv")
        .allMatch(path -> path.matches("(/([a-z0-9-]+(\\.[a-z]+)?|\\{[a-zA-Z]+}))+"));
    for (Operation operation : operations()) {
      assertThat(operation.node.path("summary").asText()).as(operation.path).isNotBlank();
    }
    assertThat(operations())
        .extracting(o -> o.node.get("operationId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void parametersAndFieldsAreInCamelCase() {
    Set<String> names = new TreeSet<>();
    operations()
        .forEach(o -> o.node.path("parameters").forEach(p -> names.add(p.get("name").asText())));
    document
        .at("/components/schemas")
        .forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(names::add));
    assertThat(names)
        .contains("externalId", "to", "language", "channel")
        .allMatch(name -> name.matches("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*"));
    assertThat(document.at("/components/schemas").fieldNames())
        .toIterable()
        .allMatch(name -> name.matches("([A-Z][a-z0-9]*)+"));
  }

  @Test
  void everyAnswerBearsTheVersionAndEveryRefusalIsAProblem() {
    for (Operation operation : operations()) {
      operation
          .node
          .get("responses")
          .fields()
          .forEachRemaining(
              response -> {
                String place = operation.method + " " + operation.path + " " + response.getKey();
                if (response.getKey().startsWith("2")) {
                  assertThat(response.getValue().at("/headers").has("API-Version"))
                      .as(place)
                      .isTrue();
                } else {
                  assertThat(response.getValue().get("content").fieldNames())
                      .toIterable()
                      .as(place)
                      .containsExactly("application/problem+json");
                }
              });
      if (operation.node.has("requestBody") || operation.node.has("parameters")) {
        assertThat(operation.node.get("responses").has("400")).as(operation.path).isTrue();
      }
    }
    assertThat(document.at("/components/schemas/Problem/properties").fieldNames())
        .toIterable()
        .contains("status", "title", "detail");
  }

  /** What is described is there, and says its version; what is refused is refused as described. */
  @Test
  void everyOperationAnswersAsItIsDescribed() {
    for (Operation operation : operations()) {
      String path = "/v1" + operation.path.replaceAll("\\{[^}]+}", "none");
      HttpRequest.Builder request =
          HttpRequest.newBuilder(app.url().resolve(path))
              .method(operation.method.toUpperCase(), HttpRequest.BodyPublishers.ofString("x"));
      Response response = operation.method.equals("get") ? client.get(path) : client.send(request);
      String place = operation.method + " " + operation.path;
      assertThat(operation.node.get("responses").fieldNames())
          .toIterable()
          .as(place)
          .contains(String.valueOf(response.status()));
      assertThat(response.header("API-Version")).as(place).isEqualTo(ApiVersion.NUMBER);
      if (response.status() >= 400) {
        assertThat(response.header("Content-Type")).as(place).isEqualTo("application/problem+json");
      }
    }
  }

  @Test
  void whoSendsWhatTheServerDoesNotReadIsToldThatTheConnectionEnds() {
    Response tooLong = client.get("/v1/verdict?to=" + "a".repeat(9000));
    assertThat(tooLong.status()).isEqualTo(414);
    assertThat(tooLong.header("Connection")).isEqualTo("close");
  }

  @Test
  void aSlashAtTheEndLeadsNowhere() {
    for (String path : List.of("/v1/figures/", "/v1/contacts/", "/v1/publications/2025-05/")) {
      Response response = client.get(path);
      assertThat(response.status()).as(path).isEqualTo(404);
      assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    }
    assertThat(client.get("/privacy").header("API-Version")).isEmpty();
  }
}
