// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import nl.rotterdam.survey.delivery.DeliveryReceipt.Outcome;
import nl.rotterdam.survey.sms.TestCarrier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What carriers tell of messages: twice, late and in any order. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ReceiptsIT {
  private static final Instant NOW = Instant.parse("2025-05-14T10:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOW);
  private static final DeliveryReceipt DELIVERED =
      new DeliveryReceipt(Outcome.DELIVERED, "smpp_DELIVRD");
  private static final DeliveryReceipt FAILED = new DeliveryReceipt(Outcome.FAILED, "smpp_UNDELIV");
  private static final DeliveryReceipt NOBODY = new DeliveryReceipt(Outcome.NOBODY_THERE, "nobody");

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static TestCarrier carrier;
  private static SurveyApp app;
  private static SurveyClient client;
  private static ChangedMonths changed;
  private static Receipts receipts;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) throws Exception {
    carrier = new TestCarrier(0);
    // the service's own senders stay out of the way
    app =
        SurveyApp.start(
            database.fresh(),
            dataDir,
            CLOCK,
            Map.of(
                "sending.poll", "PT1H",
                "sms.host", "localhost",
                "sms.port", String.valueOf(carrier.port()),
                "sms.systemId", "peil",
                "sms.sender", "Rotterdam",
                "sms.bind", "transceiver"));
    client = new SurveyClient(app.url());
    changed = new ChangedMonths(app.jdbi(), CLOCK, ZoneId.of("Europe/Amsterdam"));
    receipts = new Receipts(app.jdbi(), changed, CLOCK, new MetricRegistry());
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    app.close();
    carrier.close();
  }

  @BeforeEach
  void clear() {
    CLOCK.set(NOW);
    app.clear();
  }

  private static String report(String id, String field, String address) {
    return client
        .report(
            Map.of(
                "externalId",
                id,
                "channel",
                "phone",
                "startedAt",
                CLOCK.instant().toString(),
                field,
                address))
        .json()
        .get("reason")
        .asText();
  }

  private static void send(Medium medium, String reference) {
    InvitationSender sender =
        new InvitationSender(
            medium,
            (invitation, contact, address) -> Optional.of(reference),
            app.jdbi(),
            changed,
            CLOCK,
            AskingFixtures.times(AskingFixtures.settings("off", 1)),
            new AddressCipher(Base64.getDecoder().decode(SurveyApp.KEY)),
            new SendingSettings(Duration.ofSeconds(1), Duration.ofSeconds(30), List.of()),
            new MetricRegistry());
    assertThat(sender.sendDue()).isEqualTo(1);
  }

  /** The invitation of a resident that was sent as "ref". */
  private static UUID sent() {
    assertThat(report("a", "phone", "0612345678")).isEqualTo("asked");
    CLOCK.advance(Duration.ofHours(1));
    send(Medium.SMS, "ref");
    return id();
  }

  private static UUID id() {
    return app.jdbi()
        .withHandle(
            handle -> handle.createQuery("select id from invitation").mapTo(UUID.class).one());
  }

  private static void assertState(String state) {
    assertThat(app.count("invitation where state = '" + state + "'")).as(state).isOne();
  }

  @Test
  void failedMessageFailsItsInvitation() {
    sent();

    assertThat(receipts.take("ref", FAILED)).isTrue();
    assertThat(receipts.take("ref", FAILED)).as("twice").isTrue();
    assertThat(app.count("invitation where failure = 'smpp_UNDELIV' and address is null")).isOne();
    assertState("returned");
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void receiptsComeOverTheSession() throws Exception {
    report("a", "phone", "0612345678");
    CLOCK.advance(Duration.ofHours(1));
    app.sendDue();
    String reference = String.valueOf(carrier.received().size());

    assertThat(carrier.deliverReceipt("999", "UNDELIV")).as("not known yet").isEqualTo(0x64);
    assertThat(carrier.deliverReceipt(reference, "UNDELIV")).isZero();
    assertState("returned");
    assertThat(carrier.deliverReceipt(reference, "DELIVRD")).isZero();
    assertState("sent");
  }

  @Test
  void numberWithNobodyAtItIsNotAskedAgain() {
    UUID invitation = sent();

    assertThat(receipts.take(invitation, NOBODY)).isTrue();
    assertState("returned");
    CLOCK.advance(Duration.ofDays(100));
    assertThat(report("b", "phone", "0612345678")).isEqualTo("bounced");
  }

  @Test
  void deliveredIsFinal() {
    sent();

    receipts.take("ref", DELIVERED);
    assertThat(receipts.take("ref", FAILED)).isTrue();
    assertThat(receipts.take("ref", NOBODY)).isTrue();
    assertState("sent");
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void deliveredIsBelievedAfterAFailure() {
    sent();

    receipts.take("ref", FAILED);
    assertThat(receipts.take("ref", DELIVERED)).isTrue();
    assertState("sent");
    assertThat(app.count("invitation where failure is null and delivered")).isOne();
    receipts.take("ref", FAILED);
    assertState("sent");
  }

  @Test
  void answeredInvitationIsNotChanged() {
    UUID invitation = sent();
    CLOCK.advance(Duration.ofMinutes(1)); // sooner it would be a scanner's
    String token =
        new Links(app.url(), Base64.getDecoder().decode(SurveyApp.KEY)).token(invitation).value();
    client.post("/s/" + token, Map.of("overall", "8"));

    assertThat(receipts.take("ref", NOBODY)).isTrue();
    assertThat(app.count("invitation where state = 'sent' and answered_at is not null")).isOne();
    assertThat(app.count("recipient where bounced_at is not null")).isZero();
  }

  @Test
  void whatIsNotOursIsSaidToBe() {
    sent();

    assertThat(receipts.take("another", FAILED)).isFalse();
    assertThat(receipts.take(UUID.randomUUID(), FAILED)).isFalse();
    assertState("sent");
  }

  @Test
  void referenceThatIsUsedAgainIsTheLastMessages() {
    sent();
    assertThat(report("b", "phone", "0687654321")).isEqualTo("asked");
    CLOCK.advance(Duration.ofHours(1));
    send(Medium.SMS, "ref");

    receipts.take("ref", FAILED);
    assertThat(app.count("invitation where state = 'returned' and carrier_reference = 'ref'"))
        .isOne();
    assertThat(app.count("invitation where state = 'sent' and carrier_reference is null")).isOne();
  }

  @Test
  void reminderThatFailsLeavesTheInvitationSent() {
    report("a", "email", "jan@example.org");
    CLOCK.advance(Duration.ofHours(1));
    send(Medium.EMAIL, "ref");
    CLOCK.advance(Duration.ofDays(6));
    send(Medium.EMAIL, "reminder");

    assertThat(receipts.take("ref", FAILED)).as("the reminder's now").isFalse();
    assertThat(receipts.take("reminder", NOBODY)).isTrue();
    assertState("sent");
    assertThat(app.count("recipient where bounced_at is not null")).isOne();
  }
}
