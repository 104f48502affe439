// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import com.codahale.metrics.annotation.Timed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.intake.ApiKeys;
import nl.rotterdam.survey.problem.ProblemException;

/** The figures table: open to all, with what is below publication for who has a key. */
@Path("/v1/figures")
public final class FiguresResource {
  private static final String CSV = "text/csv;charset=utf-8";

  private final Figures figures;
  private final ApiKeys keys;

  public FiguresResource(Figures figures, ApiKeys keys) {
    this.figures = figures;
    this.keys = keys;
  }

  /** Which figures are asked for. */
  public static final class Query {
    @QueryParam("to")
    private String to;

    @QueryParam("figure")
    private String figure;

    @QueryParam("indicator")
    private String indicator;

    @QueryParam("channel")
    private String channel;

    @QueryParam("audience")
    private String audience;

    @HeaderParam(ApiKeys.HEADER)
    private String key;
  }

  /**
   * The table as JSON.
   *
   * @param provisional whether the month asked for is still running
   */
  public record View(YearMonth to, boolean provisional, String audience, List<Row> figures) {}

  /** A row of the table, in the columns of its contract. */
  public record Row(
      String figure,
      String indicator,
      String channel,
      String location,
      String period,
      OptionalDouble value,
      OptionalDouble lower,
      OptionalDouble upper,
      long n,
      String status,
      String dimension,
      String group) {

    static Row of(FigureRow row) {
      return new Row(
          row.name().code(),
          row.indicator().map(Indicator::code).orElse(""),
          row.channel().map(Channel::code).orElse("all"),
          "",
          row.period().toString(),
          row.figure().value(),
          row.figure().lower(),
          row.figure().upper(),
          row.figure().n(),
          row.figure().status().code(),
          "",
          "");
    }
  }

  @GET
  @Timed
  @Produces(MediaType.APPLICATION_JSON)
  public View json(@BeanParam Query query) {
    YearMonth to = month(query);
    List<Row> rows = rows(query, to).stream().map(Row::of).toList();
    return new View(to, figures.provisional(to), internal(query) ? "internal" : "public", rows);
  }

  /** The same as CSV; a running month says so in the file's name. */
  @GET
  @Timed
  @Produces(CSV)
  public Response csv(@BeanParam Query query) throws IOException {
    YearMonth to = month(query);
    StringWriter csv = new StringWriter();
    FiguresCsv.write(rows(query, to), csv);
    String name = "figures-" + to + (figures.provisional(to) ? "-provisional" : "") + ".csv";
    return Response.ok(csv.toString())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private List<FigureRow> rows(Query query, YearMonth to) {
    Optional<FigureName> figure =
        Optional.ofNullable(query.figure)
            .map(code -> FigureName.of(code).orElseThrow(() -> unknown("figure", figureCodes())));
    Optional<Indicator> indicator =
        Optional.ofNullable(query.indicator)
            .map(
                code ->
                    Indicator.of(code)
                        .orElseThrow(
                            () ->
                                unknown(
                                    "indicator", "overall, friendliness, clarity, timeliness")));
    boolean together = "all".equals(query.channel);
    Optional<Channel> channel =
        Optional.ofNullable(query.channel)
            .filter(code -> !together)
            .map(
                code ->
                    Channel.of(code)
                        .orElseThrow(
                            () -> unknown("channel", "counter, phone, chat, social, video, all")));
    FiguresTable all = figures.table(to);
    return (internal(query) ? all : all.forThePublic())
        .rows().stream()
            .filter(row -> figure.isEmpty() || row.name() == figure.get())
            .filter(row -> indicator.isEmpty() || row.indicator().equals(indicator))
            .filter(row -> query.channel == null || row.channel().equals(channel))
            .toList();
  }

  private YearMonth month(Query query) {
    return query.to == null ? figures.runningMonth() : figures.month("to", query.to);
  }

  private boolean internal(Query query) {
    if (query.audience == null || query.audience.equals("public")) {
      return false;
    }
    if (!query.audience.equals("internal")) {
      throw unknown("audience", "public, internal");
    }
    keys.source(query.key);
    return true;
  }

  private static String figureCodes() {
    return String.join(
        ", ", java.util.Arrays.stream(FigureName.values()).map(FigureName::code).toList());
  }

  private static ProblemException unknown(String field, String allowed) {
    return ProblemException.badField(field, "must be one of " + allowed);
  }
}
