// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import com.codahale.metrics.annotation.Timed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.contact.PhoneNumber;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;

/**
 * Thanks a dissatisfied resident, and asks whether to call them back. Nobody has to answer, and
 * nothing is sent on without their consent.
 */
@Path("/")
public final class CallBackResource {
  private static final int LONGEST = 50;

  private final CallBacks callBacks;
  private final Pages pages;

  public CallBackResource(CallBacks callBacks, Pages pages) {
    this.callBacks = callBacks;
    this.pages = pages;
  }

  /** Where the page is, of a survey that was just answered. */
  static String path(LinkToken token) {
    return "/s/" + token.value() + "/call-back";
  }

  @GET
  @Path("s/{token}/call-back")
  public Response ask(
      @PathParam("token") String brought,
      @QueryParam("lang") String chosen,
      @Context HttpHeaders headers) {
    Texts texts = pages.texts(chosen, headers);
    return open(brought)
        .map(token -> form(200, texts, token, "", false, Map.of()))
        .orElseGet(() -> pages.message(404, "closed", texts));
  }

  /** Takes the number; what is wrong is said beside the field, and nothing given is lost. */
  @POST
  @Timed
  @Path("s/{token}/call-back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response take(
      @PathParam("token") String brought,
      @QueryParam("lang") String chosen,
      @Context HttpHeaders headers,
      @FormParam("phone") String phone,
      @FormParam("consent") String consent) {
    Texts texts = pages.texts(chosen, headers);
    Optional<LinkToken> token = open(brought);
    if (token.isEmpty()) {
      return pages.message(404, "closed", texts);
    }
    String written = phone == null ? "" : Answer.plain(phone);
    Optional<PhoneNumber> number =
        written.length() > LONGEST ? Optional.empty() : PhoneNumber.parse(written);
    Map<String, String> errors = new LinkedHashMap<>();
    if (number.isEmpty()) {
      errors.put("phone", texts.text("error.phone"));
    }
    if (consent == null) {
      errors.put("consent", texts.text("error.consent"));
    }
    if (!errors.isEmpty()) {
      return form(400, texts, token.get(), written, consent != null, errors);
    }
    return callBacks.ask(token.get(), number.orElseThrow())
        ? pages.seeOther("/thanks/call-back", texts)
        : pages.message(404, "closed", texts);
  }

  /** Where a number leads. */
  @GET
  @Path("thanks/call-back")
  public Response thanks(@QueryParam("lang") String chosen, @Context HttpHeaders headers) {
    return pages.message(200, "callBack.thanks", pages.texts(chosen, headers));
  }

  private Optional<LinkToken> open(String brought) {
    return LinkToken.parse(brought).filter(callBacks::isOpen);
  }

  private Response form(
      int status,
      Texts texts,
      LinkToken token,
      String phone,
      boolean consent,
      Map<String, String> errors) {
    return pages.page(
        status,
        "page/call-back.ftlh",
        texts,
        Map.of(
            "action",
            pages.path(path(token), texts),
            "phone",
            phone,
            "consent",
            consent,
            "errors",
            errors));
  }
}
