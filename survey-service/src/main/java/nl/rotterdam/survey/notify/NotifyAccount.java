// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import java.net.http.HttpClient;
import java.util.Optional;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import nl.rotterdam.survey.delivery.DeliveryReceipt.Outcome;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;
import uk.gov.service.notify.NotificationClientOver;

/**
 * Our account at NotifyNL, which takes a message as often as it is given it: the reference is only
 * a label. So each message is looked up by it before it is sent, and where that fails it is not.
 */
public final class NotifyAccount {
  private final NotificationClient client;

  public NotifyAccount(NotifySettings settings) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
    this.client =
        new NotificationClientOver(
            url -> new SingleRequest(url, http, settings.responseTimeout()),
            settings.apiKey(),
            settings.url());
  }

  /** A request to the account. */
  @FunctionalInterface
  interface Request<T> {
    T send(NotificationClient client) throws NotificationClientException;
  }

  /**
   * Sends the message unless it was taken before.
   *
   * @param reference the message's own, the same for each try
   */
  void sendOnce(String reference, Request<?> message) throws DeliveryException {
    Optional<Notification> taken = find(reference);
    if (taken.isEmpty()) {
      answered(message);
      return;
    }
    Optional<DeliveryReceipt> receipt = NotifyStatus.receipt(taken.get().getStatus());
    if (receipt.isPresent() && receipt.get().outcome() != Outcome.DELIVERED) {
      throw receipt.get().outcome() == Outcome.NOBODY_THERE
          ? DeliveryException.deadAddress(receipt.get().reason())
          : new DeliveryException(Kind.PERMANENT, receipt.get().reason());
    }
  }

  private Optional<Notification> find(String reference) throws DeliveryException {
    return answered(known -> known.getNotifications(null, null, reference, null))
        .getNotifications()
        .stream()
        .filter(message -> message.getReference().filter(reference::equals).isPresent())
        .findFirst();
  }

  private <T> T answered(Request<T> request) throws DeliveryException {
    try {
      return request.send(client);
    } catch (NotificationClientException e) {
      throw NotifyFailure.of(e);
    } catch (RuntimeException e) {
      // the client cannot read the answer, and quotes it, so its message goes no further
      throw new DeliveryException(Kind.UNAVAILABLE, "notify_answer_not_understood");
    }
  }
}
