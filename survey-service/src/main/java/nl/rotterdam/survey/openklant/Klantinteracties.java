// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nl.rotterdam.survey.openklant.LimitedBody.TooLargeException;

/**
 * The Klantinteracties API of Open Klant. Its address is ours: of what a notification says no more
 * is used than an id, and no redirect is followed.
 */
final class Klantinteracties {
  /** Most bytes of an answer; a klantcontact with all that belongs to it has a few thousand. */
  static final int MAX_BYTES = 1_000_000;

  private final OpenKlantSettings settings;
  private final ObjectMapper json;
  private final Supplier<HttpClient> http;

  Klantinteracties(OpenKlantSettings settings, ObjectMapper json) {
    this.settings = settings;
    this.json = json;
    // it has a thread of its own, which commands do not need
    this.http =
        Suppliers.memoize(
            () ->
                HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(settings.timeout())
                    .build());
  }

  /** What is at the address, or empty where there is nothing any more. */
  Optional<JsonNode> fetch(Resource resource, UUID id, String query) throws NotNowException {
    URI address = URI.create(settings.url() + "/" + resource.plural() + "/" + id + query);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Token " + settings.token())
            .header("Accept", "application/json")
            .build();
    HttpResponse<byte[]> response = answer(request);
    return switch (response.statusCode()) {
      case 200 -> Optional.of(object(response.body()));
      case 404, 410 -> Optional.empty();
      default -> throw NotNowException.nothing("it answers with " + response.statusCode());
    };
  }

  private HttpResponse<byte[]> answer(HttpRequest request) throws NotNowException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.get().sendAsync(request, head -> new LimitedBody(MAX_BYTES));
    try {
      // the client's own time limit ends with the head of the answer
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw NotNowException.nothing("it does not answer within " + settings.timeout());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TooLargeException
          ? NotNowException.thisOne("its answer is larger than " + MAX_BYTES + " bytes")
          : NotNowException.nothing(
              "it is not reached: " + e.getCause().getClass().getSimpleName());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw NotNowException.nothing("interrupted");
    }
  }

  private JsonNode object(byte[] body) throws NotNowException {
    try {
      JsonNode read = json.readTree(body);
      if (read.isObject()) {
        return read;
      }
    } catch (IOException e) {
      // told below, without what was read
    }
    throw NotNowException.thisOne("its answer is not a JSON object");
  }
}
