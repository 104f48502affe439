// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import static nl.rotterdam.survey.mail.MailFixtures.NOON;
import static nl.rotterdam.survey.mail.MailFixtures.aMail;
import static nl.rotterdam.survey.mail.MailFixtures.plainRelay;
import static nl.rotterdam.survey.mail.ScriptedRelay.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Against a relay that counts connections and refuses on cue. */
class SmtpRefusalTest {
  private ScriptedRelay relay;
  private Mailer mailer;

  @BeforeEach
  void setUp() throws IOException {
    relay = new ScriptedRelay();
    mailer = new SmtpMailer(plainRelay(relay.port(), "readTimeout: PT0.3S"), NOON);
  }

  @AfterEach
  void tearDown() throws IOException {
    mailer.close();
    relay.close();
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 <jan@example.org> unknown,        PERMANENT,   smtp_550_5.1.1",
    "RCPT, 550 <jan@example.org> no such user,         PERMANENT,   smtp_550",
    "RCPT, 552 5.2.2 mailbox full,                     PERMANENT,   smtp_552_5.2.2",
    "RCPT, 553 jan@example.org not allowed,            PERMANENT,   smtp_553",
    "RCPT, 450 4.2.0 <jan@example.org> greylisted,     TRANSIENT,   smtp_450_4.2.0",
    "RCPT, 451 local error,                            TRANSIENT,   smtp_451",
    "RCPT, 554 5.7.1 <jan@example.org> relay denied,   TRANSIENT,   smtp_554_5.7.1",
    "RCPT, 530 5.7.0 sign in first,                    UNAVAILABLE, smtp_530_5.7.0",
    "RCPT, 421 4.3.2 shutting down,                    UNAVAILABLE, smtp_421_4.3.2",
    "MAIL, 550 5.7.1 <enquete@rotterdam.example> who?, UNAVAILABLE, smtp_550_5.7.1",
    "MAIL, 451 4.3.1 busy,                             UNAVAILABLE, smtp_451_4.3.1",
    "MAIL, 552 5.3.4 too large,                        PERMANENT,   smtp_552_5.3.4",
    "DATA, 554 no valid recipients,                    PERMANENT,   smtp_554",
    "DATA, 451 later,                                  TRANSIENT,   smtp_451",
    "DATA, 421 shutting down,                          UNAVAILABLE, smtp_421",
    ".,    554 5.6.0 text refused for jan@example.org, PERMANENT,   smtp_554_5.6.0",
    ".,    452 4.3.1 disk full,                        TRANSIENT,   smtp_452_4.3.1",
    ".,    550 5.7.1 looks like spam,                  TRANSIENT,   smtp_550_5.7.1",
    "RCPT, nonsense,                                   UNAVAILABLE, smtp_connection_lost",
    ".,    hang up,                                    UNAVAILABLE, smtp_connection_lost",
    "MAIL, hang up,                                    UNAVAILABLE, smtp_connection_lost",
    "greeting, 554 not you,                            UNAVAILABLE, smtp_554",
    "greeting, 421 later,                              UNAVAILABLE, smtp_421",
    "greeting, hang up,                                UNAVAILABLE, smtp_no_session",
  })
  void refusalSaysWhomItConcerns(String verb, String reply, Kind kind, String reason) {
    relay.reply(verb, reply);

    DeliveryException e = failure();

    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.reason()).isEqualTo(reason);
    assertThat(stackTrace(e)).doesNotContain("jan@example.org");
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 <jan@example.org> unknown,    true",
    "RCPT, 556 5.1.10 <jan@example.org> null MX,   true",
    "RCPT, 550 <jan@example.org> no such user,     false",
    "RCPT, 552 5.2.2 mailbox full,                 false",
    "RCPT, 554 5.7.1 <jan@example.org> denied,     false",
    "RCPT, 450 4.1.1 <jan@example.org> perhaps,    false",
    "MAIL, 550 5.1.1 <enquete@rotterdam.example>?, false",
    ".,    554 5.6.0 text refused,                 false",
  })
  void onlyWhatIsSaidOfTheMailboxMeansThatNobodyIsThere(String verb, String reply, boolean dead) {
    relay.reply(verb, reply);

    assertThat(failure().addressDead()).isEqualTo(dead);
  }

  @Test
  void closedPortIsUnavailable() throws Exception {
    relay.closeAndWait();

    DeliveryException e = failure();

    assertThat(e).hasMessage("UNAVAILABLE smtp_connection_refused");
    assertThat(e).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void silentRelayIsUnavailableInTime() {
    relay.reply("RCPT", "250-and then nothing");

    assertThat(failure()).hasMessage("UNAVAILABLE smtp_timeout");
  }

  @Test
  void twoHundredMailsTakeOneConnection() throws Exception {
    send(mailer, 200);

    assertThat(relay.connections()).isEqualTo(1);
    assertThat(relay.commands().stream().filter("DATA"::equals)).hasSize(200);
  }

  @Test
  void connectsAnewAfterSoManyMails() throws Exception {
    try (Mailer few = new SmtpMailer(plainRelay(relay.port(), "messagesPerConnection: 10"), NOON)) {
      send(few, 30);
    }

    assertThat(relay.connections()).isEqualTo(3);
  }

  @Test
  void refusedMailLeavesTheConnectionForTheNext() throws Exception {
    relay.reply("RCPT", "550 5.1.1 unknown");
    failure();
    relay.reply("RCPT", "250 ok");
    mailer.send(aMail());

    assertThat(relay.connections()).isEqualTo(1);
  }

  @Test
  void limitOfARelayPerConnectionIsNoFailure() throws Exception {
    mailer.send(aMail());
    relay.reply("MAIL", "421 4.7.0 enough for one connection");
    DeliveryException e = failure();
    assertThat(e.reason()).isEqualTo("smtp_421_4.7.0");
    assertThat(relay.connections()).as("it tried a fresh connection first").isEqualTo(2);

    relay.reply("MAIL", "250 ok");
    mailer.send(aMail());
    assertThat(relay.connections()).isEqualTo(3);
  }

  @Test
  void textThatMayHaveArrivedIsNotSentTwiceInOneGo() throws Exception {
    mailer.send(aMail());
    relay.reply(".", HANG_UP);

    DeliveryException e = failure();

    assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(e.mayHaveArrived()).isTrue();
    assertThat(relay.commands().stream().filter("DATA"::equals)).hasSize(2);
  }

  @Test
  void textToWhichNothingIsSaidMayHaveArrived() {
    relay.reply(".", "250-and then nothing");

    assertThat(failure()).hasMessage("UNAVAILABLE smtp_timeout");
    assertThat(failure().mayHaveArrived()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"MAIL, hang up", "DATA, hang up", "., 452 4.3.1 disk full", "., 421 later"})
  void whatIsRefusedOrNeverLeftHasNotArrived(String verb, String reply) {
    relay.reply(verb, reply);

    assertThat(failure().mayHaveArrived()).isFalse();
  }

  @Test
  void logsHoldNoAddressAndNoText() throws Exception {
    Logger ours = (Logger) LoggerFactory.getLogger("nl.rotterdam.survey");
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    ours.setLevel(Level.TRACE);
    root.addAppender(log);
    try {
      mailer.send(aMail());
      relay.reply("MAIL", HANG_UP);
      failure();
      relay.reply("MAIL", "250 ok");
      relay.reply("RCPT", "550 <jan@example.org> unknown");
      failure();
    } finally {
      root.detachAppender(log);
      ours.setLevel(null);
    }
    assertThat(log.list).as("something is logged").isNotEmpty();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> line.contains("jan@") || line.contains("geheim"));
  }

  private static void send(Mailer mailer, int count) throws DeliveryException {
    for (int i = 0; i < count; i++) {
      mailer.send(MailFixtures.aMail(new UUID(0, i), "jan" + i + "@example.org", "Vraag " + i));
    }
  }

  private DeliveryException failure() {
    return catchThrowableOfType(DeliveryException.class, () -> mailer.send(aMail()));
  }

  private static String stackTrace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
