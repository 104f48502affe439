// SPDX-License-Identifier: EUPL-1.2
package uk.gov.service.notify;

import java.net.HttpURLConnection;
import java.net.URL;
import java.util.function.Function;

/**
 * The official client over connections of our choice. It stands in the client's package because
 * only that may choose them: the client's own have no time limits, and Java sends a request a
 * second time by itself where the first one was not answered.
 */
public final class NotificationClientOver extends NotificationClient {
  private final Function<URL, HttpURLConnection> connections;

  public NotificationClientOver(
      Function<URL, HttpURLConnection> connections, String apiKey, String url) {
    super(apiKey, url, null, null);
    this.connections = connections;
  }

  @Override
  HttpURLConnection getConnection(URL url) {
    return connections.apply(url);
  }
}
