// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.key.ApiKeys;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.report.ReportDao.Stored;

/**
 * The archive of monthly reports. Final ones are open to all, the rest is for a key that may
 * publish.
 */
@Path(ReportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ReportResource {
  static final String PATH = "/v1/reports";
  private static final String PDF = "application/pdf";

  private final Figures figures;
  private final ReportArchive archive;
  private final ApiKeys keys;

  public ReportResource(Figures figures, ReportArchive archive, ApiKeys keys) {
    this.figures = figures;
    this.archive = archive;
    this.keys = keys;
  }

  /**
   * What became of mails.
   *
   * @param waiting not sent yet
   * @param failed refused for good
   * @param unknown perhaps gone, perhaps not, and not sent again
   */
  public record Mails(long sent, long waiting, long failed, long unknown) {}

  /**
   * A report in the archive.
   *
   * @param bytes the length of the file
   * @param mails that brought it, in whatever language
   */
  public record View(
      YearMonth month,
      String language,
      String standing,
      Instant madeAt,
      String sha256,
      long bytes,
      String path,
      String verdict,
      Mails mails) {}

  /** The reminders to publish a month. */
  public record Reminder(YearMonth month, Mails mails) {}

  /** The whole archive, the last month first. */
  public record Index(List<View> reports, List<Reminder> reminders) {}

  @GET
  @Timed
  @Operation(summary = "All reports")
  @ApiResponse(
      responseCode = "200",
      description = "The archive",
      content = @Content(schema = @Schema(implementation = Index.class)))
  @ApiResponse(responseCode = "403", description = "A key that does not open it")
  public Index list(@HeaderParam(ApiKeys.HEADER) String key) {
    keys.caller(key, Scope.PUBLISH);
    return archive.index();
  }

  /** A report as it was mailed: the bytes of which the archive names the SHA-256. */
  @GET
  @Timed
  @Path("/{month}/{language}/final.pdf")
  @Produces(PDF)
  @Operation(summary = "The final report of a month")
  @ApiResponse(
      responseCode = "200",
      description = "The report",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = "string", format = "binary")))
  public Response published(
      @PathParam("month") String month, @PathParam("language") String language) {
    return pdf(month, language, Standing.FINAL, "no-cache");
  }

  /** The same of what was mailed before the month was published. */
  @GET
  @Timed
  @Path("/{month}/{language}/concept.pdf")
  @Produces(PDF)
  @Operation(summary = "The report of a month as a concept")
  @ApiResponse(
      responseCode = "200",
      description = "The report",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "403", description = "A key that does not open it")
  public Response concept(
      @HeaderParam(ApiKeys.HEADER) String key,
      @PathParam("month") String month,
      @PathParam("language") String language) {
    keys.caller(key, Scope.PUBLISH);
    return pdf(month, language, Standing.CONCEPT, "no-store");
  }

  private Response pdf(String month, String language, Standing standing, String caching) {
    Stored report =
        archive
            .find(figures.month("month", month), language, standing)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404,
                        "There is no %s report of %s in %s"
                            .formatted(code(standing), month, language)));
    return Response.ok(report.pdf())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"report-%s-%s-%s.pdf\"".formatted(month, language, code(standing)))
        .header(HttpHeaders.CACHE_CONTROL, caching)
        .tag(report.sha256())
        .build();
  }

  /** Where a report is found. */
  static String path(Stored report) {
    return path(report.month(), report.language(), report.standing());
  }

  static String path(YearMonth month, String language, Standing standing) {
    return "%s/%s/%s/%s.pdf".formatted(PATH, month, language, code(standing));
  }

  static String code(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }
}
