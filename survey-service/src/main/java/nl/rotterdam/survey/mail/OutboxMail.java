// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/** A mail that the outbox mailer wrote, read back. */
public record OutboxMail(String to, String subject, Instant sentAt, String text, String html) {

  /** The mail in this file. */
  public static OutboxMail read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), content);
      Multipart parts = (Multipart) message.getContent();
      return new OutboxMail(
          message.getHeader("To", ", "),
          message.getSubject(),
          message.getSentDate().toInstant(),
          text(parts.getBodyPart(0)),
          text(parts.getBodyPart(1)));
    } catch (MessagingException e) {
      throw new IOException(file + " is no mail of the outbox", e);
    }
  }

  private static String text(BodyPart part) throws IOException, MessagingException {
    return ((String) part.getContent()).replace("\r\n", "\n");
  }
}
