// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.intake.ContactBulk.LineResult;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Caller;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.AnyLength;
import nl.rotterdam.survey.problem.Parameters;
import nl.rotterdam.survey.problem.ProblemException;

/** The door for many contacts at once: as long as there is room on the disk. */
@Path("/v1/contacts/bulk")
@ApiKeyRequired(Scope.CONTACTS)
public final class BulkResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final List<String> PARAMETERS = List.of("mapping", "results");

  private final ContactBulk bulk;
  private final ContactIntake intake;
  private final CellReader cells;
  private final Map<String, CsvMapping> mappings;

  /**
   * @param mappings how files of other systems are read, by name
   */
  public BulkResource(
      ContactBulk bulk, ContactIntake intake, CellReader cells, Map<String, CsvMapping> mappings) {
    this.bulk = bulk;
    this.intake = intake;
    this.cells = cells;
    this.mappings = Map.copyOf(mappings);
  }

  /**
   * Takes in all lines, and then tells what became of each: who sends need not read at the same
   * time.
   */
  @POST
  @Timed
  @AnyLength
  @Consumes({NDJSON, CSV})
  @Produces(NDJSON)
  @Operation(summary = "Report many contacts, a line each, as NDJSON or CSV")
  @RequestBody(
      content = {
        @Content(mediaType = NDJSON, schema = @Schema(implementation = NewContact.class)),
        @Content(mediaType = CSV, schema = @Schema(type = "string"))
      })
  @ApiResponse(
      responseCode = "200",
      description = "What became of each line, and a summary as the last one",
      content = @Content(mediaType = NDJSON, schema = @Schema(implementation = LineResult.class)))
  public Response report(
      @Context SecurityContext caller,
      @Context UriInfo request,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @QueryParam("mapping") String mapping,
      @QueryParam("results") @DefaultValue("all") String results,
      InputStream body)
      throws IOException {
    Parameters.requireKnown(request, PARAMETERS);
    if (!results.equals("all") && !results.equals("refused")) {
      throw ProblemException.badField("results", "must be one of all, refused");
    }
    ContactLines lines = lines(type, mapping, body);
    // nobody else can open it, and nothing is left of it once it is closed
    java.nio.file.Path file = Files.createTempFile("results", ".ndjson");
    FileChannel spool =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      bulk.take(
          caller.getUserPrincipal().getName(),
          lines,
          contact -> intake.objection(Caller.of(caller), contact),
          results.equals("refused"),
          new Unclosed(Channels.newOutputStream(spool)));
      spool.position(0);
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
    StreamingOutput output =
        out -> {
          try (InputStream told = Channels.newInputStream(spool)) {
            told.transferTo(out);
          }
        };
    return Response.ok(output, NDJSON).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** Closing it writes what is left, and leaves the file open to be read. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private ContactLines lines(MediaType type, String mapping, InputStream body) throws IOException {
    boolean csv = type.getSubtype().equals("csv");
    if (mapping != null && !csv) {
      throw ProblemException.badField("mapping", "is for " + CSV);
    }
    if (!csv) {
      return ContactLines.json(body, cells);
    }
    CsvMapping how = mapping == null ? CsvMapping.OWN : mappings.get(mapping);
    if (how == null) {
      throw ProblemException.badField(
          "mapping",
          mappings.isEmpty()
              ? "is not known: the settings hold none (imports)"
              : "must be one of "
                  + String.join(", ", mappings.keySet().stream().sorted().toList()));
    }
    try {
      return ContactLines.csv(body, how, cells);
    } catch (BadFileException e) {
      throw ProblemException.badField("header", e.getMessage());
    }
  }
}
