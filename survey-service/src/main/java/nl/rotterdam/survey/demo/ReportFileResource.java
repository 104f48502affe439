// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** The files of the report that the demo wrote. */
@Path(
    "/demo/report/{language:nl|en}/{file:(report|trend)-[0-9]{4}-[0-9]{2}}.{type:pdf|svg|png|csv}")
public final class ReportFileResource {
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "pdf", "application/pdf",
          "svg", "image/svg+xml",
          "png", "image/png",
          "csv", "text/csv;charset=utf-8");

  private final DemoFiles files;

  ReportFileResource(DemoFiles files) {
    this.files = files;
  }

  @GET
  public Response file(
      @PathParam("language") String language,
      @PathParam("file") String name,
      @PathParam("type") String type)
      throws IOException {
    java.nio.file.Path file = files.report(language).resolve(name + "." + type);
    if (!Files.isRegularFile(file)) {
      throw new NotFoundException();
    }
    return Response.ok(Files.readAllBytes(file), MEDIA_TYPES.get(type))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
