// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.download.Download;
import nl.rotterdam.survey.download.Downloads;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;
import nl.rotterdam.survey.text.Texts;

/** What takes long to make: asked for here, and found here when it is ready. */
@Path(DownloadsPageResource.PATH)
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.WRITER)
public final class DownloadsPageResource {
  static final String PATH = "/workplace/reports/downloads";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final WorkplacePages pages;
  private final Downloads downloads;
  private final Figures figures;
  private final Issues issues;
  private final AuditLog audit;
  private final ZoneId zone;

  DownloadsPageResource(
      WorkplacePages pages,
      Downloads downloads,
      Figures figures,
      Issues issues,
      AuditLog audit,
      ZoneId zone) {
    this.pages = pages;
    this.downloads = downloads;
    this.figures = figures;
    this.issues = issues;
    this.audit = audit;
    this.zone = zone;
  }

  @GET
  public Response list(@Context SecurityContext request) {
    Employee employee = Employee.of(request);
    Texts texts = pages.texts(employee.language());
    List<Download> own = downloads.list(employee.subject());
    Map<String, Object> model = new HashMap<>();
    model.put("menu", Shelf.menu(texts));
    model.put("here", PATH);
    model.put("downloads", own);
    model.put("working", own.stream().anyMatch(one -> one.endedAt() == null));
    model.put("moments", new Moments(zone, texts.locale()));
    Months months = months(employee.language());
    model.put("months", months);
    model.put("years", months.years(figures.runningMonth()));
    model.put("spoken", pages.languages());
    return pages.page(Section.REPORTS, "downloads", employee, model);
  }

  @POST
  public Response ask(@BeanParam DownloadForm form, @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    List<Year> years = months(employee.language()).years(figures.runningMonth());
    downloads.ask(employee.subject(), form.order(figures, years));
    return Response.seeOther(URI.create(pages.pages().path(PATH))).build();
  }

  @GET
  @Path("/{id: " + ID + "}")
  @Produces("application/zip")
  public Response take(
      @PathParam("id") UUID id,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    Employee employee = Employee.of(request);
    Download ready =
        downloads
            .findReady(id, employee.subject())
            .orElseThrow(
                () ->
                    new ProblemException(404, "There is no such download of yours that is ready"));
    audit.note(employee, "export", ready.fileName(), browser.getRemoteAddr());
    StreamingOutput file = out -> downloads.write(id, out);
    return Response.ok(file)
        .header(HttpHeaders.CONTENT_LENGTH, ready.bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + ready.fileName() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** The month that is chosen at first is the last one that is over. */
  private Months months(String language) {
    YearMonth running = figures.runningMonth();
    return Months.of(issues.of(running.minusMonths(1), language), running);
  }
}
