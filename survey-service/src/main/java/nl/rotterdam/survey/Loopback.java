// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;

/**
 * Serving to this machine only: plain HTTP on the configured ports, whatever else is configured.
 *
 * @param port for everybody at this machine
 * @param adminPort for its operator
 */
record Loopback(DefaultServerFactory server, int port, int adminPort) {
  private static final String HOST = "127.0.0.1";

  /** The ports of these settings. */
  static Loopback of(ServerFactory settings) {
    if (!(settings instanceof DefaultServerFactory server)) {
      throw new SettingException("server must be of type default for the demo.");
    }
    Loopback loopback =
        new Loopback(
            server, port(server.getApplicationConnectors()), port(server.getAdminConnectors()));
    if (loopback.port == 0) {
      throw new SettingException("PORT must be a port from 1 to 65535 for the demo, not 0.");
    }
    return loopback;
  }

  private static int port(List<ConnectorFactory> connectors) {
    return connectors.stream()
        .filter(HttpConnectorFactory.class::isInstance)
        .map(connector -> ((HttpConnectorFactory) connector).getPort())
        .findFirst()
        .orElseThrow(() -> new SettingException("server needs a connector of type http."));
  }

  /** Where it answers. */
  URI url() {
    return URI.create("http://" + HOST + ":" + port);
  }

  /** Makes sure beforehand that nobody else serves there. */
  void requireFree() {
    requireFree("PORT", port);
    requireFree("ADMIN_PORT", adminPort);
  }

  private static void requireFree(String name, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(HOST, port));
    } catch (IOException e) {
      throw new UsageException(
          "Port %d cannot be used (%s); set %s to another one."
              .formatted(port, e.getMessage(), name));
    }
  }

  /** From now on these are the settings. */
  void apply() {
    server.setApplicationConnectors(List.of(connector(port)));
    server.setAdminConnectors(List.of(connector(adminPort)));
  }

  private static ConnectorFactory connector(int port) {
    HttpConnectorFactory connector = new HttpConnectorFactory();
    connector.setBindHost(HOST);
    connector.setPort(port);
    return connector;
  }
}
