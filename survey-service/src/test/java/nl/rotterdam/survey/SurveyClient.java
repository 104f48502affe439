// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Talks HTTP to the service, as a source system and as a browser. */
public final class SurveyClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI url;

  public SurveyClient(URI url) {
    this.url = url;
  }

  /** Whom it talks to. */
  public URI url() {
    return url;
  }

  /** What came back. */
  public record Response(int status, String body, HttpResponse<String> http) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }
  }

  /** Reports a contact as the default source. */
  public Response report(Map<String, ?> contact) {
    try {
      return reportRaw(JSON.writeValueAsString(contact));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends this body as a contact. */
  public Response reportRaw(String body) {
    return send(
        HttpRequest.newBuilder(url.resolve("/v1/contacts"))
            .header("Content-Type", "application/json")
            .header("X-Api-Key", SurveyApp.API_KEY)
            .POST(BodyPublishers.ofString(body)));
  }

  public Response get(String path) {
    return send(HttpRequest.newBuilder(url.resolve(path)).GET());
  }

  /** Submits a form. */
  public Response post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  public Response send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Response(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
