// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import com.codahale.metrics.annotation.Timed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.rotterdam.survey.answer.SurveyForm;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page on a counter screen. It begins afresh after each resident, in the first language, and no
 * page of it leads away: a full screen has no way back.
 */
@Path("/k/{token}")
public final class KioskResource {
  private static final Logger LOG = LoggerFactory.getLogger(KioskResource.class);

  private final KioskService kiosks;
  private final Pages pages;

  public KioskResource(KioskService kiosks, Pages pages) {
    this.kiosks = kiosks;
    this.pages = pages;
  }

  /** The questions, with nothing chosen. */
  @GET
  @Timed
  public Response ask(@PathParam("token") String brought, @QueryParam("lang") String chosen) {
    Texts texts = texts(chosen);
    return at(
        brought,
        texts,
        token ->
            kiosks.isOpen(token)
                ? questions(200, texts, token, SurveyForm.empty(), Map.of())
                : closed(texts));
  }

  /** Stores the answer; what is wrong is said beside the question, and nothing given is lost. */
  @POST
  @Timed
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("token") String brought,
      @QueryParam("lang") String chosen,
      MultivaluedMap<String, String> sent) {
    Texts texts = texts(chosen);
    return at(brought, texts, token -> answer(token, texts, sent));
  }

  private Response answer(LinkToken token, Texts texts, MultivaluedMap<String, String> sent) {
    if (!kiosks.isOpen(token)) {
      return closed(texts);
    }
    SurveyForm form = SurveyForm.sent(sent);
    Map<String, String> errors = form.errors(texts);
    Optional<UUID> showing = showing(sent);
    if (!errors.isEmpty() || showing.isEmpty()) {
      return questions(400, texts, token, form, errors);
    }
    return kiosks.answer(token, showing.get(), texts.language(), form.scores())
        ? pages.seeOther("/k/" + token.value() + "/thanks", texts)
        : closed(texts);
  }

  private static Optional<UUID> showing(MultivaluedMap<String, String> sent) {
    try {
      return Optional.ofNullable(sent).map(form -> form.getFirst("showing")).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Where an answer leads. */
  @GET
  @Path("thanks")
  public Response thanks(@PathParam("token") String brought, @QueryParam("lang") String chosen) {
    Texts texts = texts(chosen);
    return at(brought, texts, token -> message(200, "kiosk.thanks", texts, token));
  }

  /** Nobody's browser says which language who stands before the screen reads. */
  private Texts texts(String chosen) {
    return pages.texts(Optional.ofNullable(chosen), Optional.empty());
  }

  /** A failure must not stay on the screen until somebody comes by who can end it. */
  private Response at(String brought, Texts texts, Function<LinkToken, Response> page) {
    Optional<LinkToken> token = LinkToken.parse(brought);
    if (token.isEmpty()) {
      return closed(texts);
    }
    try {
      return page.apply(token.get());
    } catch (JdbiException e) {
      LOG.error("A counter screen could not be served", e);
      return message(500, "kiosk.failure", texts, token.get());
    }
  }

  private Response closed(Texts texts) {
    return pages.message(404, "kiosk.closed", texts);
  }

  private Response message(int status, String message, Texts texts, LinkToken token) {
    return pages.page(
        status,
        "page/kiosk-message.ftlh",
        texts,
        Map.of("message", message, "start", start(token)));
  }

  private Response questions(
      int status, Texts texts, LinkToken token, SurveyForm form, Map<String, String> errors) {
    return pages.page(
        status,
        "page/kiosk.ftlh",
        texts,
        Map.of(
            "action",
            pages.path("/k/" + token.value(), texts),
            "start",
            start(token),
            "showing",
            UUID.randomUUID().toString(),
            "questions",
            SurveyForm.QUESTIONS,
            "given",
            form.given(),
            "errors",
            errors));
  }

  /** In the first language. */
  private String start(LinkToken token) {
    return pages.path("/k/" + token.value());
  }
}
