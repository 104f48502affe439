// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.figure;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Net Promoter Score: NPS = 100 (P − D) / n, in points, range [−100, 100]. Source: Reichheld,
 * Harvard Business Review, Dec 2003.
 *
 * @param promoters scores of 9 and 10, P
 * @param passives scores of 7 and 8
 * @param detractors scores of 6 and lower, D
 */
public record Nps(long promoters, long passives, long detractors) {

  /** What the adjusted Wald interval adds to P and to D; the passives get twice as much. */
  private static final double ROCKS = 0.75;

  public Nps {
    if (promoters < 0 || passives < 0 || detractors < 0) {
      throw new IllegalArgumentException(
          "Counts must be 0 or more, not %d promoters, %d passives, %d detractors"
              .formatted(promoters, passives, detractors));
    }
  }

  /** The NPS of these scores. */
  public static Nps of(Grades grades) {
    return new Nps(grades.promoters(), grades.passives(), grades.dissatisfied());
  }

  /** Number of scores. */
  public long n() {
    return promoters + passives + detractors;
  }

  /** The score, in points, [−100, 100]; empty if n = 0. */
  public OptionalDouble points() {
    return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(points(0));
  }

  /**
   * Standard error, in points: 100 √((P/n + D/n − ((P − D)/n)²) / n), 0 where all residents are of
   * one kind; empty if n = 0. The interval does not rest on it.
   */
  public OptionalDouble standardError() {
    return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(standardError(0));
  }

  /**
   * The score with its adjusted Wald limits: 3/4 is added to P and to D and 3/2 to the passives,
   * the limits are the adjusted score ∓ z times the adjusted standard error, clipped to [−100,
   * 100]. They are centred on the adjusted score, so near ±100 they need not enclose the score
   * itself. Empty if n = 0. Source: Rocks, The American Statistician 70 (2016) 365.
   */
  public Optional<Estimate> estimate(ConfidenceLevel confidence) {
    if (n() == 0) {
      return Optional.empty();
    }
    double centre = points(ROCKS);
    double margin = confidence.z() * standardError(ROCKS);
    return Optional.of(
        new Estimate(points(0), Math.max(-100, centre - margin), Math.min(100, centre + margin)));
  }

  /** The score with its 95% limits; empty if n = 0. */
  public Figure figure(PublicationRule rule) {
    return Figure.of(estimate(ConfidenceLevel.PUBLISHED), n(), rule.statusOf(n()));
  }

  private double points(double added) {
    return 100 * balance(added);
  }

  private double standardError(double added) {
    double n = n() + 4 * added;
    double spread = (promoters + detractors + 2 * added) / n - balance(added) * balance(added);
    return 100 * Math.sqrt(spread / n);
  }

  /** (P − D) / n after adding so much to P and to D, and twice as much to the passives. */
  private double balance(double added) {
    return (promoters - detractors) / (n() + 4 * added);
  }
}
