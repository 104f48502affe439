// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.OutboxFolder;

/** Writes each mail as an .eml file, where no relay is set up. */
public final class OutboxMailer implements Mailer {
  private final OutboxFolder outbox;
  private final MailSettings settings;
  private final Clock clock;
  private final Session session = Session.getInstance(new Properties());

  public OutboxMailer(Path folder, MailSettings settings, Clock clock) {
    this.outbox = new OutboxFolder(folder);
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void send(Mail mail) throws DeliveryException {
    MailMessage message = MailMessage.of(mail, settings, session, clock);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      message.writeTo(content);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException("Mail " + mail.id() + " cannot be written", e);
    }
    outbox.write(mail.id() + ".eml", content.toByteArray());
  }

  @Override
  public void close() {
    // nothing is kept open between mails
  }
}
