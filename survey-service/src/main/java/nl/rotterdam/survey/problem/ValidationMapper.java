// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Values that are not allowed: 400 with each failing field. */
public final class ValidationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException exception) {
    return ProblemException.badFields(errors(exception.getConstraintViolations()))
        .problem()
        .toResponse();
  }

  /** Each violation by the name of its field, in a steady order. */
  public static List<FieldError> errors(Collection<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(violation -> new FieldError(field(violation), violation.getMessage()))
        .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::reason))
        .toList();
  }

  private static String field(ConstraintViolation<?> violation) {
    String field = "body";
    for (Path.Node node : violation.getPropertyPath()) {
      boolean named = node.getKind() == jakarta.validation.ElementKind.PROPERTY;
      field = named ? node.getName() : field;
    }
    return field;
  }
}
