// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What went wrong with a request, as RFC 9457 problem details.
 *
 * @param type kind of problem; about:blank where the status says it all
 * @param errors the failing fields; absent where the request as a whole is at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, List<FieldError> errors) {
  /** By what a request holds its problem, for who shows it in another way. */
  public static final String ATTRIBUTE = Problem.class.getName();

  /** RFC 9457's media type. */
  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem of which the status says the kind. */
  public static Problem of(int status, String detail, List<FieldError> errors) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return new Problem(
        "about:blank", known == null ? "Error" : known.getReasonPhrase(), status, detail, errors);
  }

  /** The response that carries it. */
  public Response toResponse() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
