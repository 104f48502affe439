// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.invitation.SurveyCode;

/** The door for source systems: a contact, as it ends. */
@Path("/v1/contacts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApiKeyRequired
public final class ContactResource {
  private final ContactIntake intake;

  public ContactResource(ContactIntake intake) {
    this.intake = intake;
  }

  /** The link of a conversation as a QR code, as long as it can be answered. */
  @GET
  @Timed
  @Path("{contactId}/survey-code.{format: svg|png}")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.WILDCARD)
  public Response code(
      @Context SecurityContext caller,
      @PathParam("contactId") String contactId,
      @PathParam("format") String format) {
    SurveyCode code = intake.code(caller.getUserPrincipal().getName(), contactId);
    boolean vectors = format.equals("svg");
    return Response.ok(vectors ? code.svg() : code.png())
        .type(vectors ? "image/svg+xml" : "image/png")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** 201 where it is new, 200 with the same body where the source reported it before. */
  @POST
  @Timed
  public Response report(
      @Context SecurityContext caller,
      @NotNull(message = "a contact is required") @Valid NewContact contact) {
    ContactIntake.Result result = intake.receive(caller.getUserPrincipal().getName(), contact);
    return Response.status(result.created() ? Response.Status.CREATED : Response.Status.OK)
        .entity(result.receipt())
        .build();
  }
}
