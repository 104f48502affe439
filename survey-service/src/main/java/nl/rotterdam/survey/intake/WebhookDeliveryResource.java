// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.rotterdam.survey.key.ApiKeyRequired;
import nl.rotterdam.survey.key.Scope;
import nl.rotterdam.survey.problem.Parameters;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.webhook.WebhookDelivery;
import nl.rotterdam.survey.webhook.WebhookOutbox;

/** What became of what other systems were told, for a key with that scope. */
@Path("/v1/webhook-deliveries")
@ApiKeyRequired(Scope.WEBHOOKS)
@Produces(MediaType.APPLICATION_JSON)
public final class WebhookDeliveryResource {
  private static final List<String> PARAMETERS = List.of("cursor", "limit");
  private static final int USUAL = 50;
  private static final int MOST = 100;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final WebhookOutbox outbox;

  public WebhookDeliveryResource(WebhookOutbox outbox) {
    this.outbox = outbox;
  }

  /**
   * A delivery, without what it tells.
   *
   * @param state planned, delivered or failed
   * @param lastStatus the HTTP status of the last attempt; null where there was no answer
   * @param failure why the last attempt failed; null where it did not
   * @param nextAttemptAt null where there is no further attempt
   */
  public record Delivery(
      UUID id,
      UUID eventId,
      String eventType,
      String webhook,
      Instant madeAt,
      String state,
      int attempts,
      Integer lastStatus,
      String failure,
      Instant nextAttemptAt,
      Instant endedAt) {

    static Delivery of(WebhookDelivery told) {
      return new Delivery(
          told.id(),
          told.eventId(),
          told.eventType().code(),
          told.webhook(),
          told.madeAt(),
          told.state().name().toLowerCase(Locale.ROOT),
          told.attempts(),
          told.lastStatus(),
          told.failure(),
          told.nextAttemptAt(),
          told.endedAt());
    }
  }

  /**
   * Some deliveries, newest first.
   *
   * @param next the cursor of those that follow; null where there are none
   */
  public record Deliveries(List<Delivery> deliveries, UUID next) {}

  @GET
  @Timed
  @Operation(summary = "What became of what webhooks were told")
  @ApiResponse(
      responseCode = "200",
      description = "Deliveries of the last 30 days, newest first",
      content = @Content(schema = @Schema(implementation = Deliveries.class)))
  public Response list(
      @Context UriInfo request,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Parameters.requireKnown(request, PARAMETERS);
    return Response.ok(page(cursor(cursor), limit(limit)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Deliveries page(Optional<UUID> cursor, int limit) {
    // one more than is shown tells whether there are more
    List<WebhookDelivery> found =
        outbox.list(cursor, limit + 1).orElseThrow(WebhookDeliveryResource::unknownCursor);
    List<Delivery> shown = found.stream().limit(limit).map(Delivery::of).toList();
    return new Deliveries(shown, found.size() > limit ? shown.get(limit - 1).id() : null);
  }

  private static Optional<UUID> cursor(String written) {
    if (written == null) {
      return Optional.empty();
    }
    if (!ID.matcher(written).matches()) {
      throw unknownCursor();
    }
    return Optional.of(UUID.fromString(written));
  }

  private static ProblemException unknownCursor() {
    return ProblemException.badField("cursor", "must be what next was in an earlier answer");
  }

  private static int limit(String written) {
    if (written == null) {
      return USUAL;
    }
    if (!written.matches("[1-9]\\d{0,2}") || Integer.parseInt(written) > MOST) {
      throw ProblemException.badField("limit", "must be a whole number from 1 to " + MOST);
    }
    return Integer.parseInt(written);
  }
}
