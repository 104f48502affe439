// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.rotterdam.survey.problem.FieldError;
import nl.rotterdam.survey.problem.ProblemException;

/**
 * One kind of file of the past.
 *
 * @param <T> what a line of it becomes
 */
public interface History<T> {

  /** The columns it may have. */
  List<String> columns();

  /** The columns it must have. */
  Set<String> required();

  /**
   * What a line says.
   *
   * @throws ProblemException naming each field that cannot be
   */
  T read(Map<String, String> cells);

  /** Stores all or none; says what became of each, in the order given. */
  List<Outcome> store(List<T> lines);

  /**
   * What became of a line.
   *
   * @param stored whether it is new
   * @param refusal why it was refused; empty where it is new or known from before
   */
  record Outcome(boolean stored, Optional<FieldError> refusal) {
    static final Outcome STORED = new Outcome(true, Optional.empty());
    static final Outcome KNOWN = new Outcome(false, Optional.empty());

    static Outcome refused(String field, String reason) {
      return new Outcome(false, Optional.of(new FieldError(field, reason)));
    }
  }
}
