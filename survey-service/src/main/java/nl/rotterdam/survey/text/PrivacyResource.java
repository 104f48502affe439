// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What becomes of a resident's data, and who answers for it. */
@Path("/privacy")
public final class PrivacyResource {
  private final PrivacySettings settings;
  private final Pages pages;
  private final boolean callsBack;

  /**
   * @param callsBack whether residents can ask to be called back
   */
  public PrivacyResource(PrivacySettings settings, Pages pages, boolean callsBack) {
    this.settings = settings;
    this.pages = pages;
    this.callsBack = callsBack;
  }

  @GET
  public Response statement(@QueryParam("lang") String chosen, @Context HttpHeaders headers) {
    Texts texts = pages.texts(chosen, headers);
    return pages.page(
        200,
        "page/privacy.ftlh",
        texts,
        Map.of("statement", settings.statement(texts.language()), "callsBack", callsBack));
  }
}
