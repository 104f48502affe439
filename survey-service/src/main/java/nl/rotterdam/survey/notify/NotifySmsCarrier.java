// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.sms.Sms;
import nl.rotterdam.survey.sms.SmsCarrier;

/** Hands text messages to NotifyNL. */
public final class NotifySmsCarrier implements SmsCarrier {
  private final NotifyAccount account;
  private final String template;

  public NotifySmsCarrier(NotifyAccount account, String template) {
    this.account = account;
    this.template = template;
  }

  @Override
  public Optional<String> send(Sms sms) throws DeliveryException {
    String reference = sms.id().toString();
    account.sendOnce(
        reference,
        client -> client.sendSms(template, sms.phone(), Map.of("body", sms.text()), reference));
    // its receipts come with our own
    return Optional.empty();
  }

  @Override
  public void close() {
    // nothing is kept open between messages
  }
}
