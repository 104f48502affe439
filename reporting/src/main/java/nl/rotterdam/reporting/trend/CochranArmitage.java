// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.trend;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import nl.rotterdam.reporting.figure.Share;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a share rises or falls over the months, tested with all of them rather than with the
 * first and the last. Source: Armitage, Biometrics 11 (1955) 375.
 *
 * @param z test statistic, standard normal where there is no trend; negative where the share falls
 */
public record CochranArmitage(double z) {
  private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);
  private static final int FEWEST_MONTHS = 3;

  public CochranArmitage {
    if (!Double.isFinite(z)) {
      throw new IllegalArgumentException("z is a finite number, not " + z);
    }
  }

  /**
   * The test over months in order, each with its place in the list as its score.
   *
   * @param months the share in every month; without value where n = 0
   * @return empty as in {@link #of(List, List)}
   */
  public static Optional<CochranArmitage> of(List<Share> months) {
    return of(IntStream.range(0, months.size()).mapToObj(Double::valueOf).toList(), months);
  }

  /**
   * z = Σ x (t − t̄) / √(p (1 − p) Σ n (t − t̄)²), with p = Σ x / Σ n and t̄ = Σ n t / Σ n. Months
   * with n = 0 drop out; the others keep their score.
   *
   * @param scores the time t of every month, in any unit
   * @param months the share in every month, as many as there are scores
   * @return empty with fewer than three months with n above 0, where everyone or nobody was
   *     dissatisfied, and where all those months have one score
   * @throws IllegalArgumentException if the lists differ in length or a score is not finite
   */
  public static Optional<CochranArmitage> of(List<Double> scores, List<Share> months) {
    requirePairs(scores, months);
    Share all = months.stream().reduce(Share.NONE, CochranArmitage::together);
    if (all.count() == 0 || all.count() == all.n() || !showsATrend(scores, months)) {
      return Optional.empty();
    }
    double p = all.value().orElseThrow();
    double mean = sum(months, i -> months.get(i).n() * scores.get(i)) / all.n();
    double spread = sum(months, i -> months.get(i).n() * square(scores.get(i) - mean));
    double shift = sum(months, i -> months.get(i).count() * (scores.get(i) - mean));
    return Optional.of(new CochranArmitage(shift / Math.sqrt(p * (1 - p) * spread)));
  }

  /** Two-sided p-value 2 (1 − Φ(|z|)), in [0, 1], to full relative precision also when tiny. */
  public double p() {
    return 2 * STANDARD_NORMAL.survivalProbability(Math.abs(z));
  }

  private static void requirePairs(List<Double> scores, List<Share> months) {
    if (scores.size() != months.size() || !scores.stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "%d months need as many finite scores, not %s".formatted(months.size(), scores));
    }
  }

  private static boolean showsATrend(List<Double> scores, List<Share> months) {
    List<Double> used =
        IntStream.range(0, months.size())
            .filter(i -> months.get(i).n() > 0)
            .mapToObj(scores::get)
            .toList();
    return used.size() >= FEWEST_MONTHS && used.stream().distinct().count() > 1;
  }

  private static Share together(Share one, Share other) {
    return new Share(one.count() + other.count(), one.n() + other.n());
  }

  private static double sum(List<Share> months, IntToDoubleFunction perMonth) {
    return IntStream.range(0, months.size()).mapToDouble(perMonth).sum();
  }

  private static double square(double x) {
    return x * x;
  }
}
