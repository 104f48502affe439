// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import java.util.Map;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.mail.Mail;
import nl.rotterdam.survey.mail.Mailer;

/** Hands mails to NotifyNL, as text: it makes the HTML of it, and takes no attachments. */
public final class NotifyMailer implements Mailer {
  private final NotifyAccount account;
  private final String template;

  public NotifyMailer(NotifyAccount account, String template) {
    this.account = account;
    this.template = template;
  }

  @Override
  public void send(Mail mail) throws DeliveryException {
    if (!mail.attachments().isEmpty()) {
      throw new IllegalArgumentException("NotifyNL takes no attachments");
    }
    account.sendOnce(
        mail.messageId(),
        client ->
            client.sendEmail(
                template,
                mail.to(),
                Map.of("subject", mail.subject(), "body", mail.text()),
                mail.messageId(),
                null,
                // NotifyNL wants it encrypted
                mail.unsubscribe().filter(url -> "https".equals(url.getScheme())).orElse(null)));
  }

  @Override
  public void close() {
    // nothing is kept open between mails
  }
}
