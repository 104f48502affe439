// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.signal.Signals;
import nl.rotterdam.survey.signal.Themes;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;
import nl.rotterdam.survey.text.Texts;

/** Texts that somebody said still hold personal data: to be deleted, or shown again. */
@Path("/workplace/signals/marked")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.ADMINISTRATOR)
public final class MarkedSignalsResource {
  private static final int MOST = 100;

  private final WorkplacePages pages;
  private final Signals signals;
  private final Themes themes;
  private final AuditLog audit;

  public MarkedSignalsResource(
      WorkplacePages pages, Signals signals, Themes themes, AuditLog audit) {
    this.audit = audit;
    this.pages = pages;
    this.signals = signals;
    this.themes = themes;
  }

  @GET
  public Response list(@Context SecurityContext request) {
    Employee employee = Employee.of(request);
    Texts texts = pages.texts(employee.language());
    List<SignalsView.Entry> marked =
        signals.listMarked(MOST).stream()
            .map(signal -> SignalsView.entry(signal, themes, texts))
            .toList();
    return pages.page(Section.SIGNALS, "signals-marked", employee, Map.of("marked", marked));
  }

  @POST
  @Path("/{id: " + SignalsResource.ID + "}/{work: restore|delete}")
  public Response decide(
      @PathParam("id") UUID id,
      @PathParam("work") String work,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    boolean deletes = work.equals("delete");
    if (deletes) {
      signals.delete(id);
    } else {
      signals.restore(id);
    }
    audit.note(
        Employee.of(request),
        deletes ? "signal_deleted" : "signal_restored",
        id.toString(),
        browser.getRemoteAddr());
    return Response.seeOther(URI.create(pages.pages().path(Section.SIGNALS.path() + "/marked")))
        .build();
  }
}
