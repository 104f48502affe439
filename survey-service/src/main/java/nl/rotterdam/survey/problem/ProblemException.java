// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import java.util.List;

/** A request is refused for a reason that its sender can mend. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(int status, String detail, List<FieldError> errors) {
    super(detail);
    this.problem = Problem.of(status, detail, errors);
  }

  public ProblemException(int status, String detail) {
    this(status, detail, List.of());
  }

  /** 400 for one field. */
  public static ProblemException badField(String field, String reason) {
    return badFields(List.of(new FieldError(field, reason)));
  }

  /** 400 for several fields; the detail repeats the first, for readers who look no further. */
  public static ProblemException badFields(List<FieldError> errors) {
    FieldError first = errors.get(0);
    return new ProblemException(400, first.field() + ": " + first.reason(), errors);
  }

  public Problem problem() {
    return problem;
  }
}
