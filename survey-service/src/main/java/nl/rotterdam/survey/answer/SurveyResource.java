// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import com.codahale.metrics.annotation.Timed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.survey.invitation.LinkToken;
import nl.rotterdam.survey.text.Pages;
import nl.rotterdam.survey.text.Texts;

/**
 * The page with the questions. Only a POST stores anything; a link that is used, expired or was
 * never given out gets one and the same page.
 */
@Path("/")
public final class SurveyResource {
  private final AnswerService answers;
  private final CallBacks callBacks;
  private final Pages pages;

  public SurveyResource(AnswerService answers, CallBacks callBacks, Pages pages) {
    this.answers = answers;
    this.callBacks = callBacks;
    this.pages = pages;
  }

  /** The questions, with the score chosen that was clicked in the mail. */
  @GET
  @Timed
  @Path("s/{token}")
  public Response ask(
      @PathParam("token") String brought,
      @QueryParam("overall") String overall,
      @QueryParam("lang") String chosen,
      @Context HttpHeaders headers) {
    Optional<LinkToken> token = LinkToken.parse(brought);
    Optional<String> language = token.flatMap(answers::findLanguage);
    if (language.isEmpty()) {
      return closed(chosen, headers);
    }
    Texts texts = pages.texts(Optional.ofNullable(chosen), language);
    SurveyForm form = SurveyForm.chosen(overall);
    answers.opened(token.orElseThrow(), form.overall());
    return questions(200, texts, token.orElseThrow(), form, Map.of(), false);
  }

  /** The browser tells that the page is there; nobody else can, since looking stores nothing. */
  @POST
  @Path("s/{token}/opened")
  public Response seen(@PathParam("token") String brought) {
    LinkToken.parse(brought).ifPresent(answers::seen);
    return Response.noContent().build();
  }

  /** Stores the answer; what is wrong is said beside the question, and nothing given is lost. */
  @POST
  @Timed
  @Path("s/{token}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      @PathParam("token") String brought,
      @QueryParam("lang") String chosen,
      @Context HttpHeaders headers,
      MultivaluedMap<String, String> sent) {
    Optional<LinkToken> token = LinkToken.parse(brought);
    Optional<String> language = token.flatMap(answers::findLanguage);
    if (language.isEmpty()) {
      return closed(chosen, headers);
    }
    Texts texts = pages.texts(Optional.ofNullable(chosen), language);
    SurveyForm form = SurveyForm.sent(sent);
    Map<String, String> errors = form.errors(texts);
    if (!errors.isEmpty()) {
      return questions(400, texts, token.orElseThrow(), form, errors, false);
    }
    return switch (answers.answer(token.orElseThrow(), form.scores(), form.comment())) {
      case STORED -> pages.seeOther(next(token.orElseThrow(), form), texts);
      case SET_ASIDE -> questions(200, texts, token.orElseThrow(), form, Map.of(), true);
      case CLOSED -> closed(chosen, headers);
    };
  }

  /** A dissatisfied resident is asked whether to call them back, where somebody does. */
  private String next(LinkToken token, SurveyForm form) {
    return callBacks.isOffered(form.scores()) ? CallBackResource.path(token) : "/thanks";
  }

  /** Where an answer leads. */
  @GET
  @Path("thanks")
  public Response thanks(@QueryParam("lang") String chosen, @Context HttpHeaders headers) {
    return pages.message(200, "thanks", pages.texts(chosen, headers));
  }

  /** In a language that does not come from the contact, which would tell that there is one. */
  private Response closed(String chosen, HttpHeaders headers) {
    return pages.message(404, "closed", pages.texts(chosen, headers));
  }

  private Response questions(
      int status,
      Texts texts,
      LinkToken token,
      SurveyForm form,
      Map<String, String> errors,
      boolean again) {
    return pages.page(
        status,
        "page/survey.ftlh",
        texts,
        Map.of(
            "action",
            pages.path("/s/" + token.value(), texts),
            "unsubscribe",
            pages.path("/u/" + token.value(), texts),
            "questions",
            SurveyForm.QUESTIONS,
            "given",
            form.given(),
            "errors",
            errors,
            "again",
            again,
            "commentMax",
            Answer.COMMENT_MAX));
  }
}
