// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail that the outbox mailer wrote, read back. */
public record OutboxMail(
    String to,
    String subject,
    Instant sentAt,
    String text,
    String html,
    List<Attachment> attachments) {

  /** The mail in this file. */
  public static OutboxMail read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return of(new MimeMessage(Session.getInstance(new Properties()), content));
    } catch (MessagingException e) {
      throw new IOException(file + " is no mail of the outbox", e);
    }
  }

  static OutboxMail of(MimeMessage message) throws IOException, MessagingException {
    Multipart parts = (Multipart) message.getContent();
    Multipart texts =
        message.isMimeType("multipart/mixed")
            ? (Multipart) parts.getBodyPart(0).getContent()
            : parts;
    return new OutboxMail(
        message.getHeader("To", ", "),
        message.getSubject(),
        message.getSentDate().toInstant(),
        text(texts.getBodyPart(0)),
        text(texts.getBodyPart(1)),
        texts == parts ? List.of() : attachments(parts));
  }

  private static List<Attachment> attachments(Multipart parts)
      throws IOException, MessagingException {
    List<Attachment> attachments = new ArrayList<>();
    for (int i = 1; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      attachments.add(
          new Attachment(
              part.getFileName(),
              new ContentType(part.getContentType()).getBaseType(),
              part.getInputStream().readAllBytes()));
    }
    return attachments;
  }

  private static String text(BodyPart part) throws IOException, MessagingException {
    return ((String) part.getContent()).replace("\r\n", "\n");
  }
}
