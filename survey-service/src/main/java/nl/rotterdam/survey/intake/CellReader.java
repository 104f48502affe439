// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.JsonErrors;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.problem.ValidationMapper;

/**
 * Turns what was not a request's own body (the cells of a file, the data of an event) into a value
 * by the rules that hold for JSON there, so that all doors are equally wide.
 */
public final class CellReader {
  private final ObjectMapper mapper;
  private static final FieldError NO_JSON =
      new FieldError("line", "must be one JSON object in UTF-8");

  private final Validator validator;

  public CellReader(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /**
   * The value that they spell.
   *
   * @param fields a map or a JSON object
   * @throws ProblemException naming each field that cannot be
   */
  public <T> T read(Object fields, Class<T> type) {
    return valid(convert(fields, type));
  }

  private <T> T valid(T value) {
    Set<ConstraintViolation<T>> violations = validator.validate(value);
    if (!violations.isEmpty()) {
      throw ProblemException.badFields(ValidationMapper.errors(violations));
    }
    return value;
  }

  /**
   * The value that one line of JSON spells.
   *
   * @throws ProblemException naming each field that cannot be, or the line where it is no JSON
   */
  <T> T readJson(byte[] line, Class<T> type) {
    T value;
    try {
      value = mapper.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw ProblemException.badFields(List.of(JsonErrors.field(e).orElse(NO_JSON)));
    } catch (IOException e) {
      throw ProblemException.badFields(List.of(NO_JSON));
    }
    if (value == null) {
      throw ProblemException.badFields(List.of(NO_JSON));
    }
    return valid(value);
  }

  private <T> T convert(Object fields, Class<T> type) {
    try {
      return mapper.convertValue(fields, type);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof JsonMappingException mapping) {
        throw ProblemException.badFields(JsonErrors.field(mapping).map(List::of).orElseThrow());
      }
      throw e;
    }
  }

  /** Whether the field may have this value. */
  public boolean allows(Class<?> type, String field, Object value) {
    return validator.validateValue(type, field, value).isEmpty();
  }

  /** What reads JSON by those rules. */
  public ObjectMapper json() {
    return mapper;
  }
}
