// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.rotterdam.reporting.exhibit.VerdictDetails;
import nl.rotterdam.reporting.exhibit.VerdictText;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Verdict;
import nl.rotterdam.survey.figures.Figures;

/** The verdict on the goal in words, open to all. */
@Path("/v1/verdict")
@Produces(MediaType.APPLICATION_JSON)
public final class VerdictResource {
  private final Figures figures;
  private final Issues issues;

  public VerdictResource(Figures figures, Issues issues) {
    this.figures = figures;
    this.issues = issues;
  }

  /**
   * The verdict.
   *
   * @param standing the rule that applies
   * @param reason why there is no figure; null where there is one
   * @param sentence the verdict in one sentence
   * @param explanation what it rests on, and when it falls
   * @param details how certain it is
   */
  public record View(
      YearMonth to,
      boolean provisional,
      Instant publishedAt,
      String window,
      String standing,
      String reason,
      String sentence,
      String explanation,
      List<String> details) {}

  /** The verdict up to a month, the running one where none is named. */
  @GET
  @Timed
  @Operation(summary = "The verdict on the goal in words")
  public View get(
      @QueryParam("to") String to, @QueryParam("language") @DefaultValue("nl") String language) {
    ReadersWords words = issues.words(language);
    YearMonth month = to == null ? figures.runningMonth() : figures.month("to", to);
    FiguresTable table = figures.table(month).forThePublic();
    Verdict verdict = table.verdict();
    VerdictText text = new VerdictText(words);
    return new View(
        month,
        figures.provisional(month),
        figures.publishedAt(month).orElse(null),
        verdict.window().toString(),
        code(Optional.of(verdict.standing())),
        code(verdict.reason()),
        text.sentence(verdict, table.goal()),
        text.explanation(verdict, table.goal()),
        new VerdictDetails(table, words).sentences());
  }

  private static String code(Optional<? extends Enum<?>> rule) {
    return rule.map(name -> name.name().toLowerCase(Locale.ROOT)).orElse(null);
  }
}
