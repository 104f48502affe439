// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.signin.Cookies;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;
import nl.rotterdam.survey.signin.Sessions;

/** In which language pages are shown, for as long as somebody is signed in. */
@Path("/workplace/language")
@RoleRequired(Role.READER)
public final class LanguageResource {
  private final Sessions sessions;
  private final Cookies cookies;
  private final WorkplacePages pages;

  public LanguageResource(Sessions sessions, Cookies cookies, WorkplacePages pages) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.pages = pages;
  }

  @POST
  public Response choose(@FormParam("language") String language, @Context HttpHeaders headers) {
    if (language == null || !WorkplacePages.LANGUAGES.contains(language)) {
      throw ProblemException.badField(
          "language", "must be one of " + String.join(", ", WorkplacePages.LANGUAGES));
    }
    cookies.session(headers.getCookies()).ifPresent(token -> sessions.speak(token, language));
    return Response.seeOther(URI.create(pages.pages().path(Section.OVERVIEW.path()))).build();
  }
}
