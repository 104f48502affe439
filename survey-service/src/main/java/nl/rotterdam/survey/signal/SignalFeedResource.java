// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import com.codahale.metrics.annotation.Timed;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dropwizard.jackson.Jackson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.Parameters;
import nl.rotterdam.survey.problem.ProblemException;

/** Open answers for the city's own model, for a key with that scope. */
@Path(SignalFeedResource.PATH)
@ApiKeyRequired(Scope.SIGNALS)
@Produces(SignalFeedResource.NDJSON)
public final class SignalFeedResource {
  /** Where it is. */
  public static final String PATH = "/v1/signals";

  static final String NDJSON = "application/x-ndjson";

  private static final ObjectMapper JSON = Jackson.newObjectMapper();
  private static final ObjectWriter LINE =
      JSON.writerFor(Line.class).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private final Signals signals;

  public SignalFeedResource(Signals signals) {
    this.signals = signals;
  }

  /**
   * An open answer.
   *
   * @param id its own, random one
   * @param month of the contact that it is about
   * @param overall the score that came with it; null where none did
   * @param themes empty: no theme
   * @param text scrubbed
   * @param cursor what to give as since, to go on after this line
   */
  public record Line(
      UUID id,
      String month,
      String channel,
      String language,
      Integer overall,
      List<String> themes,
      String text,
      String cursor) {

    static Line of(Signal signal) {
      return new Line(
          signal.id(),
          signal.month().toString(),
          signal.channel(),
          signal.language(),
          signal.overall(),
          signal.themes(),
          signal.text(),
          Cursor.of(signal).toString());
    }
  }

  @GET
  @Timed
  @Operation(summary = "Open answers, scrubbed, a line each, after a cursor")
  @ApiResponse(
      responseCode = "200",
      description = "All that came out after the cursor, in the order in which they did",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = Line.class)))
  public Response list(@Context UriInfo request, @QueryParam("since") String since) {
    Parameters.requireKnown(request, List.of("since"));
    Cursor from = since == null ? Cursor.BEGIN : cursor(since);
    StreamingOutput lines = out -> write(from, out);
    return Response.ok(lines, NDJSON).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static Cursor cursor(String written) {
    return Cursor.read(written)
        .orElseThrow(
            () -> ProblemException.badField("since", "must be the cursor of an earlier line"));
  }

  private void write(Cursor from, OutputStream target) throws IOException {
    OutputStream out = new BufferedOutputStream(target);
    List<Signal> some = signals.after(from);
    while (!some.isEmpty()) {
      for (Signal signal : some) {
        LINE.writeValue(out, Line.of(signal));
        out.write('\n');
      }
      some = signals.after(Cursor.of(some.get(some.size() - 1)));
    }
    out.flush();
  }
}
