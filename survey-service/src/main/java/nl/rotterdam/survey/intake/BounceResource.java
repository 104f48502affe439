// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.rotterdam.survey.invitation.Bounces;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.mail.DeliveryNotice;

/** Where a relay hands over notices that a mail could not be delivered, as they are. */
@Path("/v1/bounces")
@Produces(MediaType.APPLICATION_JSON)
public final class BounceResource {
  private final Bounces bounces;

  public BounceResource(Bounces bounces) {
    this.bounces = bounces;
  }

  /** Whether the mail was a notice of failure about a mail of ours. */
  public record Taken(boolean taken) {}

  @POST
  @Timed
  @Operation(summary = "Hand over a notice that a mail could not be delivered")
  @ApiKeyRequired(Scope.BOUNCES)
  @Consumes("message/rfc822")
  public Taken take(byte[] mail) {
    return new Taken(DeliveryNotice.read(mail).map(bounces::take).orElse(false));
  }
}
