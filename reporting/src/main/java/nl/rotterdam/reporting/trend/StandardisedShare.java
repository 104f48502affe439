// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import nl.rotterdam.reporting.figure.ConfidenceLevel;
import nl.rotterdam.reporting.figure.Estimate;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Share;
import nl.rotterdam.reporting.figure.Status;

/**
 * The share dissatisfied as it would be if every stratum (channel) had a fixed weight, by direct
 * standardisation: P = Σ w p, in [0, 1]. It does not move when another channel is asked more often.
 * Strata with too few observations are left out and the weights w of the others scaled to 1; there
 * is no figure where those others hold too little of the weight. Source: Fleiss, Statistical
 * Methods for Rates and Proportions (1981), ch. 14.
 */
public final class StandardisedShare {
  /** The strata that count, their weights scaled to 1. */
  private final List<Stratum> strata;

  private final double coverage;
  private final boolean covered;

  private StandardisedShare(List<Stratum> strata, double coverage, boolean covered) {
    this.strata = strata;
    this.coverage = coverage;
    this.covered = covered;
  }

  /**
   * One of the parts of which the whole consists.
   *
   * @param share what was found in it
   * @param weight how much it counts, 0 or more, in any unit
   */
  public record Stratum(Share share, double weight) {

    public Stratum {
      if (!(weight >= 0 && Double.isFinite(weight))) {
        throw new IllegalArgumentException("A weight is 0 or more, not " + weight);
      }
    }
  }

  /**
   * Puts the strata together.
   *
   * @param strata all strata, those with too few observations too
   * @param rule from how many observations a stratum counts, and how much of the weight those that
   *     count must hold
   */
  public static StandardisedShare of(List<Stratum> strata, PublicationRule rule) {
    List<Stratum> enough =
        strata.stream()
            .filter(stratum -> rule.statusOf(stratum.share().n()) == Status.OK)
            .filter(stratum -> stratum.weight() > 0)
            .toList();
    double kept = weightOf(enough);
    double coverage = enough.isEmpty() ? 0 : kept / weightOf(strata);
    return new StandardisedShare(
        enough.stream().map(s -> new Stratum(s.share(), s.weight() / kept)).toList(),
        coverage,
        coverage >= rule.coverage());
  }

  /** Number of observations in the strata that count, 0 or more. */
  public long n() {
    return strata.stream().mapToLong(stratum -> stratum.share().n()).sum();
  }

  /** Part of all weight that the strata that count hold, in [0, 1]; 0 without observations. */
  public double coverage() {
    return coverage;
  }

  /** Standard error √(Σ w² p (1 − p) / n), in [0, 0.5]; empty where coverage is too small. */
  public OptionalDouble standardError() {
    return covered
        ? OptionalDouble.of(rootOfSquares(s -> Math.sqrt(p(s) * (1 - p(s)) / s.share().n())))
        : OptionalDouble.empty();
  }

  /**
   * The share with its MOVER-Wilson limits, from the Wilson limits l and u of every stratum: P −
   * √(Σ w² (p − l)²) and P + √(Σ w² (u − p)²). Empty where coverage is too small, so also without
   * observations. Source: Zou, Huang &amp; Zhang (2009).
   */
  public Optional<Estimate> estimate(ConfidenceLevel confidence) {
    if (!covered) {
      return Optional.empty();
    }
    double value = strata.stream().mapToDouble(s -> s.weight() * p(s)).sum();
    double below = rootOfSquares(s -> p(s) - limits(s, confidence).lower());
    double above = rootOfSquares(s -> limits(s, confidence).upper() - p(s));
    return Optional.of(new Estimate(value, value - below, value + above));
  }

  private double rootOfSquares(ToDoubleFunction<Stratum> distance) {
    return Math.sqrt(
        strata.stream()
            .mapToDouble(s -> s.weight() * distance.applyAsDouble(s))
            .map(part -> part * part)
            .sum());
  }

  private static double p(Stratum stratum) {
    return stratum.share().value().orElseThrow();
  }

  private static Estimate limits(Stratum stratum, ConfidenceLevel confidence) {
    return stratum.share().estimate(confidence).orElseThrow();
  }

  private static double weightOf(List<Stratum> strata) {
    return strata.stream().mapToDouble(Stratum::weight).sum();
  }
}
