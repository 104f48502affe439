// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** There is nothing at an address of the API with a slash at its end, whatever is without it. */
@PreMatching
public final class NoTrailingSlash implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (ApiVersion.isOfTheApi(request) && request.getUriInfo().getPath().endsWith("/")) {
      throw new NotFoundException();
    }
  }
}
