// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.util.Optional;
import nl.rotterdam.survey.delivery.DeliveryException;

/** Hands text messages over to whoever carries them. */
public interface SmsCarrier extends AutoCloseable {

  /**
   * Returns once the message is accepted: from then on the carrier answers for it.
   *
   * @return by what the carrier names the message when it tells what became of it; empty where it
   *     tells nothing
   */
  Optional<String> send(Sms sms) throws DeliveryException;

  @Override
  void close();
}
