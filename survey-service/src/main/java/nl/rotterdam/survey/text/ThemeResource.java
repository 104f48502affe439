// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/** The files of the municipality's theme; a browser keeps them for an hour, and then asks. */
@Path(Theme.PATH + "{name}")
public final class ThemeResource {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Theme theme;

  public ThemeResource(Theme theme) {
    this.theme = theme;
  }

  @GET
  public Response file(@PathParam("name") String name, @Context Request request) {
    Theme.File file = theme.find(name).orElseThrow(NotFoundException::new);
    EntityTag tag = new EntityTag(file.tag());
    return Optional.ofNullable(request.evaluatePreconditions(tag))
        .orElseGet(() -> Response.ok(file.content(), file.mediaType()))
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "max-age=" + KEPT.toSeconds())
        .header("X-Content-Type-Options", "nosniff")
        // a logo that is opened by itself runs nothing
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .build();
  }
}
