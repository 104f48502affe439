// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.key.ApiKey;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.key.SourceKeys;
import nl.rotterdam.survey.key.SourceKeys.Made;
import nl.rotterdam.survey.key.SourceSettings;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/** The source systems and their keys: made, replaced and revoked. */
@Path("/workplace/administration")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.ADMINISTRATOR)
public final class SourcesPageResource {
  private static final List<String> OVERLAPS = List.of("PT0S", "P1D", "P7D", "P30D");

  private final AdministrationPage.Frame frame;
  private final SourceKeys keys;
  private final List<String> settled;
  private final AuditLog audit;

  /**
   * @param settled the sources whose key stands in the settings
   */
  SourcesPageResource(
      AdministrationPage.Frame frame, SourceKeys keys, List<String> settled, AuditLog audit) {
    this.frame = frame;
    this.keys = keys;
    this.settled = List.copyOf(settled);
    this.audit = audit;
  }

  /** A key, and whether it opens anything. */
  public record Standing(ApiKey key, boolean works) {}

  @GET
  public Response list(@Context SecurityContext request) {
    return list(200, "", Employee.of(request));
  }

  private Response list(int status, String error, Employee employee) {
    return frame.page(
        status,
        AdministrationPage.SOURCES,
        "sources",
        employee,
        Map.of(
            "error",
            error,
            "settled",
            settled,
            "keys",
            keys.list().stream().map(key -> new Standing(key, keys.works(key))).toList(),
            "scopes",
            Arrays.stream(Scope.values()).map(Scope::code).toList(),
            "usual",
            Scope.USUAL.stream().map(Scope::code).toList(),
            "perMinute",
            SourceSettings.USUAL_PER_MINUTE));
  }

  /** Makes a key, which is shown in the answer and nowhere else. */
  @POST
  @Path("/keys")
  public Response make(
      @FormParam("source") @DefaultValue("") String source,
      @FormParam("scope") List<String> scopes,
      @FormParam("perMinute") @DefaultValue("") String perMinute,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    Employee employee = Employee.of(request);
    if (!source.strip().matches(SourceSettings.NAME)) {
      return list(400, "source", employee);
    }
    if (scopes.isEmpty()) {
      return list(400, "scope", employee);
    }
    try {
      Made made =
          keys.make(source.strip(), String.join(",", scopes), Integer.parseInt(perMinute.strip()));
      audit.note(employee, "key_made", made.key().name(), browser.getRemoteAddr());
      return shown(made, employee);
    } catch (NumberFormatException | ProblemException e) {
      return list(400, "per_minute", employee);
    }
  }

  private Response shown(Made made, Employee employee) {
    return frame.page(
        200,
        AdministrationPage.SOURCES,
        "key_made",
        employee,
        Map.of("key", made.key(), "secret", made.secret()));
  }

  /** Asks before anything is done to a key. */
  @GET
  @Path("/keys/{name}/{deed:rotate|revoke}")
  public Response ask(
      @PathParam("name") String name,
      @PathParam("deed") String deed,
      @Context SecurityContext request) {
    return frame.page(
        200,
        AdministrationPage.SOURCES,
        "key_" + deed,
        Employee.of(request),
        Map.of("key", working(name), "overlaps", OVERLAPS));
  }

  /** A key in the place of another, which is shown in the answer and nowhere else. */
  @POST
  @Path("/keys/{name}/rotate")
  public Response rotate(
      @PathParam("name") String name,
      @FormParam("overlap") @DefaultValue("") String overlap,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    Employee employee = Employee.of(request);
    Made made = keys.rotate(working(name).name(), duration(overlap));
    audit.note(employee, "key_rotated", name + " -> " + made.key().name(), browser.getRemoteAddr());
    return shown(made, employee);
  }

  @POST
  @Path("/keys/{name}/revoke")
  public Response revoke(
      @PathParam("name") String name,
      @Context SecurityContext request,
      @Context HttpServletRequest browser) {
    keys.revoke(working(name).name());
    audit.note(Employee.of(request), "key_revoked", name, browser.getRemoteAddr());
    return Response.seeOther(
            URI.create(frame.pages().pages().path(AdministrationPage.SOURCES.path())))
        .build();
  }

  private ApiKey working(String name) {
    return keys.list().stream()
        .filter(key -> key.name().equals(name) && keys.works(key))
        .findFirst()
        .orElseThrow(() -> new ProblemException(404, "There is no such key that works"));
  }

  private static Duration duration(String written) {
    try {
      return Duration.parse(written);
    } catch (DateTimeParseException e) {
      throw ProblemException.badField("overlap", "must be a duration such as P7D");
    }
  }
}
