// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
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
import nl.rotterdam.survey.signin.OpenIdProvider;
import nl.rotterdam.survey.signin.OpenIdProvider.Person;
import nl.rotterdam.survey.signin.SignInException;
import nl.rotterdam.survey.signin.SignInException.Cause;
import nl.rotterdam.survey.signin.Starts.Start;

/**
 * The door where a provider of identities lets employees in. Who wanted a page is sent to the
 * provider at once; who signed out, or whose form came too late, is asked first: browsers let no
 * form lead to another site.
 */
@Path(Door.PATH)
@Produces(MediaType.TEXT_HTML)
public final class ProviderSignInResource {
  private final Entrance entrance;
  private final OpenIdProvider provider;
  private final Attempts attempts = new Attempts(120, Duration.ofSeconds(1));

  ProviderSignInResource(Entrance entrance, OpenIdProvider provider) {
    this.entrance = entrance;
    this.provider = provider;
  }

  @GET
  public Response leave(
      @QueryParam("to") String to,
      @QueryParam("lang") String language,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    if (to == null) {
      return entrance.page(
          200, "door", language, Map.of("message", "", "to", Section.OVERVIEW.path()));
    }
    if (!attempts.take(request.getRemoteAddr())) {
      return entrance.refuse(Cause.TOO_MANY, "", request.getRemoteAddr());
    }
    Cookies cookies = entrance.door().cookies();
    String browser = cookies.door(headers.getCookies()).orElseGet(cookies::newDoor);
    try {
      // asked first: nothing is kept of a way that leads nowhere
      if (!provider.isReachable()) {
        throw new SignInException(Cause.UNAVAILABLE);
      }
      Start start = entrance.door().starts().begin(browser, Entrance.safe(to));
      return Response.seeOther(provider.authorize(start))
          .cookie(cookies.keepDoor(browser))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .header("Referrer-Policy", "no-referrer")
          .build();
    } catch (SignInException e) {
      return entrance.page(
          Entrance.status(e.why()),
          "door",
          language,
          Map.of("message", "unavailable", "to", Entrance.safe(to)));
    }
  }

  /** They come back. */
  @GET
  @Path("/callback")
  public Response arrive(
      @QueryParam("state") String state,
      @QueryParam("code") String code,
      @QueryParam("iss") String issuer,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    String from = request.getRemoteAddr();
    if (!attempts.take(from)) {
      return entrance.refuse(Cause.TOO_MANY, "", from);
    }
    try {
      Start start = start(state, headers);
      if (code == null) {
        throw new SignInException(Cause.REFUSED);
      }
      Person person = provider.person(code, issuer, start);
      if (person.role().isEmpty()) {
        return entrance.refuse(Cause.ROLE, person.subject(), from);
      }
      return entrance.letIn(
          person.subject(),
          person.name(),
          person.role().get(),
          person.idToken(),
          start.goesTo(),
          headers.getCookies(),
          from);
    } catch (SignInException e) {
      return entrance.refuse(e.why(), "", from);
    }
  }

  private Start start(String state, HttpHeaders headers) throws SignInException {
    return Optional.ofNullable(state)
        .flatMap(
            given ->
                entrance
                    .door()
                    .cookies()
                    .door(headers.getCookies())
                    .flatMap(browser -> entrance.door().starts().take(given, browser)))
        .orElseThrow(() -> new SignInException(Cause.STATE));
  }
}
