// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Opens connections with a time limit and a check of the carrier's identity: jSMPP's have none. */
record SmppConnector(SmsSettings settings) implements ConnectionFactory {

  @Override
  public Connection createConnection(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      int millis = Math.toIntExact(settings.connectTimeout().toMillis());
      socket.connect(new InetSocketAddress(host, port), millis);
      socket.setTcpNoDelay(true);
      if (settings.tls()) {
        socket.setSoTimeout(millis);
        socket = encrypted(socket, host, port);
      }
      return new SocketConnection(socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket encrypted(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
