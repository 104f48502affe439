// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.codahale.metrics.annotation.Timed;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.hash.Hashing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.YearMonth;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.key.ApiKeys;
import nl.rotterdam.survey.key.Scope;

/** The council pack as one file: open to all for a month that is published. */
@Path(PackResource.PATH)
public final class PackResource {
  static final String PATH = "/v1/packs";
  private static final String FILE = "council-pack.zip";

  /** A pack takes seconds to make and some megabytes to keep. */
  private static final int PACKS_KEPT = 3;

  private final CouncilPack packs;
  private final Figures figures;
  private final ApiKeys keys;
  private final Cache<YearMonth, Pack> published =
      Caffeine.newBuilder().maximumSize(PACKS_KEPT).build();

  public PackResource(CouncilPack packs, Figures figures, ApiKeys keys) {
    this.packs = packs;
    this.figures = figures;
    this.keys = keys;
  }

  /** Where the pack of a month is found. */
  static String path(YearMonth month) {
    return PATH + "/" + month + "/" + FILE;
  }

  /** The pack of a month in all languages; a concept is for who has a key. */
  @GET
  @Timed
  @Path("/{month}/" + FILE)
  @Operation(summary = "The figures of a month for the council")
  @ApiResponse(
      responseCode = "200",
      description = "The pack",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary")))
  public Response get(
      @PathParam("month") String written,
      @HeaderParam(ApiKeys.HEADER) String key,
      @Context Request request) {
    YearMonth month = figures.month("month", written);
    boolean open = figures.publishedAt(month).isPresent();
    if (!open) {
      keys.caller(key, Scope.FIGURES);
    }
    Pack pack = open ? published.get(month, this::make) : make(month);
    EntityTag tag = new EntityTag(Hashing.sha256().hashBytes(pack.manifest()).toString());
    ResponseBuilder response = request.evaluatePreconditions(tag);
    if (response == null) {
      StreamingOutput zip = pack::zip;
      response =
          Response.ok(zip, "application/zip")
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"council-pack-%s%s.zip\""
                      .formatted(month, pack.concept() ? "-concept" : ""));
    }
    return response
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, open ? "public, max-age=3600" : "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private Pack make(YearMonth month) {
    return packs.of(month, Issues.LANGUAGES);
  }
}
