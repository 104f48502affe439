// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import com.google.common.base.Throwables;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.CharConversionException;
import java.io.EOFException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything else: refusals keep their detail, a failure of ours is logged under an id and tells
 * nothing but that id. Browsers get a page.
 */
public final class ThrowableMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ThrowableMapper.class);

  private final BiFunction<Problem, HttpHeaders, Response> page;
  @Context private HttpHeaders headers;
  @Context private HttpServletRequest request;

  /**
   * @param page the problem as a page for a browser that sent these headers
   */
  public ThrowableMapper(BiFunction<Problem, HttpHeaders, Response> page) {
    this.page = page;
  }

  @Override
  public Response toResponse(Throwable failure) {
    if (failure instanceof WebApplicationException refusal
        && refusal.getResponse().getStatus() < 400) {
      return refusal.getResponse();
    }
    Problem problem = problem(failure);
    request.setAttribute(Problem.ATTRIBUTE, problem);
    Response.ResponseBuilder response =
        Response.fromResponse(wantsPage() ? page.apply(problem, headers) : problem.toResponse());
    if (failure instanceof ProblemException refusal) {
      refusal
          .retryAfter()
          .ifPresent(
              wait ->
                  response.header(
                      HttpHeaders.RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds())));
    }
    if (failure instanceof WebApplicationException refusal) {
      refusal.getResponse().getHeaders().forEach((name, values) -> keep(response, name, values));
    }
    return response.build();
  }

  private static Problem problem(Throwable failure) {
    if (failure instanceof ProblemException refusal) {
      return refusal.problem();
    }
    if (failure instanceof WebApplicationException refusal
        && refusal.getResponse().getStatus() < 500) {
      int status = refusal.getResponse().getStatus();
      return Problem.of(status, detail(status), List.of());
    }
    if (failure instanceof CharConversionException) {
      return Problem.of(400, "The body must be text in UTF-8", List.of());
    }
    if (failure instanceof IllegalCharsetNameException
        || failure instanceof UnsupportedCharsetException) {
      return Problem.of(415, "The body is in a character set that is not known here", List.of());
    }
    if (Throwables.getRootCause(failure) instanceof ZipException) {
      return Problem.of(400, "The body is not compressed as its header says", List.of());
    }
    if (failure instanceof EOFException) {
      return Problem.of(400, "The request ended before it was whole", List.of());
    }
    String id = UUID.randomUUID().toString();
    LOG.error("Failure {}", id, failure);
    return Problem.of(500, "Something went wrong here; it is logged as " + id, List.of());
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address";
      case 405 -> "This address does not take this method; see the header Allow";
      case 406 -> "The header Accept asks for a form in which this is not given";
      case 413 -> "The body is larger than is taken here";
      case 415 -> "The body is not of a media type that is taken here";
      default -> "The request cannot be understood";
    };
  }

  private static void keep(Response.ResponseBuilder response, String name, List<Object> values) {
    if (name.equalsIgnoreCase(HttpHeaders.ALLOW)
        || name.equalsIgnoreCase(HttpHeaders.RETRY_AFTER)) {
      values.forEach(value -> response.header(name, value));
    }
  }

  private boolean wantsPage() {
    String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    return accept != null && accept.startsWith(MediaType.TEXT_HTML);
  }
}
