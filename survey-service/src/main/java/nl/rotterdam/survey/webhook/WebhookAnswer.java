// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * What came of one attempt.
 *
 * @param status the HTTP status; null where there was no answer
 * @param failure a short code; null where the event was taken
 * @param retryAfter how long the receiver asks to be left alone
 */
record WebhookAnswer(Integer status, String failure, Optional<Duration> retryAfter) {
  private static final int GONE = 410;

  /** The receiver's answer. */
  static WebhookAnswer of(HttpResponse<?> response, Instant now) {
    int status = response.statusCode();
    boolean asks = status == 429 || status == 503;
    return new WebhookAnswer(
        status,
        failure(status),
        response
            .headers()
            .firstValue("Retry-After")
            .filter(header -> asks)
            .flatMap(header -> wait(header.strip(), now)));
  }

  /** There was none. */
  static WebhookAnswer lost(IOException lost) {
    return without(reason(lost));
  }

  /** Nothing was sent, for this reason. */
  static WebhookAnswer without(String failure) {
    return new WebhookAnswer(null, failure, Optional.empty());
  }

  boolean taken() {
    return failure == null;
  }

  /** Whether the receiver wants this event no more. */
  boolean gone() {
    return status != null && status == GONE;
  }

  private static String failure(int status) {
    if (status / 100 == 2) {
      return null;
    }
    return status / 100 == 3 ? "redirect_not_followed" : "http_" + status;
  }

  private static String reason(IOException lost) {
    if (lost instanceof HttpTimeoutException) {
      return "timeout";
    }
    if (lost instanceof ConnectException) {
      return "connection_refused";
    }
    return lost instanceof SSLException ? "tls" : "connection_lost";
  }

  /** In seconds or as a date; what is neither asks for nothing. */
  private static Optional<Duration> wait(String header, Instant now) {
    if (header.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }
    try {
      return Optional.of(
          Duration.between(
              now, ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
