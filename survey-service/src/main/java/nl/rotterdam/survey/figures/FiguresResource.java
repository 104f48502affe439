// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.table.FigureRow;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.trend.Definitions.Version;
import nl.rotterdam.survey.key.ApiKeys;

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

  /**
   * The table as JSON.
   *
   * @param provisional whether the month asked for is still running
   * @param publishedAt when this table was published; null where it was not
   */
  public record View(
      YearMonth to, boolean provisional, Instant publishedAt, String audience, List<Row> figures) {}

  /**
   * A row of the table, in the columns of its contract.
   *
   * @param breaks months in which the questionnaire changed, of those that the figure spans
   */
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
      String group,
      String source,
      List<YearMonth> breaks) {

    static Row of(FigureRow row, FiguresTable table) {
      return new Row(
          row.name().code(),
          FiguresCsv.indicator(row),
          FiguresCsv.channel(row),
          row.location().orElse(""),
          row.period().toString(),
          row.figure().value(),
          row.figure().lower(),
          row.figure().upper(),
          row.figure().n(),
          row.figure().status().code(),
          FiguresCsv.dimension(row),
          FiguresCsv.group(row),
          FiguresCsv.source(row),
          table.breaksIn(row).stream().map(Version::from).toList());
    }
  }

  @GET
  @Timed
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The figures table")
  public View json(@BeanParam FigureQuery query) {
    boolean internal = query.internal(keys);
    FiguresTable table = table(query, internal);
    return new View(
        table.to(),
        figures.provisional(table.to()),
        figures.publishedAt(table.to()).orElse(null),
        internal ? "internal" : "public",
        query.select(table, figures).stream().map(row -> Row.of(row, table)).toList());
  }

  /**
   * The same as CSV, where that is asked for; a running month says so in the file's name. Without a
   * lower qs either form would be given to who names none.
   */
  @GET
  @Timed
  @Produces(CSV + ";qs=0.9")
  public Response csv(@BeanParam FigureQuery query) throws IOException {
    FiguresTable table = table(query, query.internal(keys));
    StringWriter csv = new StringWriter();
    FiguresCsv.write(query.select(table, figures), csv);
    String provisional = figures.provisional(table.to()) ? "-provisional" : "";
    return Response.ok(csv.toString())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"figures-%s%s.csv\"".formatted(table.to(), provisional))
        .build();
  }

  private FiguresTable table(FigureQuery query, boolean internal) {
    FiguresTable table = figures.table(query.to(figures));
    return internal ? table : table.forThePublic();
  }
}
