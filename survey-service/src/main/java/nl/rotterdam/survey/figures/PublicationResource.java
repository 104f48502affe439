// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import nl.rotterdam.survey.audit.AuditLog;
import nl.rotterdam.survey.figures.Publications.Edition;
import nl.rotterdam.survey.key.ApiKeys;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.ProblemException;

/** What was published of each month: open to all. Publishing is for a key with that scope. */
@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
public final class PublicationResource {
  private static final String CSV = "text/csv;charset=utf-8";

  private final Figures figures;
  private final Publications publications;
  private final Publisher publisher;
  private final ApiKeys keys;
  private final AuditLog audit;

  public PublicationResource(
      Figures figures,
      Publications publications,
      Publisher publisher,
      ApiKeys keys,
      AuditLog audit) {
    this.figures = figures;
    this.publications = publications;
    this.publisher = publisher;
    this.keys = keys;
    this.audit = audit;
  }

  /** A month to publish, and what to say about it. */
  public record NewPublication(@NotNull String month, String note) {}

  /** The months that are published. */
  public record Index(List<YearMonth> months) {}

  @POST
  @Timed
  @Operation(summary = "Publish a month")
  @ApiResponse(
      responseCode = "201",
      description = "Published",
      content = @Content(schema = @Schema(implementation = Edition.class)))
  @ApiResponse(responseCode = "403", description = "A key that may not publish")
  @ApiResponse(responseCode = "409", description = "Published already")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response publish(
      @HeaderParam(ApiKeys.HEADER) String key,
      @NotNull @Valid NewPublication wanted,
      @Parameter(hidden = true) @Context HttpServletRequest request) {
    String source = keys.caller(key, Scope.PUBLISH).source();
    Edition edition =
        publisher.publish("month", figures.month("month", wanted.month()), wanted.note());
    audit.note(
        "source " + source, "publication", edition.month().toString(), request.getRemoteAddr());
    return Response.created(URI.create("/v1/publications/" + edition.month()))
        .entity(edition)
        .build();
  }

  @GET
  @Timed
  @Operation(summary = "The months that are published")
  public Index list() {
    return new Index(publications.months());
  }

  @GET
  @Timed
  @Path("/{month}")
  @Operation(summary = "What was published of a month")
  public Edition get(@PathParam("month") String month) {
    return publications.find(month(month)).orElseThrow(() -> unknown(month));
  }

  /** The table as the public sees it: the bytes of which the publication names the SHA-256. */
  @GET
  @Timed
  @Path("/{month}/figures.csv")
  @Produces(CSV)
  @Operation(summary = "The published table")
  @ApiResponse(
      responseCode = "200",
      description = "The table",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  public Response figures(@PathParam("month") String month) {
    return file(
        publications.findCsv(month(month)).orElseThrow(() -> unknown(month)), "figures", month);
  }

  /** What it restates, old beside new. */
  @GET
  @Timed
  @Path("/{month}/restated.csv")
  @Produces(CSV)
  @Operation(summary = "What a publication restates")
  @ApiResponse(
      responseCode = "200",
      description = "Old beside new",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  public Response restated(@PathParam("month") String month) {
    return file(
        publications.findRestated(month(month)).orElseThrow(() -> unknown(month)),
        "restated",
        month);
  }

  private YearMonth month(String written) {
    return figures.month("month", written);
  }

  private static Response file(String csv, String name, String month) {
    return Response.ok(csv)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.csv\"".formatted(name, month))
        .build();
  }

  private ProblemException unknown(String month) {
    List<YearMonth> known = publications.months();
    return new ProblemException(
        404,
        known.isEmpty()
            ? "month: %s is not published; no month is".formatted(month)
            : "month: %s is not published; published are %s"
                .formatted(
                    month, String.join(", ", known.stream().map(YearMonth::toString).toList())));
  }
}
