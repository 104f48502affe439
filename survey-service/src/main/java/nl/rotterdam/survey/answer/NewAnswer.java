// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.answer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An answer of the past, in the columns of answers.csv. Unlike a new one it may lack overall. */
public record NewAnswer(
    @NotNull(message = "is required") String externalId,
    @Min(0) @Max(10) Integer overall,
    @Min(0) @Max(10) Integer friendliness,
    @Min(0) @Max(10) Integer clarity,
    @Min(0) @Max(10) Integer timeliness,
    @NotNull(message = "is required: a time with offset such as 2025-05-14T10:15:00+02:00")
        OffsetDateTime answeredAt,
    @Size(max = Answer.COMMENT_MAX)
        @Pattern(regexp = COMMENT, message = "must not hold control characters")
        String comment) {
  private static final String COMMENT = "[^\\p{Cs}\\p{Cc}&&[^\\n\\r\\t]]*";

  public NewAnswer {
    comment = comment == null || comment.isBlank() ? null : comment.replace("\r\n", "\n");
  }

  /** Whether there is any score. */
  public boolean hasScore() {
    return overall != null || friendliness != null || clarity != null || timeliness != null;
  }

  /** The answer to an invitation. */
  public Answer to(UUID invitation) {
    Scores scores = new Scores(overall, friendliness, clarity, timeliness);
    return Answer.of(invitation, scores, comment, answeredAt.toInstant());
  }

  /** Leaves the open answer out: it must not reach a log. */
  @Override
  public String toString() {
    return "NewAnswer[" + externalId + "]";
  }
}
