// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.intake.FileImport;
import nl.rotterdam.survey.intake.FileImport.Summary;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.invitation.Links;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What was only needed to ask goes: the address when a survey is over, the tie 30 days later. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ErasureIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);

  @Parameter TestDatabase database;
  @TempDir static Path folder;

  private static SurveyApp app;
  private static SurveyClient client;
  private static Components parts;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) {
    app = SurveyApp.start(database.fresh(), folder, CLOCK, Map.of("sending.poll", "PT1H"));
    client = new SurveyClient(app.url());
    parts = app.components();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
  }

  /** Reports a contact, sends its invitation an hour later, and gives the token of its link. */
  private static LinkToken invited(String id) {
    Map<String, Object> contact =
        Map.of(
            "externalId",
            id,
            "channel",
            "phone",
            "product",
            "Paspoort",
            "startedAt",
            CLOCK.instant().toString(),
            "email",
            id + "@example.org",
            "phone",
            "0612345678");
    assertThat(client.report(contact).json().get("reason").asText()).isEqualTo("asked");
    CLOCK.advance(Duration.ofHours(1));
    parts.senders().forEach(sender -> sender.sendDue());
    return new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY))
        .token((UUID) invitation().get("id"));
  }

  private static void at(Duration later) {
    CLOCK.set(NOW.plus(later));
    parts.erasure().run(() -> false);
  }

  private static Map<String, Object> row(String table) {
    return new HashMap<>(
        app.jdbi()
            .withHandle(handle -> handle.createQuery("select * from " + table).mapToMap().one()));
  }

  private static Map<String, Object> invitation() {
    return row("invitation");
  }

  private static long optedOut() {
    return app.count("recipient where opted_out_at is not null");
  }

  @Test
  void theAddressLivesAsLongAsTheLinkAndTheLinkCanStopSurveysThirtyDaysLonger() {
    LinkToken link = invited("a");
    app.jdbi().useHandle(handle -> handle.execute("update invitation set carrier_reference = '7'"));
    at(Duration.ofDays(14));
    assertThat(invitation().get("address")).as("a reminder may need it").isNotNull();
    at(Duration.ofDays(15));
    assertThat(invitation()).containsEntry("state", "sent").containsEntry("address", null);
    assertThat(row("contact")).containsEntry("answered", null);

    at(Duration.ofDays(44));
    assertThat(client.post("/u/" + link.value(), Map.of()).status()).isEqualTo(200);
    assertThat(optedOut()).isEqualTo(2);

    at(Duration.ofDays(45));
    assertThat(row("contact")).containsEntry("answered", "no");
    assertThat(invitation())
        .containsEntry("state", "sent")
        .containsEntry("token_hash", null)
        .containsEntry("email_hash", null)
        .containsEntry("phone_hash", null)
        .containsEntry("carrier_reference", null)
        .containsEntry("answered_at", null)
        .containsEntry("erase_at", null);
    assertThat(client.get("/s/" + link.value()).status()).isEqualTo(404);
  }

  @Test
  void theAnswerIsUntiedFromItsContactThirtyDaysAfterItCame() throws Exception {
    LinkToken link = invited("a");
    CLOCK.set(NOW.plus(Duration.ofDays(1)));
    client.post(
        "/s/" + link.value(),
        Map.of("overall", "7", "comment", "Bel mevrouw Jansen op 06-12345678."));
    assertThat(invitation().get("address")).isNull();
    assertThat(row("answer"))
        .containsEntry("comment", "Bel mevrouw [name] op [phone].")
        .containsEntry("invitation_id", invitation().get("id"));
    at(Duration.ofDays(30));
    assertThat(row("answer")).containsEntry("invitation_id", invitation().get("id"));

    at(Duration.ofDays(31));
    assertThat(row("contact")).containsEntry("answered", "partly");
    assertThat(row("answer"))
        .containsEntry("invitation_id", null)
        .containsEntry("answered_at", null)
        .containsEntry("channel", "phone")
        .containsEntry("product", "Paspoort")
        .containsEntry("language", "nl")
        .containsEntry("comment", "Bel mevrouw [name] op [phone].");
    assertThat((Long) row("answer").get("id")).isNegative();
    assertThat(
            app.count(
                "invitation where answered_at = timestamp with time zone '2025-05-01 00:00:00Z'"))
        .as("no more than that it was answered")
        .isEqualTo(1);
    Map<String, Object> answer = row("answer");
    at(Duration.ofDays(400));
    assertThat(row("answer")).isEqualTo(answer);
    assertThat(row("contact")).containsEntry("answered", "partly");
  }

  @Test
  void whatWasKeptApartIsUntiedToo() {
    LinkToken link = invited("a");
    client.post("/s/" + link.value(), Map.of("overall", "0"));
    assertThat(app.count("answer_aside where invitation_id is not null")).isEqualTo(1);
    at(Duration.ofDays(45));
    assertThat(app.count("answer_aside where invitation_id is null")).isEqualTo(1);
  }

  @Test
  void whoStopsIsForgottenAtOnce() {
    LinkToken link = invited("a");
    client.post("/u/" + link.value(), Map.of());

    assertThat(invitation()).containsEntry("state", "sent").containsEntry("address", null);
    assertThat(optedOut()).isEqualTo(2);
    at(Duration.ofDays(30));
    assertThat(invitation().get("token_hash")).isNotNull();
    at(Duration.ofDays(31));
    assertThat(invitation()).containsEntry("token_hash", null).containsEntry("email_hash", null);
    at(Duration.ofDays(400));
    assertThat(optedOut()).as("that they stopped is not forgotten").isEqualTo(2);
  }

  @Test
  void theLinkInAMailStopsSurveysForAsLongAsTheMailIsKept() throws Exception {
    invited("a");
    String mail =
        Files.readString(folder.resolve("outbox").resolve(invitation().get("id") + ".eml"));
    Matcher link = Pattern.compile("List-Unsubscribe: <.*(/u/[0-9a-z]+)>").matcher(mail);
    assertThat(link.find()).isTrue();
    assertThat(mail.replace("=\r\n", "")).contains(link.group(1) + "?lang=3Dnl");
    at(Duration.ofDays(400));
    assertThat(app.count("recipient")).isZero();

    assertThat(client.get(link.group(1)).body()).contains("Ja, meld mij af");
    assertThat(optedOut()).as("who only looks").isZero();
    assertThat(client.post(link.group(1), Map.of()).status()).isEqualTo(200);
    assertThat(optedOut()).isEqualTo(2);
    assertThat(client.post(link.group(1) + "x", Map.of()).status()).as("not whole").isEqualTo(404);
  }

  @Test
  void thatAnAddressWasAskedIsForgottenOnceItMayBeAskedAgain() {
    invited("a");
    app.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update recipient set bounced_at = asked_at where address_hash ="
                        + " (select email_hash from invitation)"));
    at(Duration.ofDays(90));
    assertThat(app.count("recipient")).as("asked an hour later").isEqualTo(2);
    at(Duration.ofDays(91));
    assertThat(app.count("recipient")).isEqualTo(1);
    assertThat(app.count("recipient where bounced_at is not null")).isEqualTo(1);
  }

  @Test
  void theServiceErasesByItself() {
    assertThat(app.count("scheduled_tasks where task_name = 'erasure'")).isEqualTo(1);
  }

  @Test
  void whatIsStillToBeSentIsTheSendersToEnd() {
    client.report(
        Map.of(
            "externalId", "a",
            "channel", "phone",
            "startedAt", NOW.toString(),
            "email", "a@example.org"));
    at(Duration.ofDays(60));
    assertThat(invitation()).containsEntry("state", "planned");

    parts.senders().forEach(sender -> sender.sendDue());
    at(Duration.ofDays(60));
    assertThat(invitation()).containsEntry("address", null).containsEntry("token_hash", null);
  }

  @Test
  void anAnswerThatComesByFileAfterTheContactWasErasedIsTakenAndUntiedToo() throws Exception {
    invited("a");
    at(Duration.ofDays(45));
    assertThat(row("contact")).containsEntry("answered", "no");
    assertThat(importAnswer()).isEqualTo(new Summary(1, 0, 0));
    at(Duration.ofDays(46));

    assertThat(row("contact")).containsEntry("answered", "wholly");
    assertThat(row("answer")).containsEntry("invitation_id", null);
    assertThat(importAnswer()).isEqualTo(new Summary(0, 1, 0));
    assertThat(app.count("answer")).isEqualTo(1);
  }

  private static Summary importAnswer() throws Exception {
    String line = "a,7,7,7,7,2025-05-15T10:00:00Z\n";
    Path file =
        Files.writeString(
            folder.resolve("answers.csv"),
            "externalId,overall,friendliness,clarity,timeliness,answeredAt\n" + line);
    return new FileImport(complaint -> {}, reached -> {})
        .run(file, parts.histories().answers("default"));
  }
}
