// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.signin.Attempts;
import nl.rotterdam.survey.signin.Cookies;
import nl.rotterdam.survey.signin.Door;
import nl.rotterdam.survey.signin.LocalAdministrator;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.SignInException.Cause;
import nl.rotterdam.survey.signin.Starts.Start;

/** The door of the local administrator, with a name and a password. */
@Path(Door.PATH)
@Produces(MediaType.TEXT_HTML)
public final class PasswordSignInResource {
  private static final String EVERYBODY = "";

  private final Entrance entrance;
  private final Attempts looks = new Attempts(120, Duration.ofSeconds(1));
  private final Attempts perAddress = new Attempts(5, Duration.ofSeconds(15));

  /** Each takes a core for a while: from however many addresses, they must not take all of it. */
  private final Attempts together = new Attempts(20, Duration.ofSeconds(2));

  PasswordSignInResource(Entrance entrance) {
    this.entrance = entrance;
  }

  @GET
  public Response ask(
      @QueryParam("to") String to,
      @QueryParam("lang") String language,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    if (!looks.take(request.getRemoteAddr())) {
      return entrance.refuse(Cause.TOO_MANY, "", request.getRemoteAddr());
    }
    return form(200, "", to, language, headers);
  }

  /** A form is taken once, from the browser that it was shown to. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      @FormParam("state") String state,
      @FormParam("name") String name,
      @FormParam("password") String password,
      @QueryParam("lang") String language,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    String from = request.getRemoteAddr();
    Optional<Start> start = start(state, headers);
    if (start.isEmpty()) {
      return form(400, "form", null, language, headers);
    }
    String to = start.get().goesTo();
    if (!perAddress.take(from) || !together.take(EVERYBODY)) {
      return form(429, "too_many", to, language, headers);
    }
    if (name == null
        || password == null
        || !entrance.door().administrator().knows(name.strip(), password.strip())) {
      entrance.audit().note("", "sign_in_failed", "password", from);
      return form(403, "password", to, language, headers);
    }
    perAddress.giveBack(from);
    together.giveBack(EVERYBODY);
    String administrator = LocalAdministrator.NAME;
    return entrance.letIn(
        administrator, administrator, Role.ADMINISTRATOR, null, to, headers.getCookies(), from);
  }

  private Optional<Start> start(String state, HttpHeaders headers) {
    return Optional.ofNullable(state)
        .flatMap(
            given ->
                entrance
                    .door()
                    .cookies()
                    .door(headers.getCookies())
                    .flatMap(browser -> entrance.door().starts().take(given, browser)));
  }

  private Response form(
      int status, String message, String to, String language, HttpHeaders headers) {
    Cookies cookies = entrance.door().cookies();
    String browser = cookies.door(headers.getCookies()).orElseGet(cookies::newDoor);
    Start start = entrance.door().starts().begin(browser, Entrance.safe(to));
    return Response.fromResponse(
            entrance.page(
                status, "password", language, Map.of("message", message, "state", start.state())))
        .cookie(cookies.keepDoor(browser))
        .build();
  }
}
