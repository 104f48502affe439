// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.notify.NotifyServer.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole service with NotifyNL as the carrier of mails and text messages. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NotifyIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final String TOKEN = "token-of-the-receipts-of-notifynl";

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static NotifyServer notify;
  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) throws Exception {
    notify = new NotifyServer();
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "notify.url",
                notify.url(),
                "notify.apiKey",
                NotifyServer.API_KEY,
                "notify.mailTemplate",
                NotifyServer.MAIL_TEMPLATE,
                "notify.smsTemplate",
                NotifyServer.SMS_TEMPLATE,
                "notify.receiptToken",
                TOKEN,
                // the test sends, so that nothing goes at another moment
                "sending.poll",
                "PT1H"));
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    app.close();
    notify.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
    notify.clear();
  }

  private static String report(String email, String phone) {
    Map<String, String> contact = new HashMap<>();
    contact.put("externalId", CLOCK.instant() + email + phone);
    contact.put("channel", "phone");
    contact.put("startedAt", CLOCK.instant().toString());
    contact.put("email", email);
    contact.put("phone", phone);
    return client.report(contact).json().get("reason").asText();
  }

  private static Message sentTo(String email, String phone) {
    assertThat(report(email, phone)).isEqualTo("asked");
    CLOCK.advance(Duration.ofHours(1));
    app.sendDue();
    assertThat(app.count("invitation where state = 'sent'")).isOne();
    return notify.messages().get(notify.messages().size() - 1);
  }

  private static SurveyClient.Response tell(String authorization, String body) {
    return client.send(
        HttpRequest.newBuilder(app.url().resolve("/v1/notify/receipts"))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body)));
  }

  /** As NotifyNL tells it. */
  private static boolean tell(String reference, String to, String status) {
    SurveyClient.Response response =
        tell(
            "Bearer " + TOKEN,
            """
            {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "%s", "to": "%s",
             "status": "%s", "created_at": "2017-05-14T12:15:30.000000Z",
             "completed_at": "2017-05-14T12:15:30.000000Z",
             "sent_at": "2017-05-14T12:15:30.000000Z", "notification_type": "email",
             "template_id": "f33517ff-2a88-4f6e-b855-c550268ce08a", "template_version": 1}
            """
                .formatted(reference, to, status));
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    return response.json().get("taken").asBoolean();
  }

  @Test
  void mailsAndTextMessagesAndTheReminderGoByNotify() {
    Message mail = sentTo("jan@example.org", "");
    assertThat(mail.kind()).isEqualTo("email");
    assertThat(mail.placeholder("subject")).isEqualTo("Hoe tevreden bent u over ons contact?");
    assertThat(mail.placeholder("body")).contains("\n" + app.url() + "/s/", "Beste inwoner");
    CLOCK.advance(Duration.ofDays(6));
    app.sendDue();
    assertThat(notify.messages()).hasSize(2);
    assertThat(notify.messages().get(1).placeholder("subject")).startsWith("Herinnering");

    app.clear();
    Message text = sentTo("", "0612345678");
    assertThat(text.kind()).isEqualTo("sms");
    assertThat(text.request().get("phone_number").asText()).isEqualTo("+31612345678");
    assertThat(text.placeholder("body")).contains(app.url() + "/s/");
  }

  @Test
  void messageThatWasTakenWithoutAnAnswerIsSentOnce() {
    assertThat(report("jan@example.org", "")).isEqualTo("asked");
    CLOCK.advance(Duration.ofHours(1));
    notify.loseNextAnswer();
    app.sendDue();
    assertThat(app.count("invitation where state = 'planned' and attempts = 0")).isOne();

    CLOCK.advance(Duration.ofMinutes(1));
    app.sendDue();
    assertThat(app.count("invitation where state = 'sent'")).isOne();
    assertThat(notify.messages()).hasSize(1);
  }

  @Test
  void messageThatWasTakenBeforeACrashIsSentOnce() {
    Message mail = sentTo("jan@example.org", "");
    // as the database is after a crash between NotifyNL's answer and our commit
    app.jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update invitation set state = 'planned', attempts = 0, invited_at = null,"
                        + " next_attempt_at = ?",
                    CLOCK.instant().atOffset(ZoneOffset.UTC)));
    notify.status("permanent-failure");
    assertThat(tell(mail.reference(), "jan@example.org", "permanent-failure")).isTrue();
    app.sendDue();

    assertThat(notify.posts()).isEqualTo(1);
    assertThat(
            app.count(
                "invitation where state = 'returned' and failure = 'notify_permanent_failure'"))
        .isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isOne();
  }

  @Test
  void messageThatIsRefusedForNowWaitsAndOneWithABadAddressHasFailed() {
    report("jan@example.org", "");
    CLOCK.advance(Duration.ofHours(1));
    notify.refuseNext(429, "RateLimitError", "Exceeded rate limit");
    app.sendDue();
    assertThat(app.count("invitation where state = 'planned' and attempts = 0")).isOne();
    CLOCK.advance(Duration.ofMinutes(1));
    notify.refuseNext(400, "ValidationError", "email_address Not a valid email address");
    app.sendDue();

    assertThat(app.count("invitation where failure = 'notify_invalid_address'")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isOne();
  }

  @Test
  void numberAtWhichNobodyIsIsNotAskedAgainAndTheMailAddressIs() {
    Message text = sentTo("", "0612345678");
    assertThat(tell(text.reference(), "+31612345678", "permanent-failure")).isTrue();
    assertThat(tell(text.reference(), "+31612345678", "permanent-failure")).isTrue();

    assertThat(
            app.count(
                "invitation where state = 'returned' and failure = 'notify_permanent_failure'"))
        .isOne();
    CLOCK.advance(Duration.ofDays(100));
    assertThat(report("", "06-12345678")).isEqualTo("bounced");
    assertThat(report("jan@example.org", "06-12345678")).isEqualTo("asked");
  }

  @Test
  void messageThatFailedForAnotherReasonLeavesTheAddressAlone() {
    Message mail = sentTo("jan@example.org", "");
    assertThat(tell(mail.reference(), "jan@example.org", "temporary-failure")).isTrue();

    assertThat(
            app.count(
                "invitation where state = 'returned' and failure = 'notify_temporary_failure'"))
        .isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void whatArrivedHasArrivedWhateverIsToldLater() {
    Message mail = sentTo("jan@example.org", "");
    for (String status : new String[] {"delivered", "permanent-failure", "delivered"}) {
      assertThat(tell(mail.reference(), "jan@example.org", status)).isTrue();
    }

    assertThat(app.count("invitation where state = 'sent' and delivered")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void whatArrivedAfterAllIsSentAgainAndCountedAgain() {
    Message mail = sentTo("jan@example.org", "");
    assertThat(tell(mail.reference(), "jan@example.org", "temporary-failure")).isTrue();
    assertThat(app.count("invitation where state = 'returned'")).isOne();
    CLOCK.advance(Duration.ofDays(70)); // until then the month is counted each time
    assertThat(tell(mail.reference(), "jan@example.org", "delivered")).isTrue();

    assertThat(app.count("invitation where state = 'sent' and failure is null")).isOne();
    assertThat(app.count("changed_month")).isOne();
  }

  @Test
  void reminderThatFailsLeavesTheInvitationSent() {
    sentTo("jan@example.org", "");
    CLOCK.advance(Duration.ofDays(6));
    app.sendDue();
    Message reminder = notify.messages().get(1);
    assertThat(tell(reminder.reference(), "jan@example.org", "permanent-failure")).isTrue();

    assertThat(app.count("invitation where state = 'sent'")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isOne();
  }

  @Test
  void whatIsNotOursChangesNothing() {
    Message mail = sentTo("jan@example.org", "");
    String forged = mail.reference().substring(0, 52) + "00000";

    for (String reference : new String[] {"", "12345678", TOKEN, forged}) {
      assertThat(tell(reference, "jan@example.org", "permanent-failure")).isFalse();
    }
    assertThat(tell("0190a5e0-0000-7000-8000-000000000001", "x", "delivered")).isFalse();
    assertThat(app.count("invitation where state = 'sent'")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void onlyNotifyIsLetInAndOnlyWithAWholeReceipt() {
    String body = "{\"reference\": null, \"status\": \"delivered\"}";
    assertThat(tell("Bearer " + TOKEN, body).status()).isEqualTo(200);
    assertThat(tell("Bearer " + TOKEN + "x", body).status()).isEqualTo(401);
    assertThat(tell(TOKEN, "no JSON").status()).isEqualTo(401);

    for (String bad :
        new String[] {"", "no JSON", "[]", "{}", "{\"reference\": \"x\", \"status\": \"lost\"}"}) {
      SurveyClient.Response response = tell("Bearer " + TOKEN, bad);
      assertThat(response.status()).as(bad).isEqualTo(400);
      assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }
}
