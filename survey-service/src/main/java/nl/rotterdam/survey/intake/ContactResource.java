// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.invitation.SurveyCode;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Caller;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.Parameters;

/** The door for source systems: a contact as it ends, and what became of it. */
@Path("/v1/contacts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired(Scope.CONTACTS)
public final class ContactResource {
  private static final List<String> PARAMETERS = List.of("externalId", "language");

  private final ContactIntake intake;
  private final Fates fates;

  public ContactResource(ContactIntake intake, Fates fates) {
    this.intake = intake;
    this.fates = fates;
  }

  /** What became of a contact; its id is a parameter, since it may hold any sign. */
  @GET
  @Timed
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "What became of a contact")
  @ApiResponse(
      responseCode = "200",
      description = "How far it came, and why no further",
      content = @Content(schema = @Schema(implementation = Fate.class)))
  @ApiResponse(responseCode = "404", description = "No contact of this source has this id")
  public Response fate(
      @Context SecurityContext caller,
      @Context UriInfo request,
      @QueryParam("externalId") String externalId,
      @QueryParam("language") @DefaultValue("nl") String language) {
    Parameters.requireKnown(request, PARAMETERS);
    return Response.ok(fates.of(caller.getUserPrincipal().getName(), externalId, language))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The link of a conversation as a QR code, as long as it can be answered. */
  @GET
  @Timed
  @Path("{contactId}/survey-code.svg")
  @ApiKeyRequired(Scope.LINKS)
  @Consumes(MediaType.WILDCARD)
  @Produces("image/svg+xml")
  @Operation(summary = "The survey of a contact as a QR code, as vectors")
  @ApiResponse(
      responseCode = "200",
      description = "The code",
      content =
          @Content(
              mediaType = "image/svg+xml",
              schema = @Schema(type = "string", format = "binary")))
  public Response svg(@Context SecurityContext caller, @PathParam("contactId") String contactId) {
    return picture(code(caller, contactId).svg());
  }

  /** The same in dots. */
  @GET
  @Timed
  @Path("{contactId}/survey-code.png")
  @ApiKeyRequired(Scope.LINKS)
  @Consumes(MediaType.WILDCARD)
  @Produces("image/png")
  @Operation(summary = "The survey of a contact as a QR code, in dots")
  @ApiResponse(
      responseCode = "200",
      description = "The code",
      content =
          @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
  public Response png(@Context SecurityContext caller, @PathParam("contactId") String contactId) {
    return picture(code(caller, contactId).png());
  }

  private SurveyCode code(SecurityContext caller, String contactId) {
    return intake.code(caller.getUserPrincipal().getName(), contactId);
  }

  private static Response picture(Object code) {
    return Response.ok(code).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** 201 where it is new, 200 with the same body where the source reported it before. */
  @POST
  @Timed
  @Operation(summary = "Report a contact")
  @ApiResponse(
      responseCode = "201",
      description = "A new contact",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The same contact again",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @ApiResponse(responseCode = "409", description = "The same id with other content")
  public Response report(
      @Context SecurityContext caller,
      @NotNull(message = "a contact is required") @Valid NewContact contact) {
    intake.requireAllowed(Caller.of(caller), contact);
    ContactIntake.Result result = intake.receive(caller.getUserPrincipal().getName(), contact);
    return Response.status(result.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(result.receipt())
        .build();
  }
}
