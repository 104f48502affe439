// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.mail.Attachment;
import nl.rotterdam.survey.mail.Mail;
import nl.rotterdam.survey.sms.Sms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Mails and text messages handed to NotifyNL: each once, whatever becomes of a connection. */
class NotifyCarriersTest {
  private static final UUID ID = UUID.fromString("0190a5e0-0000-7000-8000-000000000001");

  private NotifyServer server;
  private NotifyMailer mailer;
  private NotifySmsCarrier carrier;

  @BeforeEach
  void start() throws Exception {
    server = new NotifyServer();
    mailer = new NotifyMailer(account(NotifyServer.API_KEY), NotifyServer.MAIL_TEMPLATE);
    carrier = new NotifySmsCarrier(account(NotifyServer.API_KEY), NotifyServer.SMS_TEMPLATE);
  }

  private NotifyAccount account(String key) {
    return new NotifyAccount(
        new NotifySettings(
            server.url(),
            key,
            NotifyServer.MAIL_TEMPLATE,
            NotifyServer.SMS_TEMPLATE,
            "",
            Duration.ofSeconds(2),
            Duration.ofSeconds(1)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Mail aMail() {
    return aMail(List.of());
  }

  private static Mail aMail(List<Attachment> attachments) {
    return new Mail(
        ID,
        "jan@example.org",
        "Hoe tevreden bent u?",
        "Beste inwoner,\n\nVragen beantwoorden:\nhttps://x.example/s/geheim\n",
        "<p>Beste inwoner</p>",
        Optional.of(URI.create("https://x.example/u/geheim")),
        "nl",
        attachments);
  }

  private static Sms anSms() {
    return new Sms(ID, "+31612345678", "Wilt u 4 vragen beantwoorden? https://x.example/s/geheim");
  }

  private DeliveryException refusal() {
    return catchThrowableOfType(DeliveryException.class, () -> mailer.send(aMail()));
  }

  @Test
  void mailFillsTheTemplateAndBringsTheWayToUnsubscribe() throws Exception {
    mailer.send(aMail());

    NotifyServer.Message sent = server.messages().get(0);
    assertThat(sent.kind()).isEqualTo("email");
    assertThat(sent.reference()).isEqualTo(ID.toString());
    assertThat(sent.request().get("template_id").asText()).isEqualTo(NotifyServer.MAIL_TEMPLATE);
    assertThat(sent.request().get("email_address").asText()).isEqualTo("jan@example.org");
    assertThat(sent.placeholder("subject")).isEqualTo("Hoe tevreden bent u?");
    assertThat(sent.placeholder("body")).contains("\nhttps://x.example/s/geheim\n");
    assertThat(sent.request().get("one_click_unsubscribe_url").asText())
        .isEqualTo("https://x.example/u/geheim");
  }

  @Test
  void textMessageFillsTheTemplate() throws Exception {
    carrier.send(anSms());

    NotifyServer.Message sent = server.messages().get(0);
    assertThat(sent.kind()).isEqualTo("sms");
    assertThat(sent.reference()).isEqualTo(ID.toString());
    assertThat(sent.request().get("template_id").asText()).isEqualTo(NotifyServer.SMS_TEMPLATE);
    assertThat(sent.request().get("phone_number").asText()).isEqualTo("+31612345678");
    assertThat(sent.placeholder("body")).isEqualTo(anSms().text());
  }

  @Test
  void messageThatWasTakenIsNotSentAgainWhenTheAnswerIsLost() throws Exception {
    server.loseNextAnswer();

    assertThatThrownBy(() -> carrier.send(anSms()))
        .isInstanceOf(DeliveryException.class)
        .hasMessage("UNAVAILABLE notify_connection_lost");
    assertThat(server.posts()).as("posted by itself a second time").isEqualTo(1);
    carrier.send(anSms());
    assertThat(server.posts()).isEqualTo(1);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void messageThatWasTakenIsNotSentAgainWhenTheAnswerIsLateOrUnreadable() throws Exception {
    server.delayNextAnswer();
    assertThat(refusal()).hasMessage("UNAVAILABLE notify_timeout");
    mailer.send(aMail());
    assertThat(server.posts()).isEqualTo(1);

    server.garbleNextAnswer();
    assertThatThrownBy(() -> mailer.send(aMail().knownBy("other", Optional.empty())))
        .hasMessage("UNAVAILABLE notify_answer_not_understood")
        .hasNoCause();
    mailer.send(aMail().knownBy("other", Optional.empty()));
    assertThat(server.messages()).hasSize(2);
  }

  @Test
  void messageThatWasNotTakenIsSentAgain() throws Exception {
    server.loseNextMessage();

    assertThat(refusal()).hasMessage("UNAVAILABLE notify_connection_lost");
    mailer.send(aMail());
    assertThat(server.posts()).isEqualTo(2);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void reminderIsAMessageOfItsOwn() throws Exception {
    mailer.send(aMail());
    mailer.send(aMail().knownBy(ID + "-r", Optional.of(ID.toString())));

    assertThat(server.messages()).hasSize(2);
  }

  @Test
  void nothingIsSentWhereTheLookupFails() {
    server.refuseNextLookup(500, "InternalServerError", "Internal server error");

    assertThat(refusal()).hasMessage("UNAVAILABLE notify_500");
    assertThat(server.posts()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "permanent-failure, notify_permanent_failure, true",
    "temporary-failure, notify_temporary_failure, false",
    "technical-failure, notify_technical_failure, false"
  })
  void messageThatWasTakenAndFailedSinceHasFailed(String status, String reason, boolean dead)
      throws Exception {
    mailer.send(aMail());
    server.status(status);

    DeliveryException failure = refusal();
    assertThat(failure).hasMessage("PERMANENT " + reason);
    assertThat(failure.addressDead()).isEqualTo(dead);
    assertThat(server.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "sending", "delivered"})
  void messageThatWasTakenIsSent(String status) throws Exception {
    mailer.send(aMail());
    server.status(status);
    mailer.send(aMail());

    assertThat(server.posts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | ValidationError | email_address Not a valid email address | PERMANENT notify_invalid_address
          400 | ValidationError | phone_number Not enough digits | PERMANENT notify_invalid_address
          400 | BadRequestError | Cannot send to international mobile numbers | PERMANENT notify_number_not_served
          400 | BadRequestError | Can’t send to this recipient using a team-only API key | UNAVAILABLE notify_key_for_team_only
          400 | BadRequestError | Can’t send to this recipient when service is in trial mode | UNAVAILABLE notify_trial_mode
          400 | BadRequestError | Template not found | UNAVAILABLE notify_template_refused
          400 | BadRequestError | Missing personalisation: name | UNAVAILABLE notify_template_has_other_placeholders
          403 | AuthError | Invalid token: API key not found | UNAVAILABLE notify_key_refused
          403 | AuthError | Error: Your system clock must be accurate to within 30 seconds | UNAVAILABLE notify_clock_differs
          429 | RateLimitError | Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds | UNAVAILABLE notify_rate_limit
          429 | TooManyRequestsError | Exceeded send limits (50) for today | UNAVAILABLE notify_daily_limit
          500 | Exception | Internal server error | UNAVAILABLE notify_500
          503 | Exception | | UNAVAILABLE notify_503
          """)
  void refusalIsOfThisMessageOrOfAll(int status, String error, String said, String expected) {
    server.refuseNext(status, error, said);

    DeliveryException failure = refusal();
    assertThat(failure).hasMessage(expected).hasNoCause();
    assertThat(failure.addressDead()).isEqualTo(expected.endsWith("invalid_address"));
    assertThat(failure.kind() == Kind.UNAVAILABLE).isEqualTo(!expected.startsWith("PERMANENT"));
  }

  @Test
  void wrongKeyIsRefusedAtTheLookup() {
    NotifyMailer stranger =
        new NotifyMailer(
            account("x-" + NotifyServer.SMS_TEMPLATE + "-" + NotifyServer.SMS_TEMPLATE),
            NotifyServer.MAIL_TEMPLATE);

    assertThatThrownBy(() -> stranger.send(aMail())).hasMessage("UNAVAILABLE notify_key_refused");
    assertThat(server.posts()).isZero();
  }

  @Test
  void serverOutOfReachIsUnavailable() {
    server.close();

    assertThat(refusal()).hasMessage("UNAVAILABLE notify_connection_refused");
  }

  @Test
  void attachmentsAreNotLostInSilence() {
    Mail report = aMail(List.of(new Attachment("report.pdf", "application/pdf", new byte[1])));

    assertThatThrownBy(() -> mailer.send(report)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noLogHoldsTheAddress() throws Exception {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      server.refuseNext(400, "ValidationError", "email_address jan@example.org is not valid");
      assertThat(refusal().toString()).doesNotContain("jan@");
      server.loseNextAnswer();
      assertThat(refusal()).hasStackTraceContaining("notify_connection_lost");
      mailer.send(aMail());
    } finally {
      root.detachAppender(log);
    }

    assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("jan@"));
  }
}
