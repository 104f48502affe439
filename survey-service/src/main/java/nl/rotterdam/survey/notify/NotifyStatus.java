// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import java.util.Optional;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import nl.rotterdam.survey.delivery.DeliveryReceipt.Outcome;

/** What NotifyNL calls the fate of a message. */
public final class NotifyStatus {
  private NotifyStatus() {}

  /** What a status says of the message in the end; empty where it is still on its way. */
  public static Optional<DeliveryReceipt> receipt(String status) {
    return switch (status) {
      case "delivered" -> Optional.of(receipt(Outcome.DELIVERED, status));
      case "permanent-failure" -> Optional.of(receipt(Outcome.NOBODY_THERE, status));
      case "temporary-failure", "technical-failure" -> Optional.of(receipt(Outcome.FAILED, status));
      default -> Optional.empty();
    };
  }

  private static DeliveryReceipt receipt(Outcome outcome, String status) {
    return new DeliveryReceipt(outcome, "notify_" + status.replace('-', '_'));
  }
}
