// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request is refused for a reason that its sender can mend. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Optional<Duration> retryAfter;

  private ProblemException(Problem problem, Optional<Duration> retryAfter) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public ProblemException(int status, String detail, List<FieldError> errors) {
    this(Problem.of(status, detail, errors), Optional.empty());
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

  /** 429: the same would be taken after this time. */
  public static ProblemException tooMany(String detail, Duration retryAfter) {
    return new ProblemException(Problem.of(429, detail, List.of()), Optional.of(retryAfter));
  }

  /** After how long the same would be taken; empty where that is not a matter of time. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public Problem problem() {
    return problem;
  }
}
