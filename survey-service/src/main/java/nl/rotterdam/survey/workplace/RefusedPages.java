// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Map;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.problem.Problem;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/**
 * Tells on a page of the workplace why something was not done; who was refused what is noted as
 * well.
 */
@RoleRequired(Role.READER)
public final class RefusedPages implements ContainerResponseFilter {
  private static final int FORBIDDEN = 403;
  private static final int FAILURE = 500;

  private final WorkplacePages pages;
  private final AuditLog audit;
  @Context private HttpServletRequest browser;

  RefusedPages(WorkplacePages pages, AuditLog audit) {
    this.pages = pages;
    this.audit = audit;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getSecurityContext().getUserPrincipal() instanceof Employee employee)) {
      return;
    }
    if (response.getStatus() == FORBIDDEN) {
      String what = request.getMethod() + " /" + request.getUriInfo().getPath();
      audit.note(employee, "refused", what, browser.getRemoteAddr());
      show(pages.page(FORBIDDEN, Section.OVERVIEW, "refused", employee, Map.of()), response);
    } else if (browser.getAttribute(Problem.ATTRIBUTE) instanceof Problem problem
        && problem.status() < FAILURE
        && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
      show(
          pages.page(
              problem.status(), Section.OVERVIEW, "problem", employee, Map.of("problem", problem)),
          response);
    }
  }

  private static void show(Response page, ContainerResponseContext response) {
    page.getHeaders()
        .forEach((name, values) -> response.getHeaders().put(name, new ArrayList<>(values)));
    response.setEntity(page.getEntity(), new Annotation[0], page.getMediaType());
  }
}
