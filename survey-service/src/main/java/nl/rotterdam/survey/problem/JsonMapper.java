// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.base.Throwables;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** A body that cannot be read: 400 with the field, or the place where it stops being JSON. */
public final class JsonMapper implements ExceptionMapper<JsonProcessingException> {
  @Override
  public Response toResponse(JsonProcessingException exception) {
    // a body that turned out too large while it was read arrives here in Jackson's wrapping
    return Throwables.getCausalChain(exception).stream()
        .filter(ProblemException.class::isInstance)
        .findFirst()
        .map(refusal -> ((ProblemException) refusal).problem())
        .orElseGet(() -> JsonErrors.problem(exception))
        .toResponse();
  }
}
