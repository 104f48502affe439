// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.signin.Door;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.OwnFormFilter;

/**
 * Signing out, here and at the provider of identities. It is for everybody, and looks at the form
 * itself: whose session has ended must not be let in once more by the button that says the
 * opposite.
 */
@Path("/workplace/sign-out")
public final class SignOutResource {
  private final Entrance entrance;

  SignOutResource(Entrance entrance) {
    this.entrance = entrance;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(
      @FormParam(OwnFormFilter.FIELD) String csrf,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request) {
    Door door = entrance.door();
    Optional<String> token = door.cookies().session(headers.getCookies());
    Optional<Employee> employee = token.flatMap(door.sessions()::find);
    if (employee.isPresent() && !isOwn(csrf, employee.get())) {
      throw new ProblemException(403, "This form is not one of this session");
    }
    Optional<String> idToken = token.flatMap(door.sessions()::idToken);
    employee.ifPresent(who -> entrance.audit().note(who, "sign_out", "", request.getRemoteAddr()));
    token.ifPresent(door.sessions()::end);
    Optional<URI> there = door.provider().flatMap(provider -> provider.signOut(idToken));
    String language = employee.map(Employee::language).orElse(null);
    return Response.fromResponse(
            there
                .map(
                    uri -> entrance.page(200, "leaving", language, Map.of("there", uri.toString())))
                .orElseGet(
                    () ->
                        Response.seeOther(URI.create(entrance.pages().pages().path(Door.PATH)))
                            .build()))
        .cookie(door.cookies().dropSession())
        .build();
  }

  private static boolean isOwn(String csrf, Employee employee) {
    return csrf != null
        && MessageDigest.isEqual(
            csrf.getBytes(StandardCharsets.UTF_8),
            employee.csrf().getBytes(StandardCharsets.UTF_8));
  }
}
