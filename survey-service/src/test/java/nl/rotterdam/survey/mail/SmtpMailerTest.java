// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import static nl.rotterdam.survey.mail.MailFixtures.ID;
import static nl.rotterdam.survey.mail.MailFixtures.NOON;
import static nl.rotterdam.survey.mail.MailFixtures.aMail;
import static nl.rotterdam.survey.mail.MailFixtures.plainRelay;
import static nl.rotterdam.survey.mail.MailFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real SMTP server in the same process. */
class SmtpMailerTest {
  private GreenMail relay;

  @BeforeEach
  void setUp() {
    relay = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    relay.start();
  }

  @AfterEach
  void tearDown() {
    relay.stop();
  }

  @Test
  void mailArrivesWhole() throws Exception {
    try (Mailer mailer = new SmtpMailer(plainRelay(port(), ""), NOON)) {
      mailer.send(aMail());
    }

    assertThat(relay.getReceivedMessages()).hasSize(1);
    MimeMessage mail = relay.getReceivedMessages()[0];
    assertThat(mail.getHeader("From"))
        .containsExactly("Gemeente Rotterdam <enquete@rotterdam.example>");
    assertThat(mail.getHeader("To")).containsExactly("jan@example.org");
    assertThat(mail.getMessageID()).isEqualTo("<" + ID + "@rotterdam.example>");
    assertThat(mail.getSentDate().toInstant()).isEqualTo(NOON.instant());
    assertThat(mail.getHeader("List-Unsubscribe"))
        .containsExactly("<https://peilschaal.example/u/geheim>");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Content-Language")).containsExactly("nl");
    assertThat(mail.getHeader("Return-Path")).containsExactly("<enquete@rotterdam.example>");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
        .isEqualTo(aMail().text());
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(aMail().html());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hoi\u0085Bcc: x@example.org",
        "Hoi\u2028Bcc: x@example.org",
        "Hoi\u2029\u2029Bcc: x@example.org",
        "=?utf-8?Q?Hoi=0D=0ABcc:_x@example.org?="
      })
  void noSubjectBecomesAHeader(String subject) throws Exception {
    try (Mailer mailer = new SmtpMailer(plainRelay(port(), ""), NOON)) {
      mailer.send(aMail(ID, "jan@example.org", subject));
    }

    MimeMessage mail = relay.getReceivedMessages()[0];
    assertThat(Collections.list(mail.getAllHeaders()))
        .extracting(Header::getName)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(
            "Return-Path",
            "Received",
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Language",
            "Auto-Submitted",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");
    assertThat(mail.getAllRecipients()).hasSize(1);
  }

  @Test
  void envelopeMayHaveASenderOfItsOwnForEachMail() throws Exception {
    String own = "returnPath: bounces+{mark}@rotterdam.example";
    try (Mailer mailer = new SmtpMailer(plainRelay(port(), own), NOON)) {
      mailer.send(aMail().knownBy("mark", Optional.empty()));
    }

    MimeMessage mail = relay.getReceivedMessages()[0];
    assertThat(mail.getHeader("Return-Path")).containsExactly("<bounces+mark@rotterdam.example>");
    assertThat(mail.getHeader("From"))
        .containsExactly("Gemeente Rotterdam <enquete@rotterdam.example>");
  }

  @Test
  void retryCarriesTheSameMessageId() throws Exception {
    for (int i = 0; i < 2; i++) {
      try (Mailer mailer = new SmtpMailer(plainRelay(port(), ""), NOON)) {
        mailer.send(aMail());
      }
    }

    MimeMessage[] mails = relay.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
  }

  @Test
  void connectsAnewAfterAPause() throws Exception {
    SettableClock clock = new SettableClock();
    try (CountingProxy proxy = new CountingProxy(port());
        Mailer mailer = new SmtpMailer(plainRelay(proxy.port(), "idleTimeout: PT30S"), clock)) {
      mailer.send(aMail());
      clock.pass(Duration.ofSeconds(30));
      mailer.send(aMail());
      assertThat(proxy.connections()).isEqualTo(1);

      clock.pass(Duration.ofSeconds(31));
      mailer.send(aMail());
      assertThat(proxy.connections()).isEqualTo(2);
    }
    assertThat(relay.getReceivedMessages()).hasSize(3);
  }

  @Test
  void cutConnectionCostsNoMailAndMakesNoSecondOne() throws Exception {
    try (CountingProxy proxy = new CountingProxy(port());
        Mailer mailer = new SmtpMailer(plainRelay(proxy.port(), ""), NOON)) {
      mailer.send(aMail());
      proxy.cut();
      mailer.send(aMail());

      assertThat(proxy.connections()).isEqualTo(2);
    }
    assertThat(relay.getReceivedMessages()).hasSize(2);
  }

  @Test
  void survivesARestartOfTheRelay() throws Exception {
    int port = port();
    try (Mailer mailer = new SmtpMailer(plainRelay(port, ""), NOON)) {
      mailer.send(aMail());
      relay.stop();

      DeliveryException e =
          catchThrowableOfType(DeliveryException.class, () -> mailer.send(aMail()));
      assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(e.reason()).isEqualTo("smtp_connection_refused");

      relay = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
      relay.start();
      mailer.send(aMail());
    }
    assertThat(relay.getReceivedMessages()).hasSize(1);
  }

  @Test
  void signsIn() throws Exception {
    relay.setUser("enquete", "geheim");
    relay.getManagers().getUserManager().setAuthRequired(true);

    try (Mailer mailer =
        new SmtpMailer(plainRelay(port(), "username: enquete\npassword: geheim"), NOON)) {
      mailer.send(aMail());
    }
    assertThat(relay.getReceivedMessages()).hasSize(1);
  }

  @Test
  void wrongPasswordIsUnavailableAndIsNotRepeated() {
    relay.setUser("enquete", "geheim");
    relay.getManagers().getUserManager().setAuthRequired(true);

    try (Mailer mailer =
        new SmtpMailer(plainRelay(port(), "username: enquete\npassword: fout"), NOON)) {
      DeliveryException e =
          catchThrowableOfType(DeliveryException.class, () -> mailer.send(aMail()));

      assertThat(e).hasMessage("UNAVAILABLE smtp_sign_in_refused");
    }
  }

  @Test
  void withoutTheStarttlsItRequiresNothingGoes() {
    MailSettings settings =
        settings("{host: localhost, port: %d, tls: starttls, from: a@b.nl}".formatted(port()));
    try (Mailer mailer = new SmtpMailer(settings, NOON)) {
      DeliveryException e =
          catchThrowableOfType(DeliveryException.class, () -> mailer.send(aMail()));

      assertThat(e).hasMessage("UNAVAILABLE smtp_no_session");
    }
    assertThat(relay.getReceivedMessages()).isEmpty();
  }

  @Test
  void relayThatCannotProveItselfGetsNothing() {
    GreenMail impostor = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    impostor.start();
    MailSettings settings =
        settings(
            "{host: localhost, port: %d, tls: implicit, from: a@b.nl}"
                .formatted(impostor.getSmtps().getPort()));
    try (Mailer mailer = new SmtpMailer(settings, NOON)) {
      DeliveryException e =
          catchThrowableOfType(DeliveryException.class, () -> mailer.send(aMail()));

      assertThat(e).hasMessage("UNAVAILABLE smtp_tls");
      assertThat(impostor.getReceivedMessages()).isEmpty();
    } finally {
      impostor.stop();
    }
  }

  private int port() {
    return relay.getSmtp().getPort();
  }

  private static final class SettableClock extends Clock {
    private Instant now = NOON.instant();

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
