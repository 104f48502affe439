// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import static java.util.stream.Collectors.toMap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.invitation.InvitationSender;
import nl.rotterdam.survey.invitation.SendingStatus;
import nl.rotterdam.survey.invitation.SendingStatus.Standing;
import nl.rotterdam.survey.signin.Employee;
import nl.rotterdam.survey.signin.Role;
import nl.rotterdam.survey.signin.RoleRequired;
import nl.rotterdam.survey.sms.SmppCarrier;
import nl.rotterdam.survey.webhook.WebhookOutbox;

/** How the sending stands: what waits, what went, what failed, and whom we cannot reach. */
@Path("/workplace/administration/sending")
@Produces(MediaType.TEXT_HTML)
@RoleRequired(Role.ADMINISTRATOR)
public final class SendingPageResource {
  private final AdministrationPage.Frame frame;
  private final SendingStatus status;
  private final List<InvitationSender> senders;
  private final WebhookOutbox webhooks;
  private final Optional<SmppCarrier> session;

  /**
   * @param session the SMS carrier that must always be bound; empty where there is none
   */
  SendingPageResource(
      AdministrationPage.Frame frame,
      SendingStatus status,
      List<InvitationSender> senders,
      WebhookOutbox webhooks,
      Optional<SmppCarrier> session) {
    this.frame = frame;
    this.status = status;
    this.senders = List.copyOf(senders);
    this.webhooks = webhooks;
    this.session = session;
  }

  /** One medium as it is shown. */
  public record Shown(String medium, Standing standing) {}

  @GET
  public Response show(@Context SecurityContext request) {
    Map<String, Instant> unreachable =
        senders.stream()
            .filter(sender -> sender.unreachableSince().isPresent())
            .collect(
                toMap(
                    sender -> code(sender.medium()),
                    sender -> sender.unreachableSince().orElseThrow()));
    return frame.page(
        200,
        AdministrationPage.SENDING,
        "sending",
        Employee.of(request),
        Map.of(
            "media",
            status.standings().stream()
                .map(standing -> new Shown(code(standing.medium()), standing))
                .toList(),
            "unreachable",
            unreachable,
            "webhooks",
            webhooks.failing(),
            "unbound",
            session.filter(smpp -> !smpp.isBound()).isPresent()));
  }

  private static String code(Enum<?> medium) {
    return medium.name().toLowerCase(Locale.ROOT);
  }
}
