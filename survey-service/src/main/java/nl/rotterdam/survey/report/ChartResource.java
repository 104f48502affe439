// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.codahale.metrics.annotation.Timed;
import com.google.common.hash.Hashing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Selection;
import nl.rotterdam.reporting.office.ExhibitNotes;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.problem.ProblemException;

/** Single charts, open to all, to be linked from pages of others. */
@Path("/v1/charts")
public final class ChartResource {
  private static final String UNPUBLISHED = "no-store";
  private static final String NAMED_MONTH = "public, max-age=3600";
  private static final String LAST_MONTH = "public, max-age=300";

  private final Issues issues;
  private final Figures figures;

  public ChartResource(Issues issues, Figures figures) {
    this.issues = issues;
    this.figures = figures;
  }

  /**
   * What can be shown.
   *
   * @param to the month that it is about
   * @param standing published, concept or running
   */
  public record Index(YearMonth to, String standing, List<Item> charts) {}

  /**
   * A chart.
   *
   * @param exhibit its name in addresses
   * @param name its name for people
   * @param title what is to be seen
   * @param byChannel whether it can be asked for with a channel
   * @param links where it is, by format; no pictures where there is nothing to draw
   */
  public record Item(
      String exhibit,
      String name,
      String title,
      String sentence,
      boolean byChannel,
      Map<String, String> links) {}

  @GET
  @Timed
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The charts of a month")
  @ApiResponse(
      responseCode = "200",
      description = "The charts",
      content = @Content(schema = @Schema(implementation = Index.class)))
  public Response list(@BeanParam ChartQuery query) {
    query.requireOnly(ChartQuery.OF_THE_LIST);
    Issue issue = issues.of(query.to(figures), query.language());
    Index index =
        new Index(
            issue.month(),
            issue.edition().standing().name().toLowerCase(Locale.ROOT),
            issue.exhibits().all().stream().map(exhibit -> item(exhibit, issue)).toList());
    return Response.ok(index).header(HttpHeaders.CACHE_CONTROL, UNPUBLISHED).build();
  }

  private static Item item(Exhibit exhibit, Issue issue) {
    String code = exhibit.name().code();
    Map<String, String> links = new LinkedHashMap<>();
    ChartQuery.FORMATS.stream()
        .filter(format -> exhibit.chart().isPresent() || !format.isPicture())
        .forEach(
            format ->
                links.put(
                    format.extension(),
                    "/v1/charts/%s?format=%s&to=%s&language=%s"
                        .formatted(
                            code,
                            format.extension(),
                            issue.month(),
                            issue.words().locale().getLanguage())));
    return new Item(
        code,
        ExhibitNotes.name(exhibit.name(), issue.words()),
        exhibit.text().title(),
        exhibit.sentence(),
        exhibit.name().canBeOfOneChannel(),
        links);
  }

  /** One chart, or its data. */
  @GET
  @Timed
  @Path("/{exhibit}")
  @Operation(summary = "One chart, or its data")
  @ApiResponse(
      responseCode = "200",
      description = "The chart",
      content = @Content(schema = @Schema(type = "string", format = "binary")))
  public Response get(
      @PathParam("exhibit") String code, @BeanParam ChartQuery query, @Context Request request) {
    query.requireOnly(ChartQuery.OF_ONE);
    ExhibitName name = ExhibitName.of(code).orElseThrow(() -> unknown(code));
    FileFormat format = query.format();
    ExhibitFile file = query.file();
    YearMonth month = query.to(figures);
    Selection selection = query.selection(name, figures, month);
    Issue issue = issues.of(month, query.language());
    Exhibit exhibit = issue.exhibits().get(name, selection);
    if (format.isPicture() && exhibit.chart().isEmpty()) {
      throw new ProblemException(404, exhibit.sentence());
    }
    if (format.isPicture()) {
      file.requireRoom(exhibit);
    }
    byte[] content = file.of(exhibit, issue, format);
    EntityTag tag = new EntityTag(Hashing.sha256().hashBytes(content).toString());
    ResponseBuilder response = request.evaluatePreconditions(tag);
    if (response == null) {
      response =
          Response.ok(content, format.mediaType())
              .language(issue.words().locale())
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  disposition(subject(name, selection), format, issue));
    }
    return response
        .tag(tag)
        .header(HttpHeaders.VARY, "Accept, Accept-Encoding")
        .header(HttpHeaders.CACHE_CONTROL, caching(issue, query))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }

  private static String subject(ExhibitName name, Selection selection) {
    return selection
        .channel()
        .map(channel -> name.code() + "-" + channel.code())
        .orElse(name.code());
  }

  private static String disposition(String subject, FileFormat format, Issue issue) {
    return "%s; filename=\"%s\""
        .formatted(format.isPicture() ? "inline" : "attachment", issue.fileName(subject, format));
  }

  private static String caching(Issue issue, ChartQuery query) {
    if (issue.edition().isConcept()) {
      return UNPUBLISHED;
    }
    return query.namesMonth() ? NAMED_MONTH : LAST_MONTH;
  }

  private static ProblemException unknown(String code) {
    return new ProblemException(
        404,
        "exhibit: %s is not known; there are %s"
            .formatted(
                code,
                Arrays.stream(ExhibitName.values())
                    .map(ExhibitName::code)
                    .collect(Collectors.joining(", "))));
  }
}
