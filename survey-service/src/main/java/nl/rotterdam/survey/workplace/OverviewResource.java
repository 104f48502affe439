// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.IndicatorTiles;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.exhibit.Selection;
import nl.rotterdam.reporting.exhibit.ShareYears;
import nl.rotterdam.reporting.exhibit.Tile;
import nl.rotterdam.reporting.exhibit.VerdictDetails;
import nl.rotterdam.reporting.exhibit.VerdictText;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.report.Issue;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.report.ReadersWords;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/** Where the city stands: the verdict, the trend, the four scores and what needs attention. */
@Path("/workplace")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.READER)
public final class OverviewResource {
  private final WorkplacePages pages;
  private final Figures figures;
  private final Issues issues;
  private final Concerns concerns;

  public OverviewResource(WorkplacePages pages, Figures figures, Issues issues, Concerns concerns) {
    this.pages = pages;
    this.figures = figures;
    this.issues = issues;
    this.concerns = concerns;
  }

  /**
   * Where the city stands at the end of a month.
   *
   * @param sentence the verdict
   * @param window what the tiles are about
   * @param definition what the tiles count, and how
   * @param concerns what needs attention
   */
  public record View(
      String sentence,
      String explanation,
      List<String> certainty,
      ExhibitView trend,
      String window,
      List<Tile> tiles,
      String definition,
      List<Concern> concerns) {}

  /** The running month where none is named: it follows what residents answer. */
  @GET
  public Response overview(@QueryParam("to") String to, @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    YearMonth month = to == null ? figures.runningMonth() : figures.month("to", to);
    Issue issue = issues.of(month, employee.language());
    boolean empty = issue.table().lastMonth().isEmpty();
    return empty
        ? pages.page(Section.OVERVIEW, "empty", employee, Map.of())
        : pages.page(
            Section.OVERVIEW,
            "overview",
            employee,
            Map.of(
                "view", view(issue, employee), "months", Months.of(issue, figures.runningMonth())));
  }

  private View view(Issue issue, Employee employee) {
    ReadersWords words = issue.words();
    FiguresTable table = issue.table().forThePublic();
    VerdictText verdict = new VerdictText(words);
    return new View(
        verdict.sentence(table.verdict(), table.goal()),
        verdict.explanation(table.verdict(), table.goal()),
        new VerdictDetails(table, words).sentences(),
        ExhibitView.of(issue, ExhibitName.DISSATISFACTION, Selection.WHOLE, ExhibitView.BESIDE),
        new Notation(words).period(table.currentWindow()),
        new IndicatorTiles(new ShareYears(table), words).tiles(),
        issue.exhibits().get(ExhibitName.INDICATORS).definition(),
        concerns.of(issue, pages.texts(employee.language())));
  }
}
