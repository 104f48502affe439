// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.exhibit.VerdictText;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.demo.Newcomers.Newcomer;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.report.ReadersWords;
import nl.rotterdam.survey.text.Texts;

/** The demo's first page: the whole way, from a contact to the verdict. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class StartResource {
  private final DemoPages pages;
  private final Newcomers newcomers;
  private final Figures figures;
  private final DemoFiles files;

  StartResource(DemoPages pages, Newcomers newcomers, Figures figures, DemoFiles files) {
    this.pages = pages;
    this.newcomers = newcomers;
    this.figures = figures;
    this.files = files;
  }

  /** Where everything stands now. */
  @GET
  public Response start(@QueryParam("lang") String chosen) {
    Texts texts = pages.texts(chosen);
    ReadersWords words = pages.words(texts);
    Notation notation = new Notation(words);
    YearMonth running = figures.runningMonth();
    YearMonth reported = running.minusMonths(1);
    FiguresTable table = figures.table(reported).forThePublic();
    FiguresTable now = figures.table(running);
    List<Newcomer> contacts = newcomers.list();
    List<String> open = contacts.stream().flatMap(one -> one.link().stream()).toList();

    Map<String, Object> model = new HashMap<>();
    model.put("path", "/");
    model.put("running", notation.month(running));
    model.put("reported", notation.month(reported));
    model.put("reportedMonth", reported.toString());
    model.put("contacts", notation.count(count(now, FigureName.CONTACTS, running)));
    model.put("answers", notation.count(count(now, FigureName.ANSWERS, running)));
    model.put("asked", contacts.stream().filter(one -> one.invitation().isPresent()).count());
    model.put("newcomers", contacts.size());
    model.put("open", open.size());
    model.put("survey", open.stream().findFirst().orElse(""));
    model.put("more", contacts.size() < NewContacts.MOST);
    model.put("share", share(table, notation).orElse(""));
    model.put("window", notation.period(table.currentWindow()));
    model.put("verdict", new VerdictText(words).sentence(table.verdict(), table.goal()));
    model.put("explanation", new VerdictText(words).explanation(table.verdict(), table.goal()));
    model.put(
        "chart", Files.exists(files.report(texts.language()).resolve(DemoFiles.chart(reported))));
    return pages.page("start", texts, model);
  }

  private static long count(FiguresTable table, FigureName name, YearMonth month) {
    return table
        .find(name, Optional.empty(), Optional.empty(), Period.month(month))
        .map(Figure::n)
        .orElse(0L);
  }

  private static Optional<String> share(FiguresTable table, Notation notation) {
    return table
        .find(
            FigureName.SHARE_12M,
            Optional.of(Indicator.OVERALL),
            Optional.empty(),
            table.currentWindow())
        .filter(figure -> figure.value().isPresent())
        .map(figure -> notation.share(figure.value().getAsDouble()));
  }
}
