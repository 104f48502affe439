// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.key;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** Lets nobody in without a source's key, before a byte of the body is read. */
@ApiKeyRequired(Scope.CONTACTS)
@Priority(Priorities.AUTHENTICATION)
public final class ApiKeyFilter implements ContainerRequestFilter {
  private final ApiKeys keys;
  @Context private ResourceInfo operation;

  public ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = keys.caller(request.getHeaderString(ApiKeys.HEADER), required());
    request.setSecurityContext(new SourceContext(caller, request.getSecurityContext().isSecure()));
  }

  private Scope[] required() {
    return Optional.ofNullable(operation.getResourceMethod().getAnnotation(ApiKeyRequired.class))
        .orElseGet(() -> operation.getResourceClass().getAnnotation(ApiKeyRequired.class))
        .value();
  }

  private record SourceContext(Caller caller, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return caller;
    }

    @Override
    public boolean isUserInRole(String role) {
      return Scope.of(role).filter(caller.scopes()::contains).isPresent();
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
