// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/** A sender or receiver with the type of number that carriers ask for with it. */
record SmppAddress(TypeOfNumber type, NumberingPlanIndicator plan, String value) {

  static SmppAddress ofDigits(String digits) {
    return new SmppAddress(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, digits);
  }

  /** A name, an E.164 number with its plus, or a short code. */
  static SmppAddress ofSender(String sender) {
    if (sender.startsWith("+")) {
      return ofDigits(sender.substring(1));
    }
    boolean shortCode = sender.chars().allMatch(Character::isDigit);
    return new SmppAddress(
        shortCode ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.ALPHANUMERIC,
        NumberingPlanIndicator.UNKNOWN,
        sender);
  }
}
