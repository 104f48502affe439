// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import static nl.rotterdam.survey.mail.MailFixtures.ID;
import static nl.rotterdam.survey.mail.MailFixtures.NOON;
import static nl.rotterdam.survey.mail.MailFixtures.aMail;
import static nl.rotterdam.survey.mail.MailFixtures.aMailTo;
import static nl.rotterdam.survey.mail.MailFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxMailerTest {
  @TempDir private Path folder;
  private OutboxMailer mailer;

  @BeforeEach
  void setUp() {
    mailer =
        new OutboxMailer(
            folder,
            settings("{from: enquete@rotterdam.example, fromName: Gemeente Rotterdam}"),
            NOON);
  }

  @Test
  void writesTheWholeMail() throws Exception {
    mailer.send(aMail());

    MimeMessage read = read();
    assertThat(read.getHeader("From"))
        .containsExactly("Gemeente Rotterdam <enquete@rotterdam.example>");
    assertThat(read.getHeader("To")).containsExactly("jan@example.org");
    assertThat(read.getSubject()).isEqualTo("Hoe tevreden bent u over ons contact?");
    assertThat(read.getSentDate().toInstant()).isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
    assertThat(read.getMessageID()).isEqualTo("<" + ID + "@rotterdam.example>");
    assertThat(read.getHeader("List-Unsubscribe"))
        .containsExactly("<https://peilschaal.example/u/geheim>");
    assertThat(read.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(read.getHeader("Content-Language")).containsExactly("nl");
    assertThat(read.getContentType()).startsWith("multipart/alternative");
    MimeMultipart parts = (MimeMultipart) read.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getHeader("Content-Transfer-Encoding"))
        .containsExactly("quoted-printable");
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
        .isEqualTo(aMail().text());
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(aMail().html());
  }

  @Test
  void isAsciiOnTheLine() throws Exception {
    mailer.send(MailFixtures.aMail(ID, "jan@example.org", "Één vraag over uw contact"));

    assertThat(Files.readString(folder.resolve(ID + ".eml"))).matches("\\A\\p{ASCII}*\\z");
    assertThat(read().getSubject()).isEqualTo("Één vraag over uw contact");
  }

  @Test
  void retryOverwrites() throws Exception {
    mailer.send(aMail());
    mailer.send(aMail());

    assertThat(folder.toFile().list()).containsExactly(ID + ".eml");
  }

  @Test
  void withoutUnsubscribeThereIsNoSuchHeader() throws Exception {
    mailer.send(new Mail(ID, "jan@example.org", "Rapport", "r", "r", Optional.empty(), "nl"));

    assertThat(read().getHeader("List-Unsubscribe")).isNull();
    assertThat(read().getHeader("List-Unsubscribe-Post")).isNull();
  }

  @Test
  void mailThatComesAfterAnotherSaysSo() throws Exception {
    mailer.send(aMail().knownBy("second", Optional.of("first")));

    assertThat(read().getMessageID()).matches("<second@[a-z.]+>");
    assertThat(read().getHeader("In-Reply-To")).containsExactly("<first@rotterdam.example>");
    assertThat(read().getHeader("References")).containsExactly("<first@rotterdam.example>");
  }

  @Test
  void attachmentsGoWithTheTextsAndComeBackAsTheyWere() throws Exception {
    byte[] pdf = new byte[100_000];
    new Random(1).nextBytes(pdf);
    Mail mail = aMail();
    mailer.send(
        new Mail(
            ID,
            mail.to(),
            mail.subject(),
            mail.text(),
            mail.html(),
            Optional.empty(),
            "nl",
            List.of(new Attachment("rapport-2025-05.pdf", "application/pdf", pdf))));

    assertThat(read().getContentType()).startsWith("multipart/mixed");
    assertThat(Files.readAllLines(folder.resolve(ID + ".eml")))
        .allMatch(line -> line.length() <= 998 && line.matches("\\p{ASCII}*"));
    OutboxMail back = OutboxMail.read(folder.resolve(ID + ".eml"));
    assertThat(back.text()).isEqualTo(mail.text());
    assertThat(back.html()).isEqualTo(mail.html());
    assertThat(back.attachments()).hasSize(1);
    Attachment attachment = back.attachments().get(0);
    assertThat(attachment.name()).isEqualTo("rapport-2025-05.pdf");
    assertThat(attachment.mediaType()).isEqualTo("application/pdf");
    assertThat(attachment.content()).isEqualTo(pdf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jan",
        "jan@",
        "@example.org",
        "jan@example.org\r\nBcc: x@example.org",
        "jan@example.org\nBcc: x@example.org",
        "jan@example.org\r",
        "jan@example.org, piet@example.org",
        "Jan <jan@example.org>",
        "<jan@example.org>",
        "vrienden: jan@example.org;",
        "jan piet@example.org",
        "jan@example.org ",
        "\"jan\r\npiet\"@example.org",
        "jän@example.org"
      })
  void badAddressIsPermanentAndNotRepeated(String address) {
    DeliveryException e =
        catchThrowableOfType(DeliveryException.class, () -> mailer.send(aMailTo(address)));

    assertThat(e.kind()).isEqualTo(Kind.PERMANENT);
    assertThat(e).hasMessage("PERMANENT address_invalid").hasNoCause();
    assertThat(folder).isEmptyDirectory();
  }

  private MimeMessage read() throws Exception {
    try (InputStream in = Files.newInputStream(folder.resolve(ID + ".eml"))) {
      return new MimeMessage(null, in);
    }
  }
}
