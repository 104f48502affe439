// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.trend.Goal;

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
 * @param goalShare the share that the goal comes down to; empty where there is no baseline
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
    Figure goalShare,
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
    /** The last of the twelve months, or more of them at the end, have no contact. */
    NO_CONTACTS_AT_THE_END,
    /** The window and the baseline share a month. */
    WINDOW_OVERLAPS_BASELINE,
    NO_ANSWERS_IN_BASELINE,
    NO_ANSWERS_IN_WINDOW,
    /** Fewer answers than the publication threshold in the baseline or in the window. */
    TOO_FEW_ANSWERS,
    /** A share of 0 cannot fall. */
    NO_DISSATISFIED_IN_BASELINE
  }

  private static final Optional<Indicator> SCORE = Optional.of(Indicator.OVERALL);
  private static final Optional<Channel> ALL = Optional.empty();

  public Verdict {
    boolean noFigure = standing == Standing.NO_FIGURE;
    if (noFigure != reason.isPresent() || noFigure != change.isEmpty()) {
      throw new IllegalArgumentException(
          "Standing %s does not fit reason %s and change %s".formatted(standing, reason, change));
    }
  }

  /**
   * The verdict on the overall score, for all channels together. Every number of it is a figure of
   * the table.
   */
  static Verdict of(FiguresTable table) {
    Period window = table.currentWindow();
    Figure reduction = current(table, FigureName.REDUCTION);
    Optional<Figure> standardised =
        Optional.of(current(table, FigureName.REDUCTION_STANDARDISED))
            .filter(found -> found.value().isPresent());
    Figure baseline = table.baselineShare(SCORE.get(), ALL).orElse(Figure.empty(0));
    Figure now = current(table, FigureName.SHARE_12M);
    Optional<Reason> reason = reasonForNone(table, baseline, now);
    boolean judged = reason.isEmpty();
    return new Verdict(
        window,
        judged ? Optional.of(changeOf(reduction)) : Optional.empty(),
        judged ? standingOf(window, reduction, standardised, table.goal()) : Standing.NO_FIGURE,
        reason,
        reduction,
        standardised,
        baseline,
        table
            .find(FigureName.GOAL_SHARE, SCORE, ALL, Period.month(table.goal().horizon()))
            .orElse(Figure.empty(0)),
        now);
  }

  private static Figure current(FiguresTable table, FigureName name) {
    return table.find(name, SCORE, ALL, table.currentWindow()).orElse(Figure.empty(0));
  }

  private static Optional<Reason> reasonForNone(FiguresTable table, Figure baseline, Figure now) {
    boolean known = table.goal().knownShare(SCORE.get(), ALL).isPresent();
    int threshold = table.rule().threshold();
    Reason reason = null;
    if (!table.coversCurrentWindow()) {
      reason = Reason.WINDOW_INCOMPLETE;
    } else if (table.lastMonth().filter(last -> last.equals(table.to())).isEmpty()) {
      reason = Reason.NO_CONTACTS_AT_THE_END;
    } else if (table.currentWindow().overlaps(table.goal().baseline())) {
      reason = Reason.WINDOW_OVERLAPS_BASELINE;
    } else if (!known && baseline.n() == 0) {
      reason = Reason.NO_ANSWERS_IN_BASELINE;
    } else if (now.n() == 0) {
      reason = Reason.NO_ANSWERS_IN_WINDOW;
    } else if (now.n() < threshold || !known && baseline.n() < threshold) {
      reason = Reason.TOO_FEW_ANSWERS;
    } else if (baseline.value().orElseThrow() == 0) {
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
