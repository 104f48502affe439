// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a client sends, it is told what is wrong, nothing is stored, and it is never our fault.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BadInputIT {
  private static final String GOOD =
      """
      {"externalId": "a", "channel": "phone", "startedAt": "2025-05-14T10:00:00Z"}""";

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    TestClock clock = new TestClock(Instant.parse("2025-05-14T10:00:00Z"));
    app = SurveyApp.start(database.fresh(), folder, clock, Map.of());
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(app.count("contact")).isZero();
    assertThat(app.count("invitation")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "phone"                 | "fax"                          | channel         | counter, phone, chat
          "phone"                 | 7                              | channel         | counter, phone, chat
          "phone"                 | null                           | channel         | required
          "a"                     | ""                             | externalId      | required
          "a"                     | "a\\u0000b"                    | externalId      | control characters
          "a"                     | "\\ud800"                      | externalId      | control characters
          "a"                     | ["a"]                          | externalId      | text
          "2025-05-14T10:00:00Z"  | "2025-05-14"                   | startedAt       | offset
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00"          | startedAt       | offset
          "2025-05-14T10:00:00Z"  | "2025-13-14T10:00:00Z"         | startedAt       | offset
          "2025-05-14T10:00:00Z"  | "1925-05-14T10:00:00Z"         | startedAt       | before 2000
          "2025-05-14T10:00:00Z"  | "+99999-05-14T10:00:00Z"       | startedAt       | future
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "durationSeconds": -1   | durationSeconds | 0
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "durationSeconds": 1.5  | durationSeconds | whole
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "durationSeconds": 1e99 | durationSeconds | whole
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "durationSeconds": 5000000000 | durationSeconds | whole
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "durationSeconds": "x"  | durationSeconds | whole
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "resolvedFirstTime": "ja" | resolvedFirstTime | true or false
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "language": "Nederlands" | language | ISO 639
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "email": "jan"           | email    | name@example.org
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "email": "a@b.nl\\nBcc: c@d.nl" | email | name@example.org
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "phone": "112"           | phone    | telephone
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "emial": "a@b.nl"        | emial    | email
          "2025-05-14T10:00:00Z"  | "2025-05-14T10:00:00Z", "overall": 11            | overall  | not known
          """)
  void wrongFieldIsNamedWithWhatIsAllowed(String good, String bad, String field, String allowed) {
    SurveyClient.Response response = client.reportRaw(GOOD.replace(good, bad));

    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.json().get("status").asInt()).isEqualTo(400);
    assertThat(response.json().at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(response.json().at("/errors/0/reason").asText()).contains(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "\"text\"",
        "{} {}",
        "{\"channel\": \"phone\"",
        "{\"externalId\": \"a\", \"externalId\": \"b\"}",
        "\uFEFF{",
        "{\"a\": NaN}"
      })
  void whatIsNoContactIsRefused(String body) {
    SurveyClient.Response response = client.reportRaw(body);

    assertThat(response.status()).as(response.body()).isEqualTo(400);
    assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.json().get("detail").asText()).isNotBlank();
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(client.reportRaw("[".repeat(50_000)).status()).isEqualTo(400);
    assertThat(client.reportRaw("{\"a\":".repeat(20_000)).status()).isEqualTo(400);
  }

  @Test
  void largeBodyIs413WhetherItSaysItsLengthOrNot() {
    String large = GOOD.replace("\"a\"", "\"" + "a".repeat(2_000_000) + "\"");

    assertThat(client.reportRaw(large).status()).isEqualTo(413);
    SurveyClient.Response chunked =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/contacts"))
                .header("Content-Type", "application/json")
                .header("X-Api-Key", SurveyApp.API_KEY)
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large))));
    assertThat(chunked.status()).isEqualTo(413);
  }

  @Test
  void keyIsAskedForBeforeTheBodyIsRead() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(app.url().resolve("/v1/contacts"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{"));

    SurveyClient.Response without = client.send(request);
    SurveyClient.Response wrong = client.send(request.header("X-Api-Key", "guess"));
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(without.json().get("detail").asText()).contains("X-Api-Key");
    assertThat(wrong.status()).isEqualTo(401);
  }

  @Test
  void refusalBeforeTheBodyIsReadSaysThatTheConnectionEnds() throws IOException {
    String response =
        raw(
            "POST /v1/contacts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{"
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(response).startsWith("HTTP/1.1 401").contains("Connection: close");
  }

  @Test
  void whoIsStillSendingWhenTheBodyIsFoundWrongSeesWhy() throws Exception {
    String head =
        "POST /v1/contacts HTTP/1.1\r\nHost: x\r\nX-Api-Key: %s\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n"
            .formatted(SurveyApp.API_KEY);
    try (Socket socket = new Socket(app.url().getHost(), app.url().getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 6; i++) {
        out.write("[".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(50);
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DELETE | /v1/contacts     | application/json | 405
          GET    | /v1/contacts     | application/json | 400
          DELETE | /v1/figures      | application/json | 405
          POST   | /v1/contacts     | text/plain       | 415
          POST   | /v1/contacts     | not a type       | 400
          GET    | /v1/nothing      | application/json | 404
          GET    | /v1/contacts/    | application/json | 404
          GET    | /%2e%2e/etc      | application/json | 400
          GET    | /s/x%00y         | application/json | 400
          GET    | /assets/../x     | application/json | 404
          """)
  void otherRequestsAreRefusedWithoutAFault(
      String method, String path, String contentType, int status) throws IOException {
    String response =
        raw(
            "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Api-Key: %s\r\nContent-Type: %s\r\nContent-Length: 2\r\n\r\n{}"
                .formatted(method, path, SurveyApp.API_KEY, contentType)
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(response).startsWith("HTTP/1.1 " + status);
    assertThat(response).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    byte[][] bodies = {
      {(byte) 0xff, (byte) 0xfe, 0, 0x7b},
      {(byte) 0xc3, 0x28},
      {0, 0, 0, 0x7b, 1},
      {0x22, (byte) 0xed, (byte) 0xa0, (byte) 0x80, 0x22}
    };
    for (byte[] body : bodies) {
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.writeBytes(
          "POST /v1/contacts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Api-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
              .formatted(SurveyApp.API_KEY, body.length)
              .getBytes(StandardCharsets.US_ASCII));
      request.writeBytes(body);
      assertThat(raw(request.toByteArray())).startsWith("HTTP/1.1 400");
    }
  }

  @Test
  void bodyThatSaysToBeZippedAndIsNotIsRefused() throws IOException {
    String response =
        raw(
            "POST /v1/contacts HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Api-Key: %s\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
                .formatted(SurveyApp.API_KEY)
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(response).startsWith("HTTP/1.1 4");
  }

  private static String raw(byte[] request) throws IOException {
    try (Socket socket = new Socket(app.url().getHost(), app.url().getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
