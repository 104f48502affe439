// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import nl.rotterdam.survey.contact.NewCallbackNote;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Caller;
import nl.rotterdam.survey.key.Scope;

/** The door for source systems that speak CloudEvents 1.0, as the NL GOV profile has it. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired({Scope.CONTACTS, Scope.CALLBACKS})
public final class EventResource {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private final Events events;

  public EventResource(Events events) {
    this.events = events;
  }

  /** What became of each event of a batch, in its order. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EventResults(List<EventResult> events) {}

  /**
   * An event as the API's description shows it.
   *
   * @param source a URI, such as urn:nld:oin:00000001003214345000:systeem:afspraken
   */
  @Schema(name = "Event")
  private record Described(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "1.0")
          String specversion,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String id,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri-reference") String source,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {Events.CONTACT, Events.CALLBACK})
          String type,
      OffsetDateTime time,
      String subject,
      String datacontenttype,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              oneOf = {NewContact.class, NewCallbackNote.class})
          Object data) {}

  /** The same event again gives the same result. */
  @POST
  @Timed
  @Consumes({STRUCTURED, BATCH, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Report what happened as CloudEvents: structured, binary or in a batch",
      description =
          "In binary mode the body is the data alone, and the attributes are headers: ce-id,"
              + " ce-source, ce-specversion and ce-type.")
  @ApiResponse(
      responseCode = "200",
      description = "What became of the event, or of each of a batch in its order",
      content = @Content(schema = @Schema(oneOf = {EventResult.class, EventResults.class})))
  @ApiResponse(responseCode = "409", description = "Another event by the same source and id")
  public Object take(
      @Context SecurityContext caller,
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = STRUCTURED,
                    schema = @Schema(implementation = Described.class)),
                @Content(
                    mediaType = BATCH,
                    array = @ArraySchema(schema = @Schema(implementation = Described.class))),
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema =
                        @Schema(
                            type = "object",
                            oneOf = {NewContact.class, NewCallbackNote.class}))
              })
          byte[] body)
      throws IOException {
    Caller source = Caller.of(caller);
    if (headers.getMediaType() == null) {
      throw new NotSupportedException();
    }
    return switch (headers.getMediaType().getSubtype()) {
      case "cloudevents+json" -> events.takeStructured(source, body);
      case "cloudevents-batch+json" -> new EventResults(events.takeBatch(source, body));
      default -> events.takeBinary(source, headers.getRequestHeaders(), body);
    };
  }
}
