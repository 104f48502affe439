// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Lets nobody in without a source's key, before a byte of the body is read. */
@ApiKeyRequired
@Priority(Priorities.AUTHENTICATION)
public final class ApiKeyFilter implements ContainerRequestFilter {
  private final ApiKeys keys;

  public ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String source = keys.source(request.getHeaderString(ApiKeys.HEADER));
    request.setSecurityContext(new SourceContext(source, request.getSecurityContext().isSecure()));
  }

  private record SourceContext(String source, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> source;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return ApiKeys.HEADER;
    }
  }
}
