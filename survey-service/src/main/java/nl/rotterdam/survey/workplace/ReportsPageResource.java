// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
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
import java.net.URI;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.Publisher;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.report.MonthlyReports;
import nl.rotterdam.survey.report.ReportArchive;
import nl.rotterdam.survey.report.Standing;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/** What was reported of each month, and publishing the next one, in two steps. */
@Path("/workplace/reports")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.READER)
public final class ReportsPageResource {
  private final WorkplacePages pages;
  private final Shelf shelf;
  private final Figures figures;
  private final Issues issues;
  private final ReportArchive archive;
  private final MonthlyReports reports;
  private final Publisher publisher;
  private final AuditLog audit;

  ReportsPageResource(
      WorkplacePages pages,
      Shelf shelf,
      Figures figures,
      Issues issues,
      ReportArchive archive,
      MonthlyReports reports,
      Publisher publisher,
      AuditLog audit) {
    this.pages = pages;
    this.shelf = shelf;
    this.figures = figures;
    this.issues = issues;
    this.archive = archive;
    this.reports = reports;
    this.publisher = publisher;
    this.audit = audit;
  }

  @GET
  public Response list(@Context SecurityContext request) {
    Employee employee = Employee.of(request);
    Map<String, Object> model = new HashMap<>();
    model.put("menu", Shelf.menu(pages.texts(employee.language())));
    model.put("here", Section.REPORTS.path());
    model.put("downloads", DownloadsPageResource.PATH);
    model.put("shelf", shelf.of(words(employee)));
    model.put("mayTake", employee.may(Role.WRITER));
    model.put("mayPublish", employee.may(Role.PUBLISHER));
    return pages.page(Section.REPORTS, "reports", employee, model);
  }

  /** The first step: what will be frozen. */
  @GET
  @Path("/publish")
  @RoleRequired(Role.PUBLISHER)
  public Response preview(@QueryParam("month") String month, @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    Map<String, Object> model = new HashMap<>();
    Publisher.Preview preview = publisher.preview("month", month(month));
    model.put("preview", preview);
    model.put("rows", words(employee).count(preview.rows()));
    model.put("name", words(employee).month(month(month)));
    return pages.page(Section.REPORTS, "publish", employee, model);
  }

  /** The second one. */
  @POST
  @Path("/publish")
  @RoleRequired(Role.PUBLISHER)
  public Response publish(
      @FormParam("month") String month,
      @FormParam("note") String note,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    publisher.publish("month", month(month), note == null || note.isBlank() ? null : note.strip());
    audit.note(
        Employee.of(request), "publication", month(month).toString(), browser.getRemoteAddr());
    return Response.seeOther(URI.create(pages.pages().path(Section.REPORTS.path()))).build();
  }

  /** A report that is not final, as it was mailed. */
  @GET
  @Path("/{month}/{language}/concept.pdf")
  @Produces("application/pdf")
  @RoleRequired(Role.WRITER)
  public Response concept(
      @PathParam("month") String month,
      @PathParam("language") String language,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    byte[] pdf =
        archive
            .pdf(month(month), language, Standing.CONCEPT)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404, "There is no concept report of %s in %s".formatted(month, language)));
    String name = "report-%s-%s-concept.pdf".formatted(month(month), language);
    return taken(pdf, name, request, browser);
  }

  /** The report of a month as it would be now. */
  @GET
  @Path("/{month}/{language}/now.pdf")
  @Produces("application/pdf")
  @RoleRequired(Role.WRITER)
  public Response now(
      @PathParam("month") String month,
      @PathParam("language") String language,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    byte[] pdf = reports.report(month(month), language).pdf();
    String name = "report-%s-%s-now.pdf".formatted(month(month), language);
    return taken(pdf, name, request, browser);
  }

  /** What is not published is noted. */
  private Response taken(
      byte[] content, String name, SecurityContext request, HttpServletRequest browser) {
    audit.note(Employee.of(request), "export", name, browser.getRemoteAddr());
    return Response.ok(content)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private YearMonth month(String written) {
    if (written == null) {
      throw ProblemException.badField("month", "is required");
    }
    return figures.month("month", written);
  }

  private Notation words(Employee employee) {
    return new Notation(issues.of(figures.runningMonth(), employee.language()).words());
  }
}
