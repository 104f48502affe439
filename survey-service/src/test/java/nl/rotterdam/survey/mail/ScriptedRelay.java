// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP relay that answers a command as it is told to; "hang up" ends the connection. */
public final class ScriptedRelay implements AutoCloseable {
  static final String HANG_UP = "hang up";

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Thread porter = new Thread(this::accept);
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> messageIds = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  public ScriptedRelay() throws IOException {
    replies.put("greeting", "220 relay");
    replies.put("EHLO", "250-relay\r\n250 AUTH PLAIN");
    replies.put("AUTH", "235 welcome");
    replies.put("DATA", "354 go on");
    porter.setDaemon(true);
    porter.start();
  }

  /** The reply to a verb from now on; "greeting" and "." count as verbs. */
  void reply(String verb, String reply) {
    replies.put(verb, reply);
  }

  public int port() {
    return door.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** The Message-ID of each mail that was taken, in their order. */
  public List<String> messageIds() {
    return messageIds;
  }

  List<String> commands() {
    return commands;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /** Closes, and comes back when nobody can get in any more; for when nobody is inside. */
  void closeAndWait() throws IOException, InterruptedException {
    close();
    porter.join();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        connections.incrementAndGet();
        converse(client);
      }
    } catch (SocketException e) {
      Thread.currentThread().interrupt(); // the door is closed
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void converse(Socket client) throws IOException {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = client.getOutputStream();
      boolean open = say(out, replies.get("greeting"));
      while (open) {
        String line = in.readLine();
        if (line == null) {
          return;
        }
        String verb = line.split(" ", 2)[0];
        commands.add(line);
        String reply = replies.getOrDefault(verb, "250 ok");
        open = say(out, reply) && !verb.equals("QUIT");
        if (verb.equals("DATA") && reply.startsWith("354")) {
          String id = takeText(in);
          if (id == null) {
            return;
          }
          messageIds.add(id);
          open = say(out, replies.getOrDefault(".", "250 taken"));
        }
      }
    } catch (SocketException e) {
      // the client has gone: on to the next one
    }
  }

  /** Reads the text of a mail to its end; its Message-ID, or null where the client left before. */
  private static String takeText(BufferedReader in) throws IOException {
    String id = "none";
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        return null;
      }
      id = line.startsWith("Message-ID: ") ? line : id;
    }
    return id;
  }

  private static boolean say(OutputStream out, String reply) throws IOException {
    if (reply.equals(HANG_UP)) {
      return false;
    }
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return !reply.startsWith("421");
  }
}
