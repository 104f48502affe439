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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import nl.rotterdam.survey.contact.NewCallbackNote;
import nl.rotterdam.survey.intake.CallbackIntake.CallbackReceipt;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Scope;

/** The door for promises to call residents back. */
@Path("/v1/callbacks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired(Scope.CALLBACKS)
public final class CallbackResource {
  private final CallbackIntake intake;

  public CallbackResource(CallbackIntake intake) {
    this.intake = intake;
  }

  /** 201 where it is new, 200 where the source reported it before, and where it is handled now. */
  @POST
  @Timed
  @Operation(summary = "Report a promise to call a resident back, and that it was kept")
  @ApiResponse(
      responseCode = "201",
      description = "A new call-back note",
      content = @Content(schema = @Schema(implementation = CallbackReceipt.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The same note again, or one that is handled now",
      content = @Content(schema = @Schema(implementation = CallbackReceipt.class)))
  @ApiResponse(responseCode = "409", description = "The same note with other content")
  public Response report(
      @Context SecurityContext caller,
      @NotNull(message = "a call-back note is required") @Valid NewCallbackNote note) {
    CallbackIntake.Result result = intake.receive(caller.getUserPrincipal().getName(), note);
    return Response.status(result.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(result.receipt())
        .build();
  }
}
