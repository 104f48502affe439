// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.openklant;

import com.codahale.metrics.annotation.Timed;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import nl.rotterdam.survey.openklant.NotificationFilter.FromOpenKlant;

/** Where Open Klant tells that something happened, as a subscriber of its Notificaties API. */
@Path("/v1/open-klant/notifications")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@FromOpenKlant
public final class NotificationResource {
  private final OpenKlant openKlant;

  public NotificationResource(OpenKlant openKlant) {
    this.openKlant = openKlant;
  }

  /**
   * A notification, as far as it matters here: in its kenmerken is what an employee wrote.
   *
   * @param kanaal of which kind of thing it is about
   * @param hoofdObject the address of that thing
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Notification(@NotNull(message = "is required") String kanaal, String hoofdObject) {}

  /** It is fetched later; what is of no interest, such as the kanaal test, is accepted, too. */
  @POST
  @Timed
  @Operation(summary = "Tell that something happened in Open Klant, by its Notificaties API")
  @ApiResponse(responseCode = "204", description = "Noted")
  @ApiResponse(responseCode = "403", description = "Not authorised")
  public void take(@NotNull(message = "a notification is required") @Valid Notification told) {
    resource(told.kanaal()).ifPresent(resource -> openKlant.note(resource, told.hoofdObject()));
  }

  private static Optional<Resource> resource(String kanaal) {
    return Arrays.stream(Resource.values())
        .filter(resource -> resource.plural().equals(kanaal))
        .findFirst();
  }
}
