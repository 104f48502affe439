// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.HashMap;
import java.util.Map;
import nl.rotterdam.survey.intake.Fates;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/** What became of one contact: the same that its source system is told. */
@Path("/workplace/administration/contact")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.ADMINISTRATOR)
public final class FatePageResource {
  private final AdministrationPage.Frame frame;
  private final Fates fates;

  FatePageResource(AdministrationPage.Frame frame, Fates fates) {
    this.frame = frame;
    this.fates = fates;
  }

  @GET
  public Response find(
      @QueryParam("source") @DefaultValue("") String source,
      @QueryParam("externalId") @DefaultValue("") String externalId,
      @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    Map<String, Object> model = new HashMap<>();
    model.put("source", source);
    model.put("externalId", externalId);
    model.put("missing", false);
    if (!externalId.isBlank()) {
      try {
        model.put("fate", fates.of(source.strip(), externalId, employee.language()));
      } catch (ProblemException e) {
        model.put("missing", true);
      }
    }
    return frame.page(200, AdministrationPage.CONTACT, "contact", employee, model);
  }
}
