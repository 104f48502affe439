// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server's notice that it has given up on a mail (RFC 3464). Whatever else comes back is
 * none: that a mail is late, has arrived, or that somebody is on holiday.
 *
 * @param status the enhanced status code of the failure (RFC 3463), such as 5.1.1
 * @param text the whole notice, in which the mark of the mail is looked for
 */
public record DeliveryNotice(String status, String text) {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final Pattern STATUS = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");
  private static final String UNSPECIFIC = "\\d\\.0\\.0";

  public DeliveryNotice {
    if (!STATUS.matcher(status).matches()) {
      throw new IllegalArgumentException("A status is three numbers such as 5.1.1");
    }
  }

  /** The notice that this mail is; empty where it is none, or cannot be read. */
  public static Optional<DeliveryNotice> read(byte[] mail) {
    try {
      MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
      if (!message.isMimeType("multipart/report")) {
        return Optional.empty();
      }
      String text = new String(mail, StandardCharsets.ISO_8859_1);
      return status(new MimeMultipart(message.getDataHandler().getDataSource()))
          .map(status -> new DeliveryNotice(status, text));
    } catch (MessagingException | IOException e) {
      return Optional.empty();
    }
  }

  /** Whether there is nobody at the address, so that no other mail will arrive there either. */
  public boolean isMailboxGone() {
    return MailboxStatus.isGone(status);
  }

  private static Optional<String> status(MimeMultipart parts)
      throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        return failure(part.getInputStream());
      }
    }
    return Optional.empty();
  }

  /** The status of the first recipient on whom the server has given up; mails of ours have one. */
  private static Optional<String> failure(InputStream fields)
      throws MessagingException, IOException {
    InputStream groups = new ByteArrayInputStream(fields.readAllBytes());
    while (groups.available() > 0) {
      InternetHeaders group = new InternetHeaders(groups);
      if (field(group, "Action").toLowerCase(Locale.ROOT).startsWith("failed")) {
        return status(group);
      }
    }
    return Optional.empty();
  }

  /** Where the server says no more than "failed", what the one behind it said. */
  private static Optional<String> status(InternetHeaders group) {
    Optional<String> status = find(field(group, "Status"));
    return status
        .filter(code -> !code.matches(UNSPECIFIC))
        .or(() -> find(field(group, "Diagnostic-Code")))
        .or(() -> status);
  }

  private static String field(InternetHeaders group, String name) {
    String value = group.getHeader(name, null);
    return value == null ? "" : value.strip();
  }

  private static Optional<String> find(String text) {
    Matcher code = STATUS.matcher(text);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }

  /** The status alone: the text quotes addresses. */
  @Override
  public String toString() {
    return "DeliveryNotice[" + status + "]";
  }
}
