// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.rotterdam.survey.problem.JsonErrors;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.problem.ValidationMapper;

/**
 * Turns cells into a value by the rules that hold for JSON, so that both doors are equally wide.
 */
public final class CellReader {
  private final ObjectMapper mapper;
  private final Validator validator;

  public CellReader(ObjectMapper mapper, Validator validator) {
    this.mapper = mapper;
    this.validator = validator;
  }

  /**
   * The value that the cells spell.
   *
   * @throws ProblemException naming each field that cannot be
   */
  <T> T read(Map<String, String> cells, Class<T> type) {
    T value = convert(cells, type);
    Set<ConstraintViolation<T>> violations = validator.validate(value);
    if (!violations.isEmpty()) {
      throw ProblemException.badFields(ValidationMapper.errors(violations));
    }
    return value;
  }

  private <T> T convert(Map<String, String> cells, Class<T> type) {
    try {
      return mapper.convertValue(cells, type);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof JsonMappingException mapping) {
        throw ProblemException.badFields(JsonErrors.field(mapping).map(List::of).orElseThrow());
      }
      throw e;
    }
  }
}
