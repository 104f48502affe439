// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

/** Takes what residents send. */
@FunctionalInterface
public interface SmsReceiver {

  /**
   * Returns once the message is stored: only then is the carrier told that it arrived. The carrier
   * brings one again that it was not told of, so that the same one may come twice.
   */
  void take(IncomingSms message);
}
