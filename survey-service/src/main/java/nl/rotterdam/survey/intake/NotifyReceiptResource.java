// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.codahale.metrics.annotation.Timed;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import nl.rotterdam.survey.delivery.DeliveryReceipt;
import nl.rotterdam.survey.intake.NotifyTokenFilter.FromNotify;
import nl.rotterdam.survey.invitation.MailMark;
import nl.rotterdam.survey.invitation.MailMark.Letter;
import nl.rotterdam.survey.invitation.MailMark.Marked;
import nl.rotterdam.survey.notify.NotifyStatus;
import nl.rotterdam.survey.problem.ProblemException;

/** Where NotifyNL tells what became of a message. */
@Path("/v1/notify/receipts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@FromNotify
public final class NotifyReceiptResource {
  private final MailMark marks;
  private final BiPredicate<Marked, DeliveryReceipt> receipts;

  /**
   * @param receipts takes what became of a message, and tells whether it is one of ours
   */
  public NotifyReceiptResource(MailMark marks, BiPredicate<Marked, DeliveryReceipt> receipts) {
    this.marks = marks;
    this.receipts = receipts;
  }

  /**
   * What is told, as far as it matters here: the address stands in it, too.
   *
   * @param reference what we called the message; null for one that somebody else sent
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Told(String reference, @NotNull(message = "is required") String status) {
    @Override
    public String toString() {
      return "Told[" + status + "]";
    }
  }

  /** Whether it was about a message of ours. */
  public record Taken(boolean taken) {}

  /** 200 for a message that is not ours, too: NotifyNL would only tell of it again. */
  @POST
  @Timed
  @Operation(summary = "Tell what became of a message, by NotifyNL")
  public Taken take(@NotNull(message = "a receipt is required") @Valid Told told) {
    DeliveryReceipt receipt =
        NotifyStatus.receipt(told.status())
            .orElseThrow(
                () ->
                    ProblemException.badField(
                        "status",
                        "must be one of delivered, permanent-failure, temporary-failure,"
                            + " technical-failure"));
    return new Taken(
        Optional.ofNullable(told.reference())
            .flatMap(this::message)
            .filter(message -> receipts.test(message, receipt))
            .isPresent());
  }

  /** Mails are known by their mark, text messages by their invitation. */
  private Optional<Marked> message(String reference) {
    return marks.find(reference).findFirst().or(() -> textMessage(reference));
  }

  private static Optional<Marked> textMessage(String reference) {
    try {
      return Optional.of(new Marked(UUID.fromString(reference), Letter.INVITATION));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
