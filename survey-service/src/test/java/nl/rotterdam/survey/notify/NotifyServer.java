// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** NotifyNL as its API is documented, on this machine, with failures on cue. */
public final class NotifyServer implements AutoCloseable {
  public static final String MAIL_TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
  public static final String SMS_TEMPLATE = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3";

  private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
  private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";

  /** A key as NotifyNL gives it. */
  public static final String API_KEY = "peilschaal-" + SERVICE + "-" + SECRET;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What happens to a request. */
  private enum Fate {
    /** It is taken, and the connection ends before the answer. */
    ANSWER_LOST,
    /** It is taken, and answered after the client has gone. */
    ANSWER_LATE,
    /** The connection ends before it is taken. */
    NOT_TAKEN,
    REFUSED,
    ANSWER_UNREADABLE
  }

  private record Cue(Fate fate, int status, String answer) {}

  /** A message that was taken, as it was posted. */
  public record Message(String id, String kind, JsonNode request) {
    public String reference() {
      return request.get("reference").asText();
    }

    public String placeholder(String name) {
      return request.get("personalisation").get(name).asText();
    }
  }

  private final HttpServer http;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger lookups = new AtomicInteger();
  private final Queue<Cue> forMessages = new ArrayDeque<>();
  private final Queue<Cue> forLookups = new ArrayDeque<>();
  private volatile String status = "sending";

  public NotifyServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    http.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "notify");
              thread.setDaemon(true);
              return thread;
            }));
    http.createContext("/v2/notifications", this::answer);
    http.start();
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** The messages that were taken, in their order. */
  public List<Message> messages() {
    return messages;
  }

  /** How often a message was posted, taken or not. */
  public int posts() {
    return posts.get();
  }

  public int lookups() {
    return lookups.get();
  }

  /** The fate of all messages, as lookups tell it. */
  public void status(String told) {
    status = told;
  }

  /** The next message is taken, and its answer lost. */
  public void loseNextAnswer() {
    forMessages.add(new Cue(Fate.ANSWER_LOST, 0, ""));
  }

  void delayNextAnswer() {
    forMessages.add(new Cue(Fate.ANSWER_LATE, 0, ""));
  }

  void garbleNextAnswer() {
    forMessages.add(new Cue(Fate.ANSWER_UNREADABLE, 0, ""));
  }

  /** The connection ends before the next message is taken. */
  void loseNextMessage() {
    forMessages.add(new Cue(Fate.NOT_TAKEN, 0, ""));
  }

  /** The next message is refused with this error. */
  public void refuseNext(int refusal, String error, String message) {
    forMessages.add(new Cue(Fate.REFUSED, refusal, error(refusal, error, message)));
  }

  void refuseNextLookup(int refusal, String error, String message) {
    forLookups.add(new Cue(Fate.REFUSED, refusal, error(refusal, error, message)));
  }

  /** Forgets everything, so that the next test begins with nothing. */
  public void clear() {
    messages.clear();
    forMessages.clear();
    forLookups.clear();
    posts.set(0);
    lookups.set(0);
    status = "sending";
  }

  @Override
  public void close() {
    http.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!signed(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 403, error(403, "AuthError", "Invalid token: API key not found"));
      } else if (exchange.getRequestMethod().equals("POST")) {
        take(exchange);
      } else {
        lookUp(exchange);
      }
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    posts.incrementAndGet();
    JsonNode request = JSON.readTree(exchange.getRequestBody());
    Cue cue = forMessages.poll();
    if (cue != null && cue.fate() == Fate.REFUSED) {
      say(exchange, cue.status(), cue.answer());
      return;
    }
    if (cue != null && cue.fate() == Fate.NOT_TAKEN) {
      return;
    }
    String path = exchange.getRequestURI().getPath();
    String kind = path.substring(path.lastIndexOf('/') + 1);
    Message message = new Message(UUID.randomUUID().toString(), kind, request);
    messages.add(message);
    if (cue == null) {
      say(exchange, 201, accepted(message));
    } else if (cue.fate() == Fate.ANSWER_UNREADABLE) {
      say(exchange, 201, "<html>" + request + "</html>");
    } else if (cue.fate() == Fate.ANSWER_LATE) {
      sleep(2000);
    }
  }

  private void lookUp(HttpExchange exchange) throws IOException {
    lookups.incrementAndGet();
    Cue cue = forLookups.poll();
    if (cue != null) {
      say(exchange, cue.status(), cue.answer());
      return;
    }
    String wanted = "reference=";
    String query = exchange.getRequestURI().getQuery();
    ObjectNode page = JSON.createObjectNode();
    page.putObject("links").put("current", url() + exchange.getRequestURI());
    var found = page.putArray("notifications");
    messages.stream()
        .filter(message -> query.equals(wanted + message.reference()))
        .forEach(message -> found.add(notification(message)));
    say(exchange, 200, page.toString());
  }

  private ObjectNode notification(Message message) {
    ObjectNode notification =
        JSON.createObjectNode()
            .put("id", message.id())
            .put("reference", message.reference())
            .put("type", message.kind())
            .put("status", status)
            .put("body", "…")
            .put("created_at", "2025-05-14T10:00:00.000000Z");
    template(notification, message);
    return notification;
  }

  private String accepted(Message message) {
    ObjectNode answer =
        JSON.createObjectNode()
            .put("id", message.id())
            .put("reference", message.reference())
            .put("uri", url() + "/v2/notifications/" + message.id());
    answer
        .putObject("content")
        .put("body", "…")
        .put("subject", "…")
        .put("from_email", "peilschaal@notifynl.nl")
        .put("from_number", "Rotterdam");
    template(answer, message);
    return answer.toString();
  }

  private void template(ObjectNode parent, Message message) {
    String id = message.request().get("template_id").asText();
    parent
        .putObject("template")
        .put("id", id)
        .put("version", 1)
        .put("uri", url() + "/v2/template/" + id);
  }

  private static String error(int status, String error, String message) {
    ObjectNode answer = JSON.createObjectNode().put("status_code", status);
    answer.putArray("errors").addObject().put("error", error).put("message", message);
    return answer.toString();
  }

  /** Whether the token is made with the secret of the key, for the service of the key. */
  private static boolean signed(String authorization) {
    String[] token = authorization.replaceFirst("^Bearer ", "").split("\\.", 3);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] expected =
          mac.doFinal((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
      String issuer = JSON.readTree(Base64.getUrlDecoder().decode(token[1])).get("iss").asText();
      return MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(token[2]))
          && issuer.equals(SERVICE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(HttpExchange exchange, int status, String answer) throws IOException {
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
