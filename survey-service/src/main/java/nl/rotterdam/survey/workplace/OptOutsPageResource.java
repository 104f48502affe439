// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Map;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.invitation.StoppedAddresses;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/** How many do not want to be asked, and one more by hand. */
@Path("/workplace/administration/opt-outs")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.ADMINISTRATOR)
public final class OptOutsPageResource {
  private final AdministrationPage.Frame frame;
  private final StoppedAddresses addresses;
  private final AuditLog audit;

  OptOutsPageResource(AdministrationPage.Frame frame, StoppedAddresses addresses, AuditLog audit) {
    this.frame = frame;
    this.addresses = addresses;
    this.audit = audit;
  }

  @GET
  public Response show(
      @QueryParam("done") @DefaultValue("false") boolean done, @Context SecurityContext request) {
    return page(200, done ? "done" : "", request);
  }

  /** What was typed is neither noted nor shown again. */
  @POST
  public Response stop(
      @FormParam("address") @DefaultValue("") String address,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    if (!addresses.stop(address)) {
      return page(400, "error", request);
    }
    audit.note(Employee.of(request), "address_stopped", "", browser.getRemoteAddr());
    String here = frame.pages().pages().path(AdministrationPage.OPT_OUTS.path());
    return Response.seeOther(URI.create(here + "?done=true")).build();
  }

  private Response page(int status, String message, SecurityContext request) {
    return frame.page(
        status,
        AdministrationPage.OPT_OUTS,
        "opt_outs",
        Employee.of(request),
        Map.of("message", message, "counts", addresses.counts()));
  }
}
