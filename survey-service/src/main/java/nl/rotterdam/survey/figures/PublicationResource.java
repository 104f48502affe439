// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import com.codahale.metrics.annotation.Timed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import nl.rotterdam.survey.figures.Publications.Edition;
import nl.rotterdam.survey.intake.ApiKeys;
import nl.rotterdam.survey.intake.SourceSettings;
import nl.rotterdam.survey.problem.ProblemException;

/** What was published of each month: open to all. Publishing is for the municipality's own key. */
@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
public final class PublicationResource {
  private static final String CSV = "text/csv;charset=utf-8";

  private final Figures figures;
  private final Publications publications;
  private final Publisher publisher;
  private final ApiKeys keys;

  public PublicationResource(
      Figures figures, Publications publications, Publisher publisher, ApiKeys keys) {
    this.figures = figures;
    this.publications = publications;
    this.publisher = publisher;
    this.keys = keys;
  }

  /** A month to publish, and what to say about it. */
  public record NewPublication(@NotNull String month, String note) {}

  /** The months that are published. */
  public record Index(List<YearMonth> months) {}

  @POST
  @Timed
  @Consumes(MediaType.APPLICATION_JSON)
  public Response publish(
      @HeaderParam(ApiKeys.HEADER) String key, @NotNull @Valid NewPublication wanted) {
    if (!keys.source(key).equals(SourceSettings.DEFAULT)) {
      throw new ProblemException(
          403, ApiKeys.HEADER + ": only the key of the source default may publish");
    }
    Edition edition =
        publisher.publish("month", figures.month("month", wanted.month()), wanted.note());
    return Response.created(URI.create("/v1/publications/" + edition.month()))
        .entity(edition)
        .build();
  }

  @GET
  @Timed
  public Index list() {
    return new Index(publications.months());
  }

  @GET
  @Timed
  @Path("/{month}")
  public Edition get(@PathParam("month") String month) {
    return publications.find(month(month)).orElseThrow(() -> unknown(month));
  }

  /** The table as the public sees it: the bytes of which the publication names the SHA-256. */
  @GET
  @Timed
  @Path("/{month}/figures.csv")
  @Produces(CSV)
  public Response figures(@PathParam("month") String month) {
    return file(
        publications.findCsv(month(month)).orElseThrow(() -> unknown(month)), "figures", month);
  }

  /** What it restates, old beside new. */
  @GET
  @Timed
  @Path("/{month}/restated.csv")
  @Produces(CSV)
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
