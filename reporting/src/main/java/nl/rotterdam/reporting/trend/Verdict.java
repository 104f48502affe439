// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.Optional;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;

/**
 * Where the share dissatisfied stands against the baseline and against the goal: the rule that
 * applies and the numbers it applies to. The words belong to the reader's language and are not
 * here.
 *
 * @param window the twelve months that the verdict is about
 * @param change whether the share fell, rose, or cannot be said to have done either; empty where
 *     there is no figure
 * @param standing how the reduction stands against the goal
 * @param reason why there is no figure; present for {@link Standing#NO_FIGURE} only
 * @param reduction relative reduction R = 1 - p1/p0 of the window against the baseline; n of the
 *     window
 * @param standardised the same at the baseline's mix of channels; empty where there is none
 * @param baselineShare share dissatisfied in the baseline, 0..1
 * @param currentShare share dissatisfied in the window, 0..1; empty where the window is incomplete
 */
public record Verdict(
    Period window,
    Optional<Change> change,
    Standing standing,
    Optional<Reason> reason,
    Figure reduction,
    Optional<Figure> standardised,
    Figure baselineShare,
    Figure currentShare) {

  /** Whether the share dissatisfied differs from the baseline by more than chance. */
  public enum Change {
    /** Lower limit of R above 0. */
    FALLEN,
    /** Upper limit of R below 0. */
    RISEN,
    /** The interval of R contains 0. */
    UNCLEAR
  }

  /** How R stands against the goal; only the last three before NO_FIGURE are verdicts. */
  public enum Standing {
    /** Not the confirmatory window; the goal lies within the interval: not excluded. */
    GOAL_WITHIN_INTERVAL,
    /** Not the confirmatory window; upper limit of R below the goal. */
    GOAL_NOT_YET_REACHED,
    /** Not the confirmatory window; lower limit of R at or above the goal. */
    INTERVAL_BEYOND_GOAL,
    /** Confirmatory window; lower limits of R and of the standardised R at or above the goal. */
    DEMONSTRATED,
    /** Confirmatory window; upper limit of R below the goal. */
    NOT_MET,
    /** Confirmatory window; neither of both, or no standardised R. */
    CANNOT_BE_TOLD,
    /** There is no reduction to judge; {@link Verdict#reason()} says why. */
    NO_FIGURE
  }

  /** Why there is no reduction to judge; the first in this order that applies. */
  public enum Reason {
    /** The data do not cover the twelve months. */
    WINDOW_INCOMPLETE,
    /** The window and the baseline share a month. */
    WINDOW_OVERLAPS_BASELINE,
    NO_ANSWERS_IN_BASELINE,
    /** A share of 0 cannot fall. */
    NO_DISSATISFIED_IN_BASELINE,
    NO_ANSWERS_IN_WINDOW,
    /** Fewer answers than the publication threshold in the baseline or in the window. */
    TOO_FEW_ANSWERS
  }

  public Verdict {
    boolean noFigure = standing == Standing.NO_FIGURE;
    if (noFigure != reason.isPresent() || noFigure != change.isEmpty()) {
      throw new IllegalArgumentException(
          "Standing %s does not fit reason %s and change %s".formatted(standing, reason, change));
    }
  }

  /** What the public may see: figures below the threshold lose their value. */
  public Verdict forThePublic() {
    return new Verdict(
        window,
        change,
        standing,
        reason,
        reduction.forThePublic(),
        standardised.map(Figure::forThePublic),
        baselineShare.forThePublic(),
        currentShare.forThePublic());
  }
}
