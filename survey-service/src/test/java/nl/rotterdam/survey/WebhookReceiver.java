// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A system that is told what happens, and answers as a test says. */
final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

  /** What it was told. */
  record Told(String path, String contentType, String signature, String body) {}

  /** What it answers. */
  record Answer(int status, Map<String, String> headers) {}

  private WebhookReceiver(HttpServer server) {
    this.server = server;
  }

  /** At this port; 0: at any. */
  static WebhookReceiver start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    WebhookReceiver receiver = new WebhookReceiver(server);
    server.createContext("/", receiver::take);
    server.start();
    return receiver;
  }

  private void take(HttpExchange exchange) throws IOException {
    told.add(
        new Told(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestHeaders().getFirst("Peilschaal-Signature"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    Answer answer = answers.isEmpty() ? new Answer(204, Map.of()) : answers.remove();
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }

  /** The next answer, in the place of 204. */
  void willAnswer(int status, String... header) {
    answers.add(new Answer(status, header.length == 0 ? Map.of() : Map.of(header[0], header[1])));
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  void forget() {
    told.clear();
    answers.clear();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
