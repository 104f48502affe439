// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request that is sent once, and answered in time or not at all. */
final class SingleRequest extends HttpURLConnection {
  private final HttpClient http;
  private final Duration timeout;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private HttpResponse<byte[]> response;

  SingleRequest(URL url, HttpClient http, Duration timeout) {
    super(url);
    this.http = http;
    this.timeout = timeout;
  }

  @Override
  public OutputStream getOutputStream() {
    return body;
  }

  @Override
  public void connect() throws IOException {
    if (!connected) {
      HttpRequest request = request();
      connected = true;
      response = answer(http.sendAsync(request, BodyHandlers.ofByteArray()));
    } else if (response == null) {
      throw new IOException("The request failed before");
    }
  }

  private HttpRequest request() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.toString()))
            .method(method, BodyPublishers.ofByteArray(body.toByteArray()));
    getRequestProperties()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return request.build();
  }

  private HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> answer)
      throws IOException {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("no answer within " + timeout);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public int getResponseCode() throws IOException {
    connect();
    return response.statusCode();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    connect();
    return new ByteArrayInputStream(response.body());
  }

  @Override
  public InputStream getErrorStream() {
    return response == null ? null : new ByteArrayInputStream(response.body());
  }

  @Override
  public void disconnect() {
    // connections are kept for the next request
  }

  @Override
  public boolean usingProxy() {
    return http.proxy().isPresent();
  }
}
