// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;

/** Tells one webhook one event, once: signed, answered in time or not at all. */
final class WebhookCall {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Clock clock;
  private HttpClient http;

  WebhookCall(Clock clock) {
    this.clock = clock;
  }

  WebhookAnswer of(WebhookSettings webhook, String body) {
    return post(request(webhook, body));
  }

  private HttpRequest request(WebhookSettings webhook, String body) {
    return HttpRequest.newBuilder(webhook.target())
        .timeout(PATIENCE)
        .header("Content-Type", WebhookOutbox.CONTENT_TYPE)
        .header("User-Agent", "Peilschaal")
        .header(
            WebhookSignature.HEADER, WebhookSignature.of(clock.instant(), body, webhook.secrets()))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private WebhookAnswer post(HttpRequest request) {
    try {
      HttpResponse<InputStream> response = client().send(request, BodyHandlers.ofInputStream());
      // of what the receiver says beside the status nothing is read
      response.body().close();
      return WebhookAnswer.of(response, clock.instant());
    } catch (IOException e) {
      return WebhookAnswer.lost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return WebhookAnswer.without("interrupted");
    }
  }

  /** Made when it is first needed: most commands of this service tell nobody anything. */
  private synchronized HttpClient client() {
    if (http == null) {
      http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(Redirect.NEVER)
              .connectTimeout(PATIENCE)
              .build();
    }
    return http;
  }
}
