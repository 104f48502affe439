// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import nl.rotterdam.reporting.figure.Share;

/**
 * The change of a share, divided into what changed within the strata (channels) and what changed in
 * their mix: P1 − P0 = rate effect + mix effect. With the answers as weights it divides the change
 * of the official figure exactly. Source: Kitagawa, JASA 50 (1955) 1168; Das Gupta (1993).
 *
 * @param baseline P0 = Σ w0 p0, in [0, 1]
 * @param current P1 = Σ w1 p1, in [0, 1]
 * @param parts what each stratum adds to both effects, in the order of the strata
 */
public record MixSplit(double baseline, double current, List<Part> parts) {

  /**
   * One of the parts of which the whole consists.
   *
   * @param baseline its share in the baseline, p0, in [0, 1]; empty where it was absent
   * @param current its share now, p1, likewise
   * @param baselineWeight how much of the baseline it was, w0, 0 or more, in any unit; 0 where
   *     absent
   * @param currentWeight how much of the whole it is now, w1, likewise
   */
  public record Stratum(
      OptionalDouble baseline,
      OptionalDouble current,
      double baselineWeight,
      double currentWeight) {

    public Stratum {
      requireWeighted(baseline, baselineWeight);
      requireWeighted(current, currentWeight);
    }

    /** A stratum that weighs as many answers as it has. */
    public static Stratum of(Share baseline, Share current) {
      return new Stratum(
          baseline.value(), current.value(), (double) baseline.n(), (double) current.n());
    }

    private static void requireWeighted(OptionalDouble share, double weight) {
      boolean isShare = share.isEmpty() || (share.getAsDouble() >= 0 && share.getAsDouble() <= 1);
      boolean isWeight = weight >= 0 && Double.isFinite(weight);
      if (!isShare || !isWeight || (share.isEmpty() && weight > 0)) {
        throw new IllegalArgumentException(
            "A share lies between 0 and 1 and its weight is 0 or more, 0 without a share, not %s, %s"
                .formatted(share, weight));
      }
    }

    /** Where it was absent its share counts as unchanged, so that all its effect is mix. */
    private double p0() {
      return baseline.orElse(current.orElse(0));
    }

    private double p1() {
      return current.orElse(baseline.orElse(0));
    }
  }

  /**
   * What one stratum adds.
   *
   * @param rateEffect (p1 − p0)(w0 + w1)/2
   * @param mixEffect (w1 − w0)((p0 + p1)/2 − (P0 + P1)/2)
   */
  public record Part(double rateEffect, double mixEffect) {}

  public MixSplit {
    parts = List.copyOf(parts);
  }

  /**
   * Divides the change. The weights of each period are scaled to 1; a stratum absent in one period
   * has the other period's share there.
   *
   * @return empty where all weights of a period are 0
   */
  public static Optional<MixSplit> of(List<Stratum> strata) {
    double baselineWeight = sum(strata, Stratum::baselineWeight);
    double currentWeight = sum(strata, Stratum::currentWeight);
    if (baselineWeight == 0 || currentWeight == 0) {
      return Optional.empty();
    }
    return Optional.of(
        ofScaled(
            strata.stream()
                .map(
                    stratum ->
                        new Stratum(
                            stratum.baseline(),
                            stratum.current(),
                            stratum.baselineWeight() / baselineWeight,
                            stratum.currentWeight() / currentWeight))
                .toList()));
  }

  /** Σ (p1 − p0)(w0 + w1)/2: the change had the mix stayed as it was on average, in [−1, 1]. */
  public double rateEffect() {
    return sum(parts, Part::rateEffect);
  }

  /** Σ (w1 − w0)((p0 + p1)/2 − (P0 + P1)/2): what the change of the mix adds, in [−1, 1]. */
  public double mixEffect() {
    return sum(parts, Part::mixEffect);
  }

  private static MixSplit ofScaled(List<Stratum> strata) {
    double baseline = sum(strata, stratum -> stratum.baselineWeight() * stratum.p0());
    double current = sum(strata, stratum -> stratum.currentWeight() * stratum.p1());
    double average = (baseline + current) / 2;
    return new MixSplit(
        baseline, current, strata.stream().map(stratum -> part(stratum, average)).toList());
  }

  private static Part part(Stratum stratum, double average) {
    double w0 = stratum.baselineWeight();
    double w1 = stratum.currentWeight();
    double own = (stratum.p0() + stratum.p1()) / 2;
    return new Part((stratum.p1() - stratum.p0()) * (w0 + w1) / 2, (w1 - w0) * (own - average));
  }

  private static <T> double sum(List<T> all, ToDoubleFunction<T> value) {
    return all.stream().mapToDouble(value).sum();
  }
}
