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
    return n() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(points(promoters, detractors, n()));
  }

  /**
   * Standard error, in points: 100 √((P/n + D/n − ((P − D)/n)²) / n), 0 where all residents are of
   * one kind; empty if n = 0. The interval does not rest on it.
   */
  public OptionalDouble standardError() {
    return n() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(standardError(promoters, detractors, n()));
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
    double adjustedPromoters = promoters + 0.75;
    double adjustedDetractors = detractors + 0.75;
    double adjustedN = n() + 3;
    double centre = points(adjustedPromoters, adjustedDetractors, adjustedN);
    double margin =
        confidence.z() * standardError(adjustedPromoters, adjustedDetractors, adjustedN);
    return Optional.of(
        new Estimate(
            points(promoters, detractors, n()),
            Math.max(-100, centre - margin),
            Math.min(100, centre + margin)));
  }

  /** The score with its 95% limits; empty if n = 0. */
  public Figure figure(PublicationRule rule) {
    return Figure.of(estimate(ConfidenceLevel.PUBLISHED), n(), rule.statusOf(n()));
  }

  private static double points(double promoters, double detractors, double n) {
    return 100 * (promoters - detractors) / n;
  }

  private static double standardError(double promoters, double detractors, double n) {
    double balance = (promoters - detractors) / n;
    return 100 * Math.sqrt(((promoters + detractors) / n - balance * balance) / n);
  }
}
