// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.signal.Signal;
import nl.rotterdam.survey.signal.SignalIndex;
import nl.rotterdam.survey.signal.SignalQuery;
import nl.rotterdam.survey.signal.Signals;
import nl.rotterdam.survey.signal.Themes;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/** What residents wrote: to be searched, and to be taken away where it still names somebody. */
@Path("/workplace/signals")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.READER)
public final class SignalsResource {
  static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final WorkplacePages pages;
  private final Signals signals;
  private final SignalIndex index;
  private final Themes themes;
  private final AuditLog audit;

  public SignalsResource(
      WorkplacePages pages, Signals signals, SignalIndex index, Themes themes, AuditLog audit) {
    this.audit = audit;
    this.pages = pages;
    this.signals = signals;
    this.index = index;
    this.themes = themes;
  }

  @GET
  public Response list(
      @BeanParam SignalFilter filter,
      @QueryParam("page") String page,
      @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    SignalsView view =
        SignalsView.of(
            filter.query(themes),
            page(page),
            signals,
            index,
            themes,
            employee,
            pages.texts(employee.language()));
    return pages.page(Section.SIGNALS, "signals", employee, Map.of("view", view));
  }

  private static int page(String written) {
    if (written == null) {
      return 1;
    }
    if (!written.matches("[1-9]\\d{0,2}") || Integer.parseInt(written) > SignalsView.LAST) {
      throw ProblemException.badField(
          "page", "must be a whole number from 1 to " + SignalsView.LAST);
    }
    return Integer.parseInt(written);
  }

  /** All that fit, however many. */
  @GET
  @Path("/signals.csv")
  @Produces("text/csv;charset=utf-8")
  @RoleRequired(Role.WRITER)
  public Response export(
      @BeanParam SignalFilter filter,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    SignalQuery query = filter.query(themes);
    audit.note(Employee.of(request), "export", "signals.csv", browser.getRemoteAddr());
    StreamingOutput lines = out -> SignalsCsv.write(query, signals, index, out);
    return Response.ok(lines)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"signals.csv\"")
        .build();
  }

  /** Asks whether the text is really to be taken away. */
  @GET
  @Path("/{id: " + ID + "}/mark")
  public Response confirm(@PathParam("id") UUID id, @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    Signal signal =
        signals.find(id).orElseThrow(() -> new ProblemException(404, "There is no such signal"));
    return pages.page(
        Section.SIGNALS,
        "signal-mark",
        employee,
        Map.of("signal", SignalsView.entry(signal, themes, pages.texts(employee.language()))));
  }

  /** Whoever presses twice, or after somebody else, is told the same. */
  @POST
  @Path("/{id: " + ID + "}/mark")
  public Response mark(
      @PathParam("id") UUID id,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    Employee employee = Employee.of(request);
    signals.mark(id, employee.subject());
    audit.note(employee, "signal_marked", id.toString(), browser.getRemoteAddr());
    return Response.seeOther(URI.create(pages.pages().path(Section.SIGNALS.path() + "/marked-one")))
        .build();
  }

  /** Says that it is gone. */
  @GET
  @Path("/marked-one")
  public Response marked(@Context SecurityContext request) {
    return pages.page(Section.SIGNALS, "signal-marked", Employee.of(request), Map.of());
  }
}
