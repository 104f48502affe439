// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import static nl.rotterdam.survey.sms.SmsFixtures.carrier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.cloudhopper.commons.charset.GSMCharset;
import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import nl.rotterdam.survey.contact.PhoneNumber;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.sms.TestCarrier.Death;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
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

  private final List<String> receipts = new CopyOnWriteArrayList<>();
  private volatile boolean known = true;
  private volatile SmsReceiver receiver = message -> {};
  private TestCarrier carrier;
  private SmppCarrier client;

  @BeforeEach
  void setUp() throws IOException {
    carrier = new TestCarrier(0);
    client = client("");
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
    try (SmppCarrier asking = client("enquireInterval: PT0.1S")) {
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
    try (SmppCarrier both = client("bind: transceiver")) {
      both.send(HELLO);

      receiver =
          message -> {
            throw new IllegalStateException(message.from() + message.text());
          };
      assertThat(carrier.deliverText("31612345678", "mijn antwoord")).isEqualTo(0x64);
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

  @Test
  void transceiverIsBoundWithoutAMessageAndAgainAfterALoss() throws Exception {
    try (SmppCarrier both = client("bind: transceiver\nrebindAfter: [PT0.05S]")) {
      carrier.answerBind(0x0D);
      both.start();
      waitUntil(() -> carrier.binds().size() > 1);
      carrier.answerBind(0);
      waitUntil(both::isBound);

      int before = carrier.binds().size();
      carrier.hangUp();
      waitUntil(() -> carrier.binds().size() > before && both.isBound());
    }
  }

  /** It then looks bound for ever, as it did in one of ten tries. */
  @Test
  void sessionThatIsLostInTheInstantOfItsBindingIsBoundAnew() throws Exception {
    try (SmppCarrier both = client("bind: transceiver\nrebindAfter: [PT0.01S]")) {
      both.start();
      for (int i = 0; i < 10; i++) {
        waitUntil(() -> carrier.session() != null && both.isBound());
        carrier.dieOnce(Death.AFTER_BIND);
        waitUntil(() -> !carrier.isDoomed());
      }
      waitUntil(() -> carrier.session() != null && both.isBound());
      assertThat(carrier.deliverText("31612345678", "JA")).isZero();
    }
  }

  @Test
  void textIsBroughtAgainByACarrierThatDiedBeforeOurAnswerAndTheSessionComesBack()
      throws Exception {
    List<IncomingSms> texts = new CopyOnWriteArrayList<>();
    try (SmppCarrier both = client("bind: transceiver\nrebindAfter: [PT0.05S]")) {
      receiver =
          message -> {
            texts.add(message);
            if (texts.size() == 1) {
              carrier.hangUp();
            }
          };
      carrier.dieOnBind(true);
      both.start();
      waitUntil(() -> carrier.binds().size() > 1);
      carrier.dieOnBind(false);
      waitUntil(both::isBound);

      assertThatThrownBy(() -> carrier.deliverText("31612345678", "JA"))
          .isNotInstanceOf(NegativeResponseException.class);
      waitUntil(() -> carrier.session() != null && both.isBound());
      assertThat(carrier.deliverText("31612345678", "JA")).isZero();
      assertThat(texts).hasSize(2);

      int before = carrier.binds().size();
      carrier.unbind();
      waitUntil(() -> carrier.binds().size() > before && both.isBound());
      both.send(HELLO);
      assertThat(carrier.received()).hasSize(1);
    }
  }

  @Test
  void transceiverIsToldWhatBecameOfItsMessage() throws Exception {
    try (SmppCarrier both = client("bind: transceiver")) {
      assertThat(both.send(HELLO)).contains("1");
      assertThat(carrier.received().get(0).getRegisteredDelivery()).isEqualTo((byte) 1);

      for (String state : List.of("ACCEPTD", "ENROUTE", "UNKNOWN", "DELIVRD", "REJECTD")) {
        assertThat(carrier.deliverReceipt("1", state)).isZero();
      }
      assertThat(receipts).containsExactly("1 smpp_DELIVRD", "1 smpp_REJECTD");
    }
  }

  @Test
  void receiptsAreReadInEachOfTheirShapes() throws Exception {
    byte[] text = "id:7 stat:UNDELIV err:001".getBytes(StandardCharsets.US_ASCII);
    OptionalParameter id = new OptionalParameter.Receipted_message_id("1");
    OptionalParameter delivered = new OptionalParameter.Message_state((byte) 2);
    try (SmppCarrier both = client("bind: transceiver")) {
      both.send(HELLO);
      carrier.deliver("31612345678", 0x04, 0, text, id, delivered);
      carrier.deliver("31612345678", 0x04, 0, new byte[0], id, delivered);
      carrier.deliver(
          "31612345678", 0x04, 0, new byte[0], new OptionalParameter.Message_payload(text));
      assertThat(carrier.deliver("31612345678", 0x04, 0, "?".getBytes(StandardCharsets.US_ASCII)))
          .as("names no message")
          .isZero();
    }
    assertThat(receipts).containsExactly("1 smpp_DELIVRD", "1 smpp_DELIVRD", "7 smpp_UNDELIV");
  }

  @Test
  void receiptOfAnUnknownMessageIsAskedForAgain() throws Exception {
    known = false;
    try (SmppCarrier both = client("bind: transceiver")) {
      both.send(HELLO);

      assertThat(carrier.deliverReceipt("1", "DELIVRD")).isEqualTo(0x64);
    }
  }

  @Test
  void numberIsKnownInTheReceiptsOwnWay() throws Exception {
    try (SmppCarrier both = client("bind: transceiver\nreceiptIds: hexadecimal")) {
      for (int i = 0; i < 11; i++) {
        both.send(HELLO);
      }
      carrier.deliverReceipt("000B", "UNDELIV");

      assertThat(receipts).containsExactly("11 smpp_UNDELIV");
    }
  }

  @Test
  void residentsTextsArriveInWhateverCodingAndNumberOfParts() throws Exception {
    List<IncomingSms> texts = new CopyOnWriteArrayList<>();
    try (SmppCarrier both = client("bind: transceiver")) {
      receiver = texts::add;
      both.send(HELLO);
      String number = "31612345678";
      carrier.deliverText(number, "JA € é");
      carrier.deliver(number, 0, 3, "één ç".getBytes(StandardCharsets.ISO_8859_1));
      carrier.deliver(number, 0, 8, "😀 ё".getBytes(StandardCharsets.UTF_16BE));
      carrier.deliver(number, 0x40, 0, new byte[] {5, 0, 3, 7, 2, 2, 'b'});
      carrier.deliver(number, 0x40, 0, new byte[] {5, 0, 3, 7, 2, 1, 'a'});
      carrier.deliver(number, 0x40, 0, new byte[] {6, 8, 4, 1, 7, 2, 1, 'c'});
      carrier.deliver(number, 0x40, 0, new byte[] {6, 8, 4, 1, 7, 2, 1, 'c'});
      carrier.deliver(number, 0x40, 0, new byte[] {6, 8, 4, 1, 7, 2, 2, 'd'});
      for (byte part = 2; part > 0; part--) {
        carrier.deliver(
            number,
            0,
            0,
            new byte[] {(byte) ('e' + part)},
            new OptionalParameter.Sar_msg_ref_num((short) 9),
            new OptionalParameter.Sar_total_segments((byte) 2),
            new OptionalParameter.Sar_segment_seqnum(part));
      }
      carrier.deliver(
          number, 0, 0, new byte[0], new OptionalParameter.Message_payload(new byte[] {'h'}));
      assertThat(carrier.deliverText("Rotterdam", "spam")).isZero();

      assertThat(texts)
          .extracting(IncomingSms::text)
          .containsExactly("JA € é", "één ç", "😀 ё", "ab", "cd", "fg", "h");
      assertThat(texts).extracting(IncomingSms::from).containsOnly("+31612345678");
    }
  }

  private SmppCarrier client(String more) {
    return new SmppCarrier(
        carrier(carrier.port(), more),
        (reference, receipt) -> {
          receipts.add(reference + " " + receipt.reason());
          return known;
        },
        from -> PhoneNumber.parse(from).map(PhoneNumber::e164),
        message -> receiver.take(message),
        new MetricRegistry());
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
