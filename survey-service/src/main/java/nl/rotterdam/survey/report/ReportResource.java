// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.codahale.metrics.annotation.Timed;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.intake.ApiKeys;
import nl.rotterdam.survey.intake.SourceSettings;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.report.ReportDao.Entry;
import nl.rotterdam.survey.report.ReportDao.Stored;

/** The archive of monthly reports. Final ones are open to all, the rest is for the own key. */
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
  public Index list(@HeaderParam(ApiKeys.HEADER) String key) {
    requireOwn(key);
    MailCounts counts = new MailCounts(archive.mailCounts());
    return new Index(
        archive.entries().stream().map(entry -> view(entry, counts)).toList(),
        counts.months(MailKind.REMINDER).stream()
            .map(month -> new Reminder(month, counts.of(month, MailKind.REMINDER)))
            .toList());
  }

  /** A report as it was made: the bytes of which the archive names the SHA-256. */
  @GET
  @Timed
  @Path("/{month}/{language}/{standing}.pdf")
  @Produces(PDF)
  public Response get(
      @HeaderParam(ApiKeys.HEADER) String key,
      @PathParam("month") String month,
      @PathParam("language") String language,
      @PathParam("standing") String standing) {
    Standing wanted = standing(standing);
    if (wanted == Standing.CONCEPT) {
      requireOwn(key);
    }
    Stored report =
        archive
            .find(figures.month("month", month), language, wanted)
            .orElseThrow(
                () ->
                    new ProblemException(
                        404,
                        "There is no %s report of %s in %s".formatted(standing, month, language)));
    return Response.ok(report.pdf())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"report-%s-%s-%s.pdf\"".formatted(month, language, standing))
        .header(HttpHeaders.CACHE_CONTROL, wanted == Standing.CONCEPT ? "no-store" : "no-cache")
        .tag(report.sha256())
        .build();
  }

  /** Where a report is found. */
  static String path(Stored report) {
    return path(report.month(), report.language(), report.standing());
  }

  private static String path(YearMonth month, String language, Standing standing) {
    return "%s/%s/%s/%s.pdf".formatted(PATH, month, language, code(standing));
  }

  private void requireOwn(String key) {
    if (!keys.source(key).equals(SourceSettings.DEFAULT)) {
      throw new ProblemException(
          403, ApiKeys.HEADER + ": only the key of the source default opens this");
    }
  }

  private static View view(Entry entry, MailCounts counts) {
    return new View(
        entry.month(),
        entry.language(),
        code(entry.standing()),
        entry.madeAt(),
        entry.sha256(),
        entry.bytes(),
        path(entry.month(), entry.language(), entry.standing()),
        entry.verdict(),
        counts.of(entry.month(), MailKind.of(entry.standing())));
  }

  private static Standing standing(String written) {
    return Arrays.stream(Standing.values())
        .filter(standing -> code(standing).equals(written))
        .findFirst()
        .orElseThrow(() -> ProblemException.badField("standing", "must be concept or final"));
  }

  private static String code(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }
}
