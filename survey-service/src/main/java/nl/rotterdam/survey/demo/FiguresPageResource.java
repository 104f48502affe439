// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.exhibit.Notation;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.Status;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.FiguresCsv;
import nl.rotterdam.survey.report.ReadersWords;
import nl.rotterdam.survey.text.Texts;

/** The main figures of the last months, as a table that fits on a page. */
@Path("/demo/figures")
@Produces(MediaType.TEXT_HTML)
public final class FiguresPageResource {
  private static final int MONTHS = 12;

  private final DemoPages pages;
  private final Figures figures;

  FiguresPageResource(DemoPages pages, Figures figures) {
    this.pages = pages;
    this.figures = figures;
  }

  /** A row of a table: what it is about, and its figures as they are written. */
  public record Row(String name, boolean provisional, List<String> cells) {}

  /** The running month first, then twelve whole ones; and the channels over those twelve. */
  @GET
  public Response table(@QueryParam("lang") String chosen) {
    Texts texts = pages.texts(chosen);
    YearMonth running = figures.runningMonth();
    FiguresTable now = figures.table(running).forThePublic();
    FiguresTable whole = figures.table(running.minusMonths(1)).forThePublic();
    Writer writer = new Writer(pages.words(texts));
    return pages.page(
        "figures",
        texts,
        Map.of(
            "path", "/demo/figures",
            "running", running.toString(),
            "window", new Notation(pages.words(texts)).period(whole.currentWindow()),
            "months",
                IntStream.rangeClosed(0, MONTHS)
                    .mapToObj(running::minusMonths)
                    .map(month -> writer.month(now, month, month.equals(running)))
                    .toList(),
            "channels", writer.channels(whole)));
  }

  /** All public figures, for a browser, which cannot ask the API for a media type. */
  @GET
  @Path("{month:[0-9]{4}-[0-9]{2}}.csv")
  @Produces("text/csv;charset=utf-8")
  public Response csv(@PathParam("month") String written) throws IOException {
    YearMonth month = figures.month("month", written);
    StringWriter csv = new StringWriter();
    FiguresCsv.write(figures.table(month).forThePublic().rows(), csv);
    return Response.ok(csv.toString())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures-" + month + ".csv\"")
        .build();
  }

  /** Writes figures for readers of one language. */
  private static final class Writer {
    private final ReadersWords words;
    private final Notation notation;

    Writer(ReadersWords words) {
      this.words = words;
      this.notation = new Notation(words);
    }

    Row month(FiguresTable table, YearMonth month, boolean provisional) {
      Period period = Period.month(month);
      Optional<Channel> all = Optional.empty();
      List<String> cells = new ArrayList<>();
      cells.add(interval(overall(table, FigureName.SHARE, all, period)));
      cells.add(count(table.find(FigureName.ANSWERS, Optional.empty(), all, period)));
      cells.add(count(table.find(FigureName.CONTACTS, Optional.empty(), all, period)));
      cells.add(value(overall(table, FigureName.MEAN, all, period), notation::grade));
      cells.add(value(overall(table, FigureName.NPS, all, period), notation::points));
      cells.add(
          value(
              table.find(FigureName.RESPONSE_RATE, Optional.empty(), all, period),
              notation::share));
      return new Row(notation.month(month), provisional, cells);
    }

    List<Row> channels(FiguresTable table) {
      return Arrays.stream(Channel.values())
          .map(
              channel -> {
                Optional<Figure> share =
                    overall(
                        table, FigureName.SHARE_12M, Optional.of(channel), table.currentWindow());
                Optional<Figure> response =
                    table.find(
                        FigureName.RESPONSE_RATE,
                        Optional.empty(),
                        Optional.of(channel),
                        table.currentWindow());
                return new Row(
                    words.text("channel." + channel.code(), Map.of()),
                    false,
                    List.of(interval(share), count(share), value(response, notation::share)));
              })
          .toList();
    }

    private static Optional<Figure> overall(
        FiguresTable table, FigureName name, Optional<Channel> channel, Period period) {
      return table.find(name, Optional.of(Indicator.OVERALL), channel, period);
    }

    private String count(Optional<Figure> figure) {
      return notation.count(figure.map(Figure::n).orElse(0L));
    }

    private String interval(Optional<Figure> figure) {
      return figure
          .filter(found -> found.value().isPresent())
          .map(notation::shareWithInterval)
          .orElseGet(() -> missing(figure));
    }

    private String value(Optional<Figure> figure, DoubleFunction<String> written) {
      return figure
          .filter(found -> found.value().isPresent())
          .map(found -> written.apply(found.value().getAsDouble()))
          .orElseGet(() -> missing(figure));
    }

    private String missing(Optional<Figure> figure) {
      boolean few = figure.filter(found -> found.status() == Status.BELOW_PUBLICATION).isPresent();
      return words.text(few ? "figure.too_few" : "figure.none", Map.of());
    }
  }
}
