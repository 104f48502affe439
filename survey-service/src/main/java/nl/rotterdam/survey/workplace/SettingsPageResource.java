// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/** The settings as they are in force; what is secret is not among them. */
@Path("/workplace/administration/settings")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.ADMINISTRATOR)
public final class SettingsPageResource {
  private final AdministrationPage.Frame frame;
  private final Supplier<List<Setting>> settings;

  SettingsPageResource(AdministrationPage.Frame frame, Supplier<List<Setting>> settings) {
    this.frame = frame;
    this.settings = settings;
  }

  /**
   * A setting.
   *
   * @param group the part of config.yml where it stands
   * @param name its path in there
   * @param value as it is shown; empty where it is not set
   * @param masked whether it is set, and not shown
   */
  public record Setting(String group, String name, String value, boolean masked) {}

  @GET
  public Response show(@Context SecurityContext request) {
    List<Setting> all = settings.get();
    return frame.page(
        200,
        AdministrationPage.SETTINGS,
        "settings",
        Employee.of(request),
        Map.of("groups", all.stream().map(Setting::group).distinct().toList(), "settings", all));
  }
}
