// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.mail.MailSettings.Tls;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to an SMTP relay, many over one connection. */
public final class SmtpMailer implements Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

  private final MailSettings settings;
  private final Clock clock;
  private final Session session;

  private SMTPTransport connection;
  private int sentOnConnection;
  private Instant lastUse;

  public SmtpMailer(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.session = Session.getInstance(properties(settings));
    boolean certain = settings.tls() == Tls.STARTTLS || settings.tls() == Tls.IMPLICIT;
    if (!certain && !settings.username().isEmpty()) {
      LOG.warn(
          "mail.tls is not required: the password for {} may go in the clear", settings.host());
    }
  }

  @Override
  public synchronized void send(Mail mail) throws DeliveryException {
    MailMessage message = MailMessage.of(mail, settings, session, clock);
    dropWornConnection();
    boolean reused = connection != null;
    try {
      transmit(message);
    } catch (DeliveryException e) {
      if (!reused || e.kind() != Kind.UNAVAILABLE || message.handingOver()) {
        throw e;
      }
      // relays end connections as they please: only a fresh one tells whether they are there
      LOG.debug("Connection to {} had ended ({}), connecting anew", settings.host(), e.reason());
      transmit(message);
    }
  }

  @Override
  public synchronized void close() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (MessagingException e) {
      LOG.debug("Connection to {} had ended before it was closed", settings.host());
    }
    connection = null;
  }

  private void transmit(MailMessage message) throws DeliveryException {
    if (connection == null) {
      connect();
    }
    try {
      connection.sendMessage(message, message.recipients());
      sentOnConnection++;
      lastUse = clock.instant();
    } catch (MessagingException e) {
      // no refusal came back, and all had gone: only the relay knows whether it took it
      boolean unanswered = message.handedOver() && connection.getLastReturnCode() < 400;
      DeliveryException failure = SmtpFailure.onSend(e, unanswered);
      if (failure.kind() == Kind.UNAVAILABLE || !connection.isConnected()) {
        close();
      }
      throw failure;
    }
  }

  private void connect() throws DeliveryException {
    SMTPTransport fresh =
        new SMTPTransport(
            session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
    try {
      if (settings.username().isEmpty()) {
        fresh.connect();
      } else {
        fresh.connect(settings.username(), settings.password());
      }
    } catch (MessagingException e) {
      throw SmtpFailure.onConnect(e, fresh.getLastReturnCode());
    }
    connection = fresh;
    sentOnConnection = 0;
    lastUse = clock.instant();
  }

  private void dropWornConnection() {
    if (connection != null
        && (sentOnConnection >= settings.messagesPerConnection()
            || clock.instant().isAfter(lastUse.plus(settings.idleTimeout())))) {
      close();
    }
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", String.valueOf(!settings.username().isEmpty()));
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.tls() == Tls.IMPLICIT));
    properties.setProperty(
        "mail.smtp.starttls.enable",
        String.valueOf(settings.tls() == Tls.STARTTLS || settings.tls() == Tls.OFFERED));
    properties.setProperty(
        "mail.smtp.starttls.required", String.valueOf(settings.tls() == Tls.STARTTLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.setProperty(
        "mail.smtp.connectiontimeout", String.valueOf(settings.connectTimeout().toMillis()));
    properties.setProperty("mail.smtp.timeout", String.valueOf(settings.readTimeout().toMillis()));
    properties.setProperty(
        "mail.smtp.writetimeout", String.valueOf(settings.writeTimeout().toMillis()));
    return properties;
  }
}
