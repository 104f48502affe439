// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import static nl.rotterdam.survey.sms.SmsFixtures.carrier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.cloudhopper.commons.charset.GSMCharset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Against a real SMPP server session in the same process. */
class SmppCarrierTest {
  private static final Sms HELLO = aSms("Één vraag (€ 0): https://peilschaal.example/s/a_b@c");

  private TestCarrier carrier;
  private SmppCarrier client;

  @BeforeEach
  void setUp() throws IOException {
    carrier = new TestCarrier(0);
    client = new SmppCarrier(carrier(carrier.port(), ""));
  }

  @AfterEach
  void tearDown() throws IOException {
    client.close();
    carrier.close();
  }

  @Test
  void textArrivesAsItIs() throws Exception {
    client.send(HELLO);

    SubmitSm message = carrier.received().get(0);
    assertThat(new GSMCharset().decode(message.getShortMessage())).isEqualTo(HELLO.text());
    assertThat(message.getDataCoding()).isZero();
    assertThat(message.getSourceAddr()).isEqualTo("Rotterdam");
    assertThat(message.getSourceAddrTon()).isEqualTo(TypeOfNumber.ALPHANUMERIC.value());
    assertThat(message.getDestAddress()).isEqualTo("31612345678");
    assertThat(message.getDestAddrTon()).isEqualTo(TypeOfNumber.INTERNATIONAL.value());
    assertThat(message.getDestAddrNpi()).isEqualTo(NumberingPlanIndicator.ISDN.value());
    assertThat(message.getRegisteredDelivery()).isZero();
  }

  @Test
  void fullMessageArrivesInOnePiece() throws Exception {
    client.send(aSms("€".repeat(80)));

    assertThat(carrier.received()).hasSize(1);
    assertThat(carrier.received().get(0).getShortMessage()).hasSize(160);
  }

  @Test
  void manyMessagesTakeOneSession() throws Exception {
    for (int i = 0; i < 200; i++) {
      client.send(HELLO);
    }

    assertThat(carrier.received()).hasSize(200);
    assertThat(carrier.binds())
        .singleElement()
        .satisfies(
            bind -> {
              assertThat(bind.getBindType()).isEqualTo(BindType.BIND_TX);
              assertThat(bind.getSystemId()).isEqualTo("peil");
              assertThat(bind.getPassword()).isEqualTo("geheim");
            });
  }

  @Test
  void textThatDoesNotFitIsNotSent() {
    DeliveryException e = failure(aSms("Beste inwoner, België"));

    assertThat(e).hasMessage("PERMANENT sms_text_does_not_fit");
    assertThat(carrier.binds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0x0B,  PERMANENT,   smpp_0x0000000b",
    "0x01,  PERMANENT,   smpp_0x00000001",
    "0x65,  PERMANENT,   smpp_0x00000065",
    "0x58,  UNAVAILABLE, smpp_0x00000058",
    "0x14,  UNAVAILABLE, smpp_0x00000014",
    "0x0A,  UNAVAILABLE, smpp_0x0000000a",
    "0x08,  TRANSIENT,   smpp_0x00000008",
    "0x45,  TRANSIENT,   smpp_0x00000045",
    "0x64,  TRANSIENT,   smpp_0x00000064",
    "0xFF,  TRANSIENT,   smpp_0x000000ff",
    "0x40B, TRANSIENT,   smpp_0x0000040b",
  })
  void refusalSaysWhomItConcernsAndLeavesTheSession(String status, Kind kind, String reason)
      throws Exception {
    carrier.answerSubmit(Integer.decode(status));
    DeliveryException e = failure(HELLO);
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e).hasNoCause();

    carrier.answerSubmit(0);
    client.send(HELLO);
    assertThat(carrier.binds()).hasSize(1);
  }

  @Test
  void wrongAccountIsUnavailable() throws Exception {
    carrier.answerBind(0x0E);
    assertThat(failure(HELLO)).hasMessage("UNAVAILABLE smpp_0x0000000e");

    carrier.answerBind(0);
    client.send(HELLO);
    assertThat(carrier.received()).hasSize(1);
  }

  @Test
  void lostSessionIsBoundAnewAtTheNextSend() throws Exception {
    client.send(HELLO);
    carrier.hangUp();
    // a send in the instant before the loss is noticed would say so, and the next one goes
    waitUntil(() -> !client.isBound());
    client.send(HELLO);

    assertThat(carrier.received()).hasSize(2);
    assertThat(carrier.binds()).hasSize(2);
  }

  @Test
  void carrierThatDiesBeforeItsAnswerIsUnavailableAndThenReachedAgain() throws Exception {
    carrier.dieOnSubmit(true);
    DeliveryException e = failure(HELLO);
    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.reason()).isIn("smpp_timeout", "smpp_connection_lost");

    carrier.dieOnSubmit(false);
    client.send(HELLO);
    assertThat(carrier.binds()).hasSize(2);
  }

  @Test
  void survivesARestartOfTheCarrier() throws Exception {
    client.send(HELLO);
    int port = carrier.port();
    carrier.close();
    waitUntil(() -> !client.isBound());
    DeliveryException e = failure(HELLO);
    assertThat(e).hasMessage("UNAVAILABLE smpp_connection_refused");
    assertThat(e).hasCauseInstanceOf(IOException.class);

    carrier = new TestCarrier(port);
    client.send(HELLO);
    assertThat(carrier.received()).hasSize(1);
  }

  @Test
  void silentSessionIsAskedWhetherItLives() throws Exception {
    try (SmppCarrier asking = new SmppCarrier(carrier(carrier.port(), "enquireInterval: PT0.1S"))) {
      asking.send(HELLO);

      waitUntil(() -> carrier.enquiries() > 1);
    }
  }

  @Test
  void whatResidentsSendIsRefusedAndLoggedNowhere() throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.setLevel(Level.INFO);
    root.addAppender(log);
    try (SmppCarrier both = new SmppCarrier(carrier(carrier.port(), "bind: transceiver"))) {
      both.send(HELLO);

      NegativeResponseException e =
          catchThrowableOfType(NegativeResponseException.class, this::deliverAnAnswer);

      assertThat(e.getCommandStatus()).isEqualTo(0x66);
      carrier.answerSubmit(0x0B);
      assertThatExceptionOfType(DeliveryException.class)
          .isThrownBy(() -> both.send(HELLO))
          .withMessage("PERMANENT smpp_0x0000000b");
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
    assertThat(log.list).as("something is logged").isNotEmpty();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("31612345678") || line.contains("mijn antwoord"))
        .noneMatch(line -> line.contains("peilschaal.example"));
  }

  private void deliverAnAnswer() throws Exception {
    carrier
        .session()
        .deliverShortMessage(
            "",
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            "31612345678",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            "1400",
            new ESMClass(),
            (byte) 0,
            (byte) 0,
            new RegisteredDelivery(0),
            new RawDataCoding((byte) 0),
            "mijn antwoord".getBytes(StandardCharsets.US_ASCII));
  }

  private DeliveryException failure(Sms sms) {
    return catchThrowableOfType(DeliveryException.class, () -> client.send(sms));
  }

  private static Sms aSms(String text) {
    return new Sms(UUID.fromString("0190a5e0-0000-7000-8000-000000000003"), "+31612345678", text);
  }

  private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(5));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("in time").isBefore(end);
      Thread.sleep(10);
    }
  }
}
