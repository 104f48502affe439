// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.figure.Channel;

/** What Jackson says of a value that it cannot take, in the sender's terms. */
public final class JsonErrors {
  private JsonErrors() {}

  /** The failing field and what it allows; empty where this is no JSON at all. */
  public static Optional<FieldError> field(JsonProcessingException failure) {
    if (failure instanceof UnrecognizedPropertyException unknown) {
      String allowed =
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      return Optional.of(new FieldError(path(unknown), "is not known; the fields are " + allowed));
    }
    if (failure instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Optional.of(new FieldError(path(mapping), "must be " + allowed(target(mapping))));
    }
    return Optional.empty();
  }

  /** The problem as a response tells it. */
  static Problem problem(JsonProcessingException failure) {
    return field(failure)
        .map(error -> ProblemException.badFields(List.of(error)).problem())
        .orElseGet(() -> Problem.of(400, noJson(failure), List.of()));
  }

  private static String noJson(JsonProcessingException failure) {
    JsonLocation location = failure.getLocation();
    String where =
        location == null || location.getLineNr() < 1
            ? ""
            : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    return "The body must be one JSON object" + where;
  }

  /** What the field is to become; null where Jackson does not say. */
  private static Class<?> target(JsonMappingException failure) {
    if (failure.getCause() instanceof InputCoercionException tooLarge) {
      return tooLarge.getTargetType();
    }
    return failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference part : failure.getPath()) {
      if (part.getFieldName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
      }
    }
    return path.toString();
  }

  private static String allowed(Class<?> type) {
    if (type == Channel.class) {
      return "one of "
          + Arrays.stream(Channel.values()).map(Channel::code).collect(Collectors.joining(", "));
    }
    if (type == OffsetDateTime.class) {
      return "a time with offset such as 2025-05-14T10:15:00+02:00";
    }
    if (type == Integer.class || type == int.class) {
      return "a whole number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type != null && Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return "a text";
  }
}
