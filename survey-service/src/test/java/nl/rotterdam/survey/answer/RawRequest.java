// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request as it stands, for what a proper HTTP client refuses to send. */
final class RawRequest {
  private RawRequest() {}

  /** The whole answer, from its status line on. */
  static String get(URI server, String target, String accept) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: %s\r\nConnection: close\r\n\r\n"
              .formatted(target, server.getAuthority(), accept);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
