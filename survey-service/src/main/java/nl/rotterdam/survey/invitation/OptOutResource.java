// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.contact.ChangedMonths;
import nl.rotterdam.survey.database.Database;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;
import org.jdbi.v3.core.Jdbi;

/**
 * No more surveys: by one press on a page, or by the mail program's own button (RFC 8058), which
 * posts to the same address. Looking at the page does nothing, since mail scanners look at it too.
 */
@Path("/u/{token}")
public final class OptOutResource {
  private final Jdbi jdbi;
  private final InvitationDao invitations;
  private final RecipientDao recipients;
  private final ChangedMonths changed;
  private final Clock clock;
  private final Pages pages;

  public OptOutResource(Jdbi jdbi, ChangedMonths changed, Clock clock, Pages pages) {
    this.jdbi = jdbi;
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.recipients = Database.dao(jdbi, RecipientDao.class);
    this.changed = changed;
    this.clock = clock;
    this.pages = pages;
  }

  /** Asks whether to stop, without looking up whom. */
  @GET
  public Response ask(
      @PathParam("token") String brought,
      @QueryParam("lang") String chosen,
      @Context HttpHeaders headers) {
    Texts texts = pages.texts(chosen, headers);
    return LinkToken.parse(brought)
        .map(
            token ->
                pages.page(
                    200,
                    "page/unsubscribe.ftlh",
                    texts,
                    Map.of("action", pages.path("/u/" + token.value(), texts))))
        .orElseGet(() -> pages.message(404, "missing", texts));
  }

  /**
   * Stops, for every address that came with the contact, whether the survey is open or not. All
   * that can be a link is answered alike, so that nobody learns which ones were given out; one that
   * was cut off on its way is told so.
   */
  @POST
  public Response stop(
      @PathParam("token") String brought,
      @QueryParam("lang") String chosen,
      @Context HttpHeaders headers) {
    Texts texts = pages.texts(chosen, headers);
    Optional<LinkToken> token = LinkToken.parse(brought);
    token.ifPresent(link -> jdbi.useTransaction(handle -> optOut(link)));
    return token.isPresent()
        ? pages.message(200, "unsubscribed", texts)
        : pages.message(404, "missing", texts);
  }

  private void optOut(LinkToken token) {
    List<byte[]> hashes =
        invitations.find(token.hash()).stream()
            .flatMap(found -> found.addressHashes().stream())
            .toList();
    for (byte[] hash : hashes) {
      recipients.add(hash);
      recipients.optOut(hash, clock.instant());
    }
    for (byte[] hash : hashes) {
      List<YearMonth> months = invitations.listPlannedMonths(hash);
      invitations.withdraw(hash, clock.instant());
      changed.mark(months);
    }
  }
}
