// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Says with every answer of the API which version it is of. */
public final class ApiVersion implements ContainerResponseFilter {
  /** Its first number stands in all addresses. */
  public static final String NUMBER = "1.0.0";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (isOfTheApi(request)) {
      response.getHeaders().putSingle(ApiDocument.VERSION_HEADER, NUMBER);
    }
  }

  static boolean isOfTheApi(ContainerRequestContext request) {
    return ("/" + request.getUriInfo().getPath()).startsWith(ApiDocument.PREFIX + "/");
  }
}
