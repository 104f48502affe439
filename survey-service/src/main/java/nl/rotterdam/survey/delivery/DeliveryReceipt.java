// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.delivery;

/**
 * What a carrier tells of a message that it had accepted before.
 *
 * @param reason a short code with the carrier's status, such as {@code smpp_UNDELIV}
 */
public record DeliveryReceipt(Outcome outcome, String reason) {

  /** What became of the message in the end. */
  public enum Outcome {
    DELIVERED,
    /** It will not arrive. */
    FAILED,
    /** It will not arrive, since there is nobody at the address. */
    NOBODY_THERE
  }
}
