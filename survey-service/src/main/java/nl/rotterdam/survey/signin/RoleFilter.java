// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signin;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import nl.rotterdam.survey.problem.ProblemException;
import org.glassfish.jersey.uri.UriComponent;

/** Lets nobody in who is not signed in or may not do this. */
@RoleRequired(Role.READER)
@Priority(Priorities.AUTHENTICATION)
public final class RoleFilter implements ContainerRequestFilter {
  /** The header of a request that no person made. */
  private static final String LIVE = "Peilschaal-Live";

  private final Sessions sessions;
  private final Cookies cookies;
  private final String signIn;
  @Context private ResourceInfo operation;

  /**
   * @param signIn the page where employees sign in, to which the page that they wanted is added
   */
  public RoleFilter(Sessions sessions, Cookies cookies, String signIn) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.signIn = signIn;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Employee> employee =
        cookies
            .session(request.getCookies())
            .flatMap(token -> isLive(request) ? sessions.find(token) : sessions.use(token));
    if (employee.isEmpty()) {
      // a page that fetches itself is not led through the door: nobody is there to go on
      request.abortWith(
          isLive(request)
              ? Response.status(Response.Status.UNAUTHORIZED).build()
              : Response.seeOther(toSignIn(request)).build());
      return;
    }
    // before the role is asked for: who is refused is noted
    request.setSecurityContext(
        new EmployeeContext(employee.get(), request.getSecurityContext().isSecure()));
    if (!employee.get().may(required())) {
      throw new ProblemException(403, "The role %s is needed here".formatted(required().code()));
    }
  }

  /** A page that fetches itself anew is not used by that: it would never end. */
  private static boolean isLive(ContainerRequestContext request) {
    return request.getHeaderString(LIVE) != null;
  }

  private Role required() {
    return Optional.ofNullable(operation.getResourceMethod().getAnnotation(RoleRequired.class))
        .orElseGet(() -> operation.getResourceClass().getAnnotation(RoleRequired.class))
        .value();
  }

  /** A form that was sent is not sent again after signing in: it may say something else by then. */
  private URI toSignIn(ContainerRequestContext request) {
    String wanted =
        OwnFormFilter.LOOKING.contains(request.getMethod())
            ? request.getUriInfo().getRequestUri().getRawPath()
                + Optional.ofNullable(request.getUriInfo().getRequestUri().getRawQuery())
                    .map(query -> "?" + query)
                    .orElse("")
            : "";
    return URI.create(
        wanted.isEmpty()
            ? signIn
            : signIn
                + "?to="
                + UriComponent.encode(wanted, UriComponent.Type.QUERY_PARAM_SPACE_ENCODED));
  }

  private record EmployeeContext(Employee employee, boolean secure) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return employee;
    }

    @Override
    public boolean isUserInRole(String code) {
      return Role.of(code).filter(employee::may).isPresent();
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return Sessions.COOKIE;
    }
  }
}
