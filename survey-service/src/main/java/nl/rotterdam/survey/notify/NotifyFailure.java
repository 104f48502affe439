// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;
import uk.gov.service.notify.NotificationClientException;

/** What a refusal of NotifyNL means: for this message, or for all of them. */
final class NotifyFailure {
  private NotifyFailure() {}

  static DeliveryException of(NotificationClientException e) {
    return e.getCause() instanceof IOException lost
        ? DeliveryException.unavailable(reasonOf(lost), lost)
        : refused(e.getHttpResult(), e.getMessage().toLowerCase(Locale.ROOT));
  }

  /**
   * @param said the answer, which may quote the address, so that it goes no further
   */
  private static DeliveryException refused(int status, String said) {
    if (status == 400 && (said.contains("\"email_address ") || said.contains("\"phone_number "))) {
      return DeliveryException.deadAddress("notify_invalid_address");
    }
    if (status == 400 && said.contains("\"cannot send to ")) {
      // a kind of number that the account does not send to
      return new DeliveryException(Kind.PERMANENT, "notify_number_not_served");
    }
    // the account, its template or its limits, which all messages share
    return new DeliveryException(Kind.UNAVAILABLE, reason(status, said));
  }

  private static String reason(int status, String said) {
    return switch (status) {
      case 400 -> badRequest(said);
      case 401, 403 -> said.contains("clock") ? "notify_clock_differs" : "notify_key_refused";
      case 429 ->
          said.contains("toomanyrequestserror") ? "notify_daily_limit" : "notify_rate_limit";
      default -> "notify_" + status;
    };
  }

  private static String badRequest(String said) {
    if (said.contains("team-only")) {
      return "notify_key_for_team_only";
    }
    if (said.contains("trial mode")) {
      return "notify_trial_mode";
    }
    if (said.contains("missing personalisation")) {
      return "notify_template_has_other_placeholders";
    }
    return said.contains("template") ? "notify_template_refused" : "notify_400";
  }

  private static String reasonOf(IOException lost) {
    if (lost instanceof HttpTimeoutException) {
      return "notify_timeout";
    }
    if (lost instanceof ConnectException) {
      return "notify_connection_refused";
    }
    return lost instanceof SSLException ? "notify_tls" : "notify_connection_lost";
  }
}
