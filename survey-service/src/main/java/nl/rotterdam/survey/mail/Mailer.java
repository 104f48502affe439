// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import nl.rotterdam.survey.delivery.DeliveryException;

/** Hands mails over to whoever carries them. */
public interface Mailer extends AutoCloseable {

  /** Returns once the mail is accepted: from then on the carrier answers for it. */
  void send(Mail mail) throws DeliveryException;

  @Override
  void close();
}
