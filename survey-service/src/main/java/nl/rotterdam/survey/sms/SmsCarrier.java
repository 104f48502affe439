// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import nl.rotterdam.survey.delivery.DeliveryException;

/** Hands text messages over to whoever carries them. */
public interface SmsCarrier extends AutoCloseable {

  /** Returns once the message is accepted: from then on the carrier answers for it. */
  void send(Sms sms) throws DeliveryException;

  @Override
  void close();
}
