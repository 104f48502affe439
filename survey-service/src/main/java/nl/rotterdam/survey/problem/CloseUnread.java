// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that the connection ends where a request with a body is refused (RFC 9112, 9.3): the rest of
 * the body may not have been read, so the server closes. A client that is not told sends its next
 * request into a connection that is gone. The rest of a body that was found wrong is read and
 * thrown away: a client that is still sending when the connection closes would never see why.
 */
public final class CloseUnread implements ContainerResponseFilter {
  private static final Logger LOG = LoggerFactory.getLogger(CloseUnread.class);
  private static final int BAD_REQUEST = 400;
  private static final int DRAINED = 256 * 1024;

  @Context private HttpServletRequest sent;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean body = request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    if (body && response.getStatus() >= BAD_REQUEST) {
      response.getHeaders().putSingle("Connection", "close");
    }
    boolean small = request.getLength() > 0 && request.getLength() <= DRAINED;
    if (small && response.getStatus() == BAD_REQUEST) {
      drain();
    }
  }

  private void drain() {
    try {
      sent.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.debug("A client went before the rest of its body came", e);
    }
  }
}
