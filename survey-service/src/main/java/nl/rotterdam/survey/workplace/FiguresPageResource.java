// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.breakdown.Dimension;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Selection;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.report.Issue;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;
import nl.rotterdam.survey.text.Texts;

/** The figures of the monthly report, of any month: what its pages have, on screen. */
@Path("/workplace/{page:channels|operation|funnel|groups}")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.READER)
public final class FiguresPageResource {
  private final WorkplacePages pages;
  private final Figures figures;
  private final Issues issues;

  public FiguresPageResource(WorkplacePages pages, Figures figures, Issues issues) {
    this.pages = pages;
    this.figures = figures;
    this.issues = issues;
  }

  /** Something that can be chosen. */
  public record Choice(String code, String name) {}

  @GET
  public Response show(
      @PathParam("page") String code,
      @QueryParam("to") String to,
      @QueryParam("channel") String channel,
      @QueryParam("dimension") String dimension,
      @QueryParam("year") String year,
      @QueryParam("sort") String sort,
      @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    FiguresPage page = FiguresPage.valueOf(code.toUpperCase(Locale.ROOT));
    YearMonth month = to == null ? figures.runningMonth() : figures.month("to", to);
    Issue issue = issues.of(month, employee.language());
    Texts texts = pages.texts(employee.language());
    Map<String, Object> model = new HashMap<>();
    model.put("page", page);
    model.put("menu", FiguresPage.menu(texts));
    model.put("months", Months.of(issue, figures.runningMonth()));
    if (page == FiguresPage.GROUPS) {
      model.put("groups", GroupsView.of(issue, dimension(dimension), year, sort));
      model.put("dimensions", Arrays.stream(Dimension.values()).map(Dimension::code).toList());
      return pages.page(Section.FIGURES, "groups", employee, model);
    }
    Optional<Channel> chosen = channel(channel);
    model.put("channel", chosen.map(Channel::code).orElse(""));
    model.put("channels", channels(issue));
    model.put("exhibits", exhibits(page, issue, chosen));
    return pages.page(Section.FIGURES, "figures", employee, model);
  }

  /** Of one channel where one is chosen and the exhibit can be; else of all together. */
  private static List<ExhibitView> exhibits(
      FiguresPage page, Issue issue, Optional<Channel> channel) {
    Selection one = new Selection(Optional.empty(), channel);
    Stream<ExhibitName> names =
        page == FiguresPage.CHANNELS && channel.isPresent()
            ? Stream.of(ExhibitName.DISSATISFACTION, ExhibitName.INDICATORS)
            : page.exhibits().stream();
    return names
        .map(
            name ->
                ExhibitView.of(
                    issue,
                    name,
                    name.canBeOfOneChannel() ? one : Selection.WHOLE,
                    ExhibitView.WIDE))
        .toList();
  }

  private static List<Choice> channels(Issue issue) {
    return Arrays.stream(Channel.values())
        .map(channel -> new Choice(channel.code(), issue.words().text("channel." + channel.code())))
        .toList();
  }

  private static Optional<Channel> channel(String code) {
    if (code == null || code.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Channel.of(code)
            .orElseThrow(
                () ->
                    ProblemException.badField(
                        "channel",
                        "must be one of "
                            + String.join(
                                ", ",
                                Arrays.stream(Channel.values()).map(Channel::code).toList()))));
  }

  private static Dimension dimension(String code) {
    if (code == null || code.isEmpty()) {
      return Dimension.LOCATION;
    }
    return Dimension.of(code)
        .orElseThrow(
            () ->
                ProblemException.badField(
                    "dimension",
                    "must be one of "
                        + String.join(
                            ", ",
                            Arrays.stream(Dimension.values()).map(Dimension::code).toList())));
  }
}
