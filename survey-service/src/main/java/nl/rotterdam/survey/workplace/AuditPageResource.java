// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.audit.Entry;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;
import nl.rotterdam.survey.text.Texts;

/** The audit log: on pages, and whole as a file. */
@Path("/workplace/administration")
@RoleRequired(Role.ADMINISTRATOR)
public final class AuditPageResource {
  private static final int ON_A_PAGE = 100;

  private final AdministrationPage.Frame frame;
  private final AuditLog audit;
  private final Clock clock;

  AuditPageResource(AdministrationPage.Frame frame, AuditLog audit, Clock clock) {
    this.frame = frame;
    this.audit = audit;
    this.clock = clock;
  }

  /** An entry in words. */
  public record Line(Entry entry, String action, String subject) {
    static Line of(Entry entry, Texts texts) {
      return new Line(
          entry,
          texts.find("audit.action." + entry.action()).orElse(entry.action()),
          texts.find("audit." + entry.action() + "." + entry.subject()).orElse(entry.subject()));
    }
  }

  /** The newest first; before: the last entry of the page before this one. */
  @GET
  @Path("/audit")
  @Produces(MediaType.TEXT_HTML)
  public Response list(
      @QueryParam("before") @DefaultValue("" + Long.MAX_VALUE) long before,
      @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    Texts texts = frame.pages().texts(employee.language());
    List<Entry> some = audit.listBefore(before, ON_A_PAGE + 1);
    List<Entry> shown = some.subList(0, Math.min(ON_A_PAGE, some.size()));
    Map<String, Object> model = new HashMap<>();
    model.put("lines", shown.stream().map(entry -> Line.of(entry, texts)).toList());
    model.put("next", some.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).id() : 0L);
    model.put("first", before == Long.MAX_VALUE);
    model.put("today", today().toString());
    model.put("monthAgo", today().minusMonths(1).toString());
    return frame.page(200, AdministrationPage.AUDIT, "audit", employee, model);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(frame.zone()));
  }

  /** All of these days, both included, as they come from the database: as many as there are. */
  @GET
  @Path("/audit.{format:csv|ndjson}")
  @Produces(MediaType.WILDCARD)
  public Response export(
      @PathParam("format") String format,
      @QueryParam("since") String since,
      @QueryParam("until") String until,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    Instant first = since == null ? Instant.EPOCH : start(day("since", since));
    Instant end = start(until == null ? today().plusDays(1) : day("until", until).plusDays(1));
    AuditFile file = AuditFile.valueOf(format.toUpperCase(Locale.ROOT));
    String name = "audit-" + today() + "." + format;
    audit.note(Employee.of(request), "audit_exported", name, browser.getRemoteAddr());
    StreamingOutput body = out -> file.write(audit, first, end, out);
    return Response.ok(body, file.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(frame.zone()).toInstant();
  }

  private static LocalDate day(String field, String written) {
    try {
      LocalDate day = LocalDate.parse(written);
      if (day.getYear() < 1970 || day.getYear() > 9999) {
        throw ProblemException.badField(field, "must be a day from 1970 to 9999");
      }
      return day;
    } catch (DateTimeParseException e) {
      throw ProblemException.badField(field, "must be a day such as 2025-05-31");
    }
  }
}
