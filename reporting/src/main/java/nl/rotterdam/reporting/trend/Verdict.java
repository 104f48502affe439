// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.Optional;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;

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
    /**
     * Confirmatory window; there is a standardised R, and the upper limit of R is below the goal.
     */
    NOT_MET,
    /**
     * Confirmatory window; neither of both, or no standardised R: who is asked can move R alone.
     */
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
    NO_ANSWERS_IN_WINDOW,
    /** Fewer answers than the publication threshold in the baseline or in the window. */
    TOO_FEW_ANSWERS,
    /** A share of 0 cannot fall. */
    NO_DISSATISFIED_IN_BASELINE
  }

  public Verdict {
    boolean noFigure = standing == Standing.NO_FIGURE;
    if (noFigure != reason.isPresent() || noFigure != change.isEmpty()) {
      throw new IllegalArgumentException(
          "Standing %s does not fit reason %s and change %s".formatted(standing, reason, change));
    }
  }

  /**
   * The verdict for all channels together.
   *
   * @param comparison the current window beside the baseline, for the score to judge
   */
  public static Verdict of(BaselineComparison comparison) {
    Goal goal = comparison.goal();
    PublicationRule rule = comparison.rule();
    Period window = comparison.window();
    Share baseline = comparison.share(Optional.empty(), goal.baseline());
    Share current = comparison.share(Optional.empty(), window);
    Figure reduction = comparison.reduction(Optional.empty());
    Optional<Figure> standardised =
        Optional.of(comparison.standardisedReduction()).filter(r -> r.value().isPresent());
    Optional<Reason> reason = reasonForNone(comparison, baseline, current);
    boolean judged = reason.isEmpty();
    return new Verdict(
        window,
        judged ? Optional.of(changeOf(reduction)) : Optional.empty(),
        judged ? standingOf(window, reduction, standardised, goal) : Standing.NO_FIGURE,
        reason,
        reduction,
        standardised,
        baseline.figure(rule),
        comparison.series().covers(window) ? current.figure(rule) : Figure.empty(current.n()));
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

  private static Optional<Reason> reasonForNone(
      BaselineComparison comparison, Share baseline, Share current) {
    Reason reason = null;
    if (!comparison.series().covers(comparison.window())) {
      reason = Reason.WINDOW_INCOMPLETE;
    } else if (comparison.window().overlaps(comparison.goal().baseline())) {
      reason = Reason.WINDOW_OVERLAPS_BASELINE;
    } else if (baseline.n() == 0) {
      reason = Reason.NO_ANSWERS_IN_BASELINE;
    } else if (current.n() == 0) {
      reason = Reason.NO_ANSWERS_IN_WINDOW;
    } else if (Math.min(baseline.n(), current.n()) < comparison.rule().threshold()) {
      reason = Reason.TOO_FEW_ANSWERS;
    } else if (baseline.count() == 0) {
      reason = Reason.NO_DISSATISFIED_IN_BASELINE;
    }
    return Optional.ofNullable(reason);
  }

  private static Change changeOf(Figure reduction) {
    if (lower(reduction) > 0) {
      return Change.FALLEN;
    }
    return upper(reduction) < 0 ? Change.RISEN : Change.UNCLEAR;
  }

  private static Standing standingOf(
      Period window, Figure reduction, Optional<Figure> standardised, Goal goal) {
    boolean below = upper(reduction) < goal.reduction();
    boolean beyond = lower(reduction) >= goal.reduction();
    if (goal.isConfirmatory(window)) {
      if (standardised.isPresent() && below) {
        return Standing.NOT_MET;
      }
      return beyond && standardised.filter(r -> lower(r) >= goal.reduction()).isPresent()
          ? Standing.DEMONSTRATED
          : Standing.CANNOT_BE_TOLD;
    }
    if (below) {
      return Standing.GOAL_NOT_YET_REACHED;
    }
    return beyond ? Standing.INTERVAL_BEYOND_GOAL : Standing.GOAL_WITHIN_INTERVAL;
  }

  private static double lower(Figure figure) {
    return figure.lower().orElseThrow();
  }

  private static double upper(Figure figure) {
    return figure.upper().orElseThrow();
  }
}
