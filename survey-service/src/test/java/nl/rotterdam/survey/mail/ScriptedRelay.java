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
final class ScriptedRelay implements AutoCloseable {
  static final String HANG_UP = "hang up";

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Map<String, String> replies = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  ScriptedRelay() throws IOException {
    replies.put("greeting", "220 relay");
    replies.put("EHLO", "250-relay\r\n250 AUTH PLAIN");
    replies.put("AUTH", "235 welcome");
    replies.put("DATA", "354 go on");
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  /** The reply to a verb from now on; "greeting" and "." count as verbs. */
  void reply(String verb, String reply) {
    replies.put(verb, reply);
  }

  int port() {
    return door.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  List<String> commands() {
    return commands;
  }

  @Override
  public void close() throws IOException {
    door.close();
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
          while (!".".equals(in.readLine())) {
            // the text of the mail
          }
          open = say(out, replies.getOrDefault(".", "250 taken"));
        }
      }
    } catch (SocketException e) {
      // the client has gone: on to the next one
    }
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
