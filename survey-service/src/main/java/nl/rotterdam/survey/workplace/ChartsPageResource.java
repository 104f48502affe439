// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Selection;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.office.ExhibitNotes;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.report.Issue;
import nl.rotterdam.survey.report.Issues;
import nl.rotterdam.survey.report.ReadersWords;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;

/**
 * A chart as it will be in a document, with all that goes with it. The address of the page names
 * everything that was chosen, so that it shows the same again.
 */
@Path("/workplace/charts")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.READER)
public final class ChartsPageResource {
  private static final List<String> PICTURES = List.of("svg", "png");
  private static final List<String> DATA = List.of("xlsx", "csv");

  private final WorkplacePages pages;
  private final Figures figures;
  private final Issues issues;
  private final URI publicUrl;

  public ChartsPageResource(WorkplacePages pages, Figures figures, Issues issues, URI publicUrl) {
    this.publicUrl = publicUrl;
    this.pages = pages;
    this.figures = figures;
    this.issues = issues;
  }

  /**
   * What is shown.
   *
   * @param standing published, concept or running
   * @param picture the address of the picture; null where there is nothing to draw
   * @param leastWidth from how many pixels it can be read; null where that is no more than chosen
   * @param files addresses by format
   * @param link the page's own address, with everything that was chosen
   */
  public record View(
      String standing,
      String name,
      String sentence,
      String alternative,
      String definition,
      String picture,
      Integer leastWidth,
      DataTable table,
      Map<String, String> files,
      String link) {}

  @GET
  public Response show(@BeanParam ChartChoice choice, @Context SecurityContext request) {
    Employee employee = Employee.of(request);
    ExhibitName name = choice.exhibit();
    YearMonth month = choice.to(name, figures);
    Selection selection = choice.selection(name, figures);
    String language = choice.language(employee.language());
    Issue issue = issues.of(month, language);
    Map<String, Object> model = new HashMap<>();
    model.put("view", view(issue, name, selection, choice.width()));
    model.put("months", Months.of(issues.of(month, employee.language()), figures.runningMonth()));
    model.put("exhibit", name.code());
    model.put("exhibits", exhibits(issues.of(month, employee.language()).words()));
    model.put("from", selection.from().map(YearMonth::toString).orElse(""));
    model.put("series", name.isSeries());
    model.put("channel", selection.channel().map(Channel::code).orElse(""));
    model.put("byChannel", name.canBeOfOneChannel());
    model.put("channels", channels(issues.of(month, employee.language()).words()));
    model.put("language", language);
    model.put("spoken", pages.languages());
    model.put("width", choice.width());
    model.put("widths", ChartChoice.WIDTHS);
    return pages.page(Section.CHARTS, "charts", employee, model);
  }

  private static Map<String, String> exhibits(ReadersWords words) {
    Map<String, String> names = new LinkedHashMap<>();
    Arrays.stream(ExhibitName.values())
        .forEach(name -> names.put(name.code(), ExhibitNotes.name(name, words)));
    return names;
  }

  private static Map<String, String> channels(ReadersWords words) {
    Map<String, String> names = new LinkedHashMap<>();
    Arrays.stream(Channel.values())
        .forEach(channel -> names.put(channel.code(), words.text("channel." + channel.code())));
    return names;
  }

  private View view(Issue issue, ExhibitName name, Selection selection, String width) {
    Exhibit exhibit = issue.exhibits().get(name, selection);
    boolean drawn = exhibit.chart().isPresent();
    Integer least = exhibit.chart().map(chart -> tooWideFor(chart, width)).orElse(null);
    String shown = least == null ? width : String.valueOf(least);
    String part = part(issue, selection);
    String address = "/v1/charts/" + name.code() + "?" + part;
    Map<String, String> files = new LinkedHashMap<>();
    if (drawn) {
      PICTURES.forEach(
          format -> files.put(format, address + "&format=" + format + parameter("width", shown)));
    }
    DATA.forEach(format -> files.put(format, address + "&format=" + format));
    return new View(
        issue.edition().standing().name().toLowerCase(Locale.ROOT),
        ExhibitNotes.name(name, issue.words()),
        exhibit.sentence(),
        exhibit.text().description(),
        exhibit.definition(),
        files.get("svg"),
        least,
        exhibit.table().orElse(null),
        files,
        publicUrl
            + Section.CHARTS.path()
            + "?exhibit="
            + name.code()
            + "&"
            + part
            + parameter("width", width));
  }

  private static String part(Issue issue, Selection selection) {
    return "to=%s&language=%s%s%s"
        .formatted(
            issue.month(),
            issue.words().locale().getLanguage(),
            parameter("from", selection.from().map(YearMonth::toString).orElse("")),
            parameter("channel", selection.channel().map(Channel::code).orElse("")));
  }

  private static String parameter(String name, String value) {
    return value.isEmpty() ? "" : "&" + name + "=" + value;
  }

  /** From how many pixels it can be read, where that is more than was chosen. */
  private static Integer tooWideFor(Chart chart, String width) {
    double pixel = ChartSize.ofPixels(1, 1).width();
    int least = (int) Math.ceil(chart.leastWidth() / pixel);
    return width.isEmpty() || Integer.parseInt(width) >= least ? null : least;
  }
}
