// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/**
 * Says that the connection ends where a request with a body is refused (RFC 9112, 9.3): the rest of
 * the body may not have been read, so the server closes. A client that is not told sends its next
 * request into a connection that is gone.
 */
public final class CloseUnread implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean body = request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    if (body && response.getStatus() >= 400) {
      response.getHeaders().putSingle("Connection", "close");
    }
  }
}
