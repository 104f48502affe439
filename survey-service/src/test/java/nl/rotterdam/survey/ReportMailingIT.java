// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.rotterdam.survey.SurveyClient.Response;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.mail.Attachment;
import nl.rotterdam.survey.mail.OutboxMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The report of a month comes by itself, once to each reader, whatever happens in between. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReportMailingIT {
  /** The third working day of May 2025: the 5th is Liberation Day. */
  private static final Instant DUE = Instant.parse("2025-05-06T05:00:00Z");

  private static final Instant APRIL = Instant.parse("2025-04-30T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(APRIL);
  private static final String ANNA = "anna@rotterdam.example";
  private static final String BRAM = "bram@rotterdam.example";
  private static final String CONCEPT = "Concept: tevredenheid over contact, april 2025";
  private static final String FINAL = "Tevredenheid over contact, april 2025";
  private static final String REMINDER = "Tijd om te publiceren: april 2025";

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static GreenMail relay;
  private static SurveyApp app;
  private static SurveyClient client;
  private static Components parts;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) throws Exception {
    int port = freePort();
    relay = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    relay.start();
    app =
        SurveyApp.start(
            database.fresh(),
            folder,
            CLOCK,
            Map.of(
                "sending.poll", "PT1H",
                "mail.host", "127.0.0.1",
                "mail.port", String.valueOf(port),
                "mail.tls", "none",
                "reports.recipients", ANNA + "," + BRAM));
    client = new SurveyClient(app.url());
    parts = app.components();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
    relay.stop();
  }

  /** Where it comes back after it was away. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @BeforeEach
  void begin() throws Exception {
    CLOCK.set(APRIL);
    app.clear();
    relay.purgeEmailFromAllMailboxes();
    new History(app, folder).month("2025-01", 50, 5, 35).month("2025-04", 50, 5, 35);
  }

  private static void round() {
    parts.reportRound().run(() -> false);
  }

  private static void roundAt(Instant moment) {
    CLOCK.set(moment);
    round();
  }

  private static List<OutboxMail> mails() throws Exception {
    List<OutboxMail> mails = new ArrayList<>();
    for (MimeMessage message : relay.getReceivedMessages()) {
      Path file = folder.resolve("received.eml");
      try (OutputStream out = Files.newOutputStream(file)) {
        message.writeTo(out);
      }
      mails.add(OutboxMail.read(file));
    }
    return mails;
  }

  private static OutboxMail mail(String subject) throws Exception {
    return mails().stream()
        .filter(mail -> mail.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> received() throws Exception {
    return mails().stream().map(mail -> mail.to() + ": " + mail.subject()).toList();
  }

  private static String[] toBoth(String... subjects) {
    return Arrays.stream(subjects)
        .flatMap(subject -> List.of(ANNA, BRAM).stream().map(to -> to + ": " + subject))
        .toArray(String[]::new);
  }

  private static void publishApril() {
    Response response =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/publications"))
                .header("X-Api-Key", SurveyApp.API_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"month\": \"2025-04\"}")));
    assertThat(response.status()).isEqualTo(201);
  }

  private static JsonNode archive() {
    Response response =
        client.send(
            HttpRequest.newBuilder(app.url().resolve("/v1/reports"))
                .header("X-Api-Key", SurveyApp.API_KEY));
    assertThat(response.status()).isEqualTo(200);
    return response.json();
  }

  private static String sha256(byte[] file) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }

  @Test
  void theReportGoesOutOnTheThirdWorkingDayAndOnce() throws Exception {
    roundAt(DUE.minusSeconds(1));
    assertThat(app.count("report")).isZero();
    assertThat(received()).isEmpty();

    roundAt(DUE);
    assertThat(received()).containsExactlyInAnyOrder(toBoth(CONCEPT));
    round();
    roundAt(DUE.plus(Duration.ofDays(1)));
    assertThat(received()).as("not again").hasSize(2);
    assertThat(app.count("report")).as("nothing of the months before").isEqualTo(1);
  }

  @Test
  void whatIsMailedIsWhatTheArchiveHolds() throws Exception {
    roundAt(DUE);
    JsonNode report = archive().get("reports").get(0);
    assertThat(report.get("month").asText()).isEqualTo("2025-04");
    assertThat(report.get("language").asText()).isEqualTo("nl");
    assertThat(report.get("standing").asText()).isEqualTo("concept");
    assertThat(report.get("madeAt").asText()).isEqualTo(DUE.toString());
    assertThat(report.get("mails"))
        .hasToString("{\"sent\":2,\"waiting\":0,\"failed\":0,\"unknown\":0}");

    OutboxMail mail = mail(CONCEPT);
    Attachment attachment = mail.attachments().get(0);
    assertThat(attachment.name()).isEqualTo("tevredenheid-2025-04-concept.pdf");
    assertThat(attachment.content()).startsWith("%PDF-1.7".getBytes(US_ASCII));
    assertThat(attachment.content()).hasSize(report.get("bytes").asInt());
    assertThat(sha256(attachment.content())).isEqualTo(report.get("sha256").asText());
    String verdict = report.get("verdict").asText();
    assertThat(client.get("/v1/verdict?to=2025-04").json().get("sentence").asText())
        .isEqualTo(verdict);
    assertThat(mail.text()).contains(verdict).contains("Dit is een concept");
    assertThat(mail.html()).contains("Dit is een concept").contains("lang=\"nl\"");
  }

  @Test
  void aConceptIsForTheOwnKeyAndAFinalReportForAll() throws Exception {
    roundAt(DUE);
    URI concept = app.url().resolve("/v1/reports/2025-04/nl/concept.pdf");
    assertThat(client.get("/v1/reports").status()).isEqualTo(401);
    assertThat(client.get(concept.getPath()).status()).isEqualTo(401);
    assertThat(client.get("/v1/reports/2025-04/nl/final.pdf").status()).isEqualTo(404);
    assertThat(client.get("/v1/reports/2025-13/nl/final.pdf").status()).isEqualTo(400);
    Response wrong = client.get("/v1/reports/2025-04/nl/draft.pdf");
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
    assertThat(download(concept)).isEqualTo(mail(CONCEPT).attachments().get(0).content());

    publishApril();
    round();
    byte[] published = download(app.url().resolve("/v1/reports/2025-04/nl/final.pdf"));
    assertThat(sha256(published)).isEqualTo(archive().get("reports").get(0).get("sha256").asText());
    assertThat(client.get("/v1/reports/2025-04/nl/final.pdf").status()).isEqualTo(200);
  }

  private static byte[] download(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address).header("X-Api-Key", SurveyApp.API_KEY).build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  @Test
  void theFinalReportFollowsThePublicationOnce() throws Exception {
    roundAt(DUE);
    CLOCK.advance(Duration.ofDays(20));
    publishApril();
    round();
    round();

    assertThat(received()).containsExactlyInAnyOrder(toBoth(CONCEPT, FINAL));
    JsonNode reports = archive().get("reports");
    assertThat(reports).hasSize(2);
    assertThat(reports.findValuesAsText("standing")).containsExactly("final", "concept");
    OutboxMail mail = mail(FINAL);
    assertThat(mail.attachments().get(0).name()).isEqualTo("tevredenheid-2025-04.pdf");
    assertThat(mail.text()).contains(app.url() + "/v1/reports/2025-04/nl/final.pdf");
    assertThat(archive().get("reminders")).as("there is nothing left to publish").isEmpty();
  }

  @Test
  void aMonthThatIsPublishedBeforeIsFinalAtOnce() throws Exception {
    CLOCK.set(DUE.minus(Duration.ofDays(1)));
    publishApril();
    roundAt(DUE);
    roundAt(DUE.plus(Duration.ofDays(20)));

    assertThat(received()).containsExactlyInAnyOrder(toBoth(FINAL));
  }

  @Test
  void aMonthWithoutContactsHasNoReport() throws Exception {
    roundAt(Instant.parse("2025-06-20T10:00:00Z"));
    assertThat(app.count("report")).isZero();
    assertThat(received()).isEmpty();
  }

  @Test
  void theReminderComesOnceWhenTheLastLinkHasExpired() throws Exception {
    assertThat(
            client
                .report(
                    Map.of(
                        "externalId", "late",
                        "channel", "phone",
                        "startedAt", APRIL.minusSeconds(600).toString(),
                        "email", "resident@example.org"))
                .json()
                .get("reason")
                .asText())
        .isEqualTo("asked");
    roundAt(DUE);
    roundAt(Instant.parse("2025-05-14T10:00:00Z"));
    assertThat(received()).as("the link is still open").hasSize(2);

    roundAt(Instant.parse("2025-05-16T10:00:00Z"));
    roundAt(Instant.parse("2025-05-17T10:00:00Z"));
    assertThat(received()).containsExactlyInAnyOrder(toBoth(CONCEPT, REMINDER));
    OutboxMail mail = mail(REMINDER);
    assertThat(mail.attachments()).isEmpty();
    assertThat(mail.text())
        .contains("publish --month 2025-04 config.yml")
        .contains("-d '{\"month\": \"2025-04\"}'");
    assertThat(archive().get("reminders"))
        .hasToString(
            "[{\"month\":\"2025-04\","
                + "\"mails\":{\"sent\":2,\"waiting\":0,\"failed\":0,\"unknown\":0}}]");
  }

  @Test
  void whileContactsMayStillBeAskedAboutThereIsNoReminder() throws Exception {
    roundAt(DUE);
    roundAt(Instant.parse("2025-05-07T21:59:59Z"));
    assertThat(received()).hasSize(2);
    roundAt(Instant.parse("2025-05-07T22:00:00Z"));
    assertThat(received()).containsExactlyInAnyOrder(toBoth(CONCEPT, REMINDER));
  }

  @Test
  void aRelayThatCannotBeReachedIsTriedAgainAfterAPause() throws Exception {
    relay.stop();
    roundAt(DUE);
    assertThat(archive().get("reports").get(0).get("mails").get("waiting").asInt()).isEqualTo(2);
    relay.start();
    CLOCK.advance(Duration.ofSeconds(30));
    round();

    assertThat(received()).containsExactlyInAnyOrder(toBoth(CONCEPT));
  }

  @Test
  void twoInstancesAtOnceSendOneMailToEach() throws Exception {
    CLOCK.set(DUE);
    List<CompletableFuture<Void>> instances =
        IntStream.range(0, 2)
            .mapToObj(
                i -> {
                  Components instance = app.components();
                  return CompletableFuture.runAsync(() -> instance.reportRound().run(() -> false));
                })
            .toList();
    instances.forEach(CompletableFuture::join);
    round();

    assertThat(received()).containsExactlyInAnyOrder(toBoth(CONCEPT));
    assertThat(app.count("report")).isEqualTo(1);
  }
}
