// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.util.UUID;
import java.util.regex.Pattern;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;

/**
 * One text message to one resident.
 *
 * @param phone in E.164, such as +31612345678; a bad one is refused when the message is sent
 * @param text fits in one message, see {@link GsmText}
 * @param receipt whether the carrier shall tell what becomes of it
 */
public record Sms(UUID id, String phone, String text, boolean receipt) {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  /** A message of which the carrier shall tell what becomes of it. */
  public Sms(UUID id, String phone, String text) {
    this(id, phone, text, true);
  }

  /** The number as carriers want it, without the plus. */
  String digits() throws DeliveryException {
    if (!E164.matcher(phone).matches()) {
      throw new DeliveryException(Kind.PERMANENT, "phone_invalid");
    }
    return phone.substring(1);
  }

  /** The id alone: the rest is the resident's. */
  @Override
  public String toString() {
    return "Sms[" + id + "]";
  }
}
