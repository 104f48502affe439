// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.rotterdam.survey.SurveyApp;
import nl.rotterdam.survey.SurveyClient;
import nl.rotterdam.survey.TestClock;
import nl.rotterdam.survey.database.TestDatabase;
import nl.rotterdam.survey.sms.TestCarrier.Death;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A survey by text message over a carrier that fails now and then. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class DialogueCarrierIT {
  private static final Instant NOON = Instant.parse("2025-01-15T11:00:00Z");
  private static final TestClock CLOCK = new TestClock(NOON);
  private static int weeks;

  private static final String PHONE = "+31612345678";

  @Parameter TestDatabase database;
  @TempDir static Path dataDir;

  private static TestCarrier carrier;
  private static SurveyApp app;
  private static SurveyClient client;

  @BeforeParameterizedClassInvocation
  static void start(TestDatabase database) throws Exception {
    carrier = new TestCarrier(0);
    Map<String, String> settings = new HashMap<>();
    settings.put("sms.host", "localhost");
    settings.put("sms.port", String.valueOf(carrier.port()));
    settings.put("sms.bind", "transceiver");
    settings.put("sms.systemId", "peil");
    settings.put("sms.sender", "3669");
    for (int i = 0; i < 4; i++) {
      settings.put("sms.rebindAfter[" + i + "]", "PT0.05S");
    }
    settings.put("sms.responseTimeout", "PT0.5S");
    settings.put("sms.enquireInterval", "PT0.2S");
    settings.put("sending.pause", "PT10M");
    settings.put("asking.notAgainWithin", "P0D");
    settings.put("asking.quietHours", "20:00-09:00");
    settings.put("asking.channels.phone.delay", "PT0S");
    settings.put("asking.channels.phone.sms", "dialogue");
    app = SurveyApp.start(database.fresh(), dataDir, CLOCK, settings);
    client = new SurveyClient(app.url());
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    app.close();
    carrier.close();
  }

  @BeforeEach
  void clear() {
    // later each time: a sender that pauses does so by this clock
    CLOCK.set(NOON.plus(Duration.ofDays(7L * weeks++)));
    app.clear();
    carrier.dieOnSubmit(false);
    carrier.answerSubmit(SMPPConstant.STAT_ESME_ROK);
    carrier.answerSubmitAfter(Duration.ZERO);
    carrier.received().clear();
  }

  /** Each answer comes twice, as from a carrier that was not told of the first. */
  @ParameterizedTest
  @CsvSource({
    "nl, ja, Vraag 1, acht, Vraag 2, 3, Vraag 3, tien, Vraag 4, 8, Wat kunnen wij, nee, Dank u",
    "en, yes, Question 1, eight, Question 2, 3, Question 3, ten, Question 4, 8, What could we, no, Thank"
  })
  void wholeSurveyOverOneSession(ArgumentsAccessor script) throws Exception {
    report(script.getString(0));
    await(script.getString(0).equals("nl") ? "Gemeente Rotterdam: u" : "City of Rotterdam: you");
    for (int i = 1; i < script.size(); i += 2) {
      say(script.getString(i));
      bring(script.getString(i));
      await(script.getString(i + 1));
      bring(script.getString(i));
    }
    String answer = "overall = 8 and friendliness = 3 and clarity = 10 and timeliness = 8";
    assertThat(app.count("answer where comment is null and " + answer)).isEqualTo(1);
    assertThat(carrier.received()).as("one message a step").hasSize(7);
    assertThat(carrier.session().getSessionState().isTransmittable()).isTrue();
  }

  @Test
  void residentWhoIsFasterThanTheCarrierIsHeard() throws Exception {
    carrier.answerSubmitAfter(Duration.ofMillis(100));
    report("nl");
    await("Gemeente Rotterdam: u had contact");
    say("ja");
    await("Vraag 1");
  }

  @Test
  void carrierThatDiesInTheMiddleLosesNothingAndMixesNothingUp() throws Exception {
    report("nl");
    await("Gemeente Rotterdam: u had contact");
    say("ja");
    await("Vraag 1");
    carrier.dieOnSubmit(true);
    say("8");
    await("Vraag 2");

    // the resident has the question, and the service does not know
    awaitRow("texter where reply = 'friendliness' and " + notBefore(Duration.ofMinutes(10)));
    say("8");
    assertThat(app.count("dialogue where overall = 8 and friendliness is null"))
        .as("perhaps the carrier's repeat")
        .isEqualTo(1);
    say("9");
    carrier.dieOnSubmit(false);
    CLOCK.advance(Duration.ofMinutes(10));
    await("Vraag 3");
    say("stop");
    await("U krijgt geen");
    assertThat(app.count("answer where overall = 8 and friendliness = 9 and clarity is null"))
        .isEqualTo(1);
  }

  /** At every step it dies once, and each time the resident notices nothing of it. */
  @ParameterizedTest
  @EnumSource(Death.class)
  void carrierThatDiesAfterEachKindOfPacketLosesNothing(Death death) throws Exception {
    String[] script = {
      "ja",
      "Vraag 1",
      "8",
      "Vraag 2",
      "3",
      "Vraag 3",
      "10",
      "Vraag 4",
      "8",
      "Wat kunnen wij",
      "nee",
      "Dank u"
    };
    report("nl");
    await("Gemeente Rotterdam: u");
    for (int i = 0; i < script.length; i += 2) {
      goOn();
      carrier.dieOnce(death);
      say(script[i]);
      awaitDespitePause(script[i + 1]);
    }
    goOn();
    awaitRow("texter where reply is null");
    assertThat(carrier.isDoomed()).as("died at the last step, too").isFalse();
    assertThat(carrier.binds().size()).as("bound anew each time").isGreaterThan(6);
    String answer = "overall = 8 and friendliness = 3 and clarity = 10 and timeliness = 8";
    assertThat(app.count("answer where comment is null and " + answer)).isEqualTo(1);
    assertThat(app.count("invitation where state = 'sent'")).isEqualTo(1);
    assertThat(Set.copyOf(texts())).hasSize(7);
    int sent = texts().size();
    switch (death) {
      case BEFORE_ANSWER_TO_SUBMIT -> assertThat(sent).as("each reply twice").isEqualTo(13);
      case AFTER_ANSWER_TO_SUBMIT ->
          assertThat(sent).as("what the carrier answered for is not sent again").isEqualTo(7);
      default ->
          // a reply may be on its way just then, and nobody knows whether it was taken
          assertThat(sent).as("one more for each death at most").isBetween(7, 13);
    }
  }

  /** Until the carrier is dead and bound anew; what it left open is then sent. */
  private static void goOn() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (carrier.isDoomed()
        || app.count("texter where reply is not null") > 0
        || app.count("invitation where state = 'planned'") > 0) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      CLOCK.advance(Duration.ofMinutes(10));
      Thread.sleep(50);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL})
  void invitationWaitsForACarrierThatIsBusyAndGoesOutOnce(int status) throws Exception {
    carrier.answerSubmit(status);
    report("nl");
    awaitRow(
        "invitation where state = 'planned' and attempts = 0 and "
            + notBefore(Duration.ofMinutes(10)));
    assertThat(carrier.received()).isEmpty();

    carrier.answerSubmit(SMPPConstant.STAT_ESME_ROK);
    CLOCK.advance(Duration.ofMinutes(10));
    await("Gemeente Rotterdam: u");
    awaitRow("invitation where state = 'sent' and attempts = 1");
    assertThat(carrier.received()).hasSize(1);
  }

  @Test
  void healthTellsWhetherTheSessionStands() throws Exception {
    awaitHealth(true);
    carrier.answerBind(SMPPConstant.STAT_ESME_RBINDFAIL);
    carrier.hangUp();
    awaitHealth(false);
    carrier.answerBind(SMPPConstant.STAT_ESME_ROK);
    awaitHealth(true);
  }

  private static void awaitHealth(boolean healthy) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (app.isHealthy("smpp") != healthy) {
      assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  @Test
  void repliesAskForNoReceipt() throws Exception {
    report("nl");
    await("Gemeente Rotterdam: u");
    say("ja");
    await("Vraag 1");
    assertThat(carrier.received())
        .extracting(SubmitSm::getRegisteredDelivery)
        .containsExactly((byte) 1, (byte) 0);
  }

  @Test
  void carrierThatIsBusyIsTriedAgain() throws Exception {
    carrier.answerSubmit(SMPPConstant.STAT_ESME_RMSGQFUL);
    say("stop");
    awaitRow("texter where reply = 'stopped' and " + notBefore(Duration.ofMinutes(10)));
    carrier.answerSubmit(SMPPConstant.STAT_ESME_ROK);
    CLOCK.advance(Duration.ofMinutes(10));
    await("U krijgt geen");
    awaitRow("texter where reply is null and address is null");
  }

  @Test
  void numberThatCannotBeWrittenToIsLeftAlone() throws Exception {
    carrier.answerSubmit(SMPPConstant.STAT_ESME_RINVDSTADR);
    say("stop");
    awaitRow("texter where reply is null and replied_at is null");
    assertThat(app.count("recipient where opted_out_at is not null")).isEqualTo(1);
  }

  @Test
  void replyGoesOutAtNightUnlessItHasWaitedTooLong() throws Exception {
    CLOCK.advance(Duration.ofHours(12));
    say("stop");
    await("U krijgt geen");
    carrier.answerSubmit(SMPPConstant.STAT_ESME_RMSGQFUL);
    say("start");
    awaitRow("texter where reply = 'started' and " + notBefore(Duration.ofMinutes(10)));
    carrier.answerSubmit(SMPPConstant.STAT_ESME_ROK);
    CLOCK.advance(Duration.ofHours(2));
    awaitRow("texter where " + notBefore(Duration.ofHours(1)));
    assertThat(carrier.received()).hasSize(1);
    CLOCK.advance(Duration.ofHours(8));
    await("U kunt weer");
  }

  /** A resident sends this. */
  private static void say(String text) throws InterruptedException {
    CLOCK.advance(Duration.ofSeconds(20));
    bring(text);
  }

  /** The carrier brings it until it is told that it was taken. */
  private static void bring(String text) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!isTaken(text)) {
      assertThat(System.nanoTime()).as("patience for " + text).isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  private static boolean isTaken(String text) {
    try {
      return carrier.session() != null && carrier.deliverText(PHONE.substring(1), text) == 0;
    } catch (Exception e) {
      // the session was lost before the answer came
      return false;
    }
  }

  private static void report(String language) {
    client.report(
        Map.of(
            "externalId",
            "c" + CLOCK.instant(),
            "channel",
            "phone",
            "startedAt",
            CLOCK.instant().toString(),
            "phone",
            PHONE,
            "language",
            language));
  }

  /** It is not to be sent for so long; a claim is shorter. */
  private static String notBefore(Duration wait) {
    return "next_attempt_at >= timestamp with time zone '" + CLOCK.instant().plus(wait) + "'";
  }

  /** Until the last message that the carrier got begins so. */
  private static void await(String beginning) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!last().startsWith(beginning)) {
      assertThat(System.nanoTime())
          .as("patience for %s after %s", beginning, last())
          .isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  /** The same where the carrier may have died just when the reply was handed to it. */
  private static void awaitDespitePause(String beginning) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!last().startsWith(beginning)) {
      assertThat(System.nanoTime())
          .as("patience for %s after %s", beginning, last())
          .isLessThan(deadline);
      if (app.count("texter where " + notBefore(Duration.ofMinutes(10))) > 0) {
        CLOCK.advance(Duration.ofMinutes(10));
      }
      Thread.sleep(20);
    }
  }

  private static String last() {
    List<SubmitSm> received = carrier.received();
    return received.isEmpty()
        ? ""
        : new String(
            received.get(received.size() - 1).getShortMessage(), StandardCharsets.US_ASCII);
  }

  private static List<String> texts() {
    return carrier.received().stream()
        .map(message -> new String(message.getShortMessage(), StandardCharsets.US_ASCII))
        .toList();
  }

  private static void awaitRow(String rows) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (app.count(rows) == 0) {
      assertThat(System.nanoTime()).as("patience for " + rows).isLessThan(deadline);
      Thread.sleep(20);
    }
  }
}
