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
import java.util.List;
import java.util.Map;
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
  private final Links links;
  private final Jdbi jdbi;
  private final InvitationDao invitations;
  private final OptOuts optOuts;
  private final Pages pages;

  public OptOutResource(Links links, Jdbi jdbi, ChangedMonths changed, Clock clock, Pages pages) {
    this.links = links;
    this.jdbi = jdbi;
    this.invitations = Database.dao(jdbi, InvitationDao.class);
    this.optOuts = new OptOuts(jdbi, changed, clock);
    this.pages = pages;
  }

  /** Asks whether to stop, without looking up whom. */
  @GET
  public Response ask(
      @PathParam("token") String brought,
      @QueryParam("lang") String chosen,
      @Context HttpHeaders headers) {
    Texts texts = pages.texts(chosen, headers);
    return isLink(brought)
        ? pages.page(
            200,
            "page/unsubscribe.ftlh",
            texts,
            Map.of("action", pages.path("/u/" + brought, texts)))
        : pages.message(404, "missing", texts);
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
    if (!isLink(brought)) {
      return pages.message(404, "missing", texts);
    }
    Database.useTransaction(jdbi, () -> optOuts.stop(hashes(brought)));
    return pages.message(200, "unsubscribed", texts);
  }

  private boolean isLink(String brought) {
    return LinkToken.parse(brought).isPresent() || links.unsubscribes(brought).isPresent();
  }

  /** A mail's link brings them along; the one on a survey's page is known by its invitation. */
  private List<byte[]> hashes(String brought) {
    return links
        .unsubscribes(brought)
        .or(
            () ->
                LinkToken.parse(brought)
                    .flatMap(token -> invitations.find(token.hash()))
                    .map(Invitation::addressHashes))
        .orElse(List.of());
  }
}
