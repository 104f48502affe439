// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.table.Verdict;
import nl.rotterdam.reporting.table.Verdict.Change;
import nl.rotterdam.reporting.table.Verdict.Standing;
import nl.rotterdam.reporting.trend.Goal;

/**
 * The verdict in words. The sentences are chosen by the verdict's rule alone, and every number in
 * them is one of its numbers.
 */
public final class VerdictText {
  private final Words words;
  private final Notation notation;

  /** Sentences in the language of these words. */
  public VerdictText(Words words) {
    this.words = words;
    this.notation = new Notation(words);
  }

  /**
   * The verdict in one sentence: how the share changed, with its interval, and where that stands
   * against the goal; or why nothing can be said.
   */
  public String sentence(Verdict verdict, Goal goal) {
    Map<String, String> values = values(verdict, goal);
    if (verdict.standing() == Standing.NO_FIGURE) {
      return words.text("verdict.reason." + key(verdict.reason().orElseThrow()), values);
    }
    return words.text(
        "verdict.sentence",
        Map.of(
            "change",
            words.text("verdict.change." + key(verdict.change().orElseThrow()), values),
            "standing",
            words.text("verdict.standing." + key(verdict.standing()), values)));
  }

  /**
   * At most four sentences below the verdict: what was answered, where it started, what the goal
   * is, and when it is judged (or, when it is, what the mix of channels does to it).
   */
  public String explanation(Verdict verdict, Goal goal) {
    Map<String, String> values = values(verdict, goal);
    List<String> sentences = new ArrayList<>();
    if (verdict.currentShare().value().isPresent()) {
      sentences.add(words.text("verdict.explain.current", values));
    }
    if (verdict.baselineShare().value().isPresent()) {
      sentences.add(words.text("verdict.explain.baseline", values));
      sentences.add(words.text("verdict.explain.goal", values));
    } else {
      sentences.add(words.text("verdict.explain.goal_without_baseline", values));
    }
    if (!goal.isConfirmatory(verdict.window())) {
      sentences.add(words.text("verdict.explain.before", values));
    } else {
      sentences.add(
          verdict.standardised().isPresent()
              ? words.text("verdict.explain.same_mix", values)
              : words.text("verdict.explain.no_same_mix", values));
    }
    return String.join(" ", sentences);
  }

  private Map<String, String> values(Verdict verdict, Goal goal) {
    Map<String, String> values = new HashMap<>();
    values.put("window", notation.period(verdict.window()));
    values.put("baseline", notation.period(goal.baseline()));
    values.put("goal", notation.change(goal.reduction()));
    values.put("horizon", notation.month(goal.horizon()));
    values.put("confirmatory", notation.period(goal.confirmatory()));
    values.put("n", notation.count(verdict.currentShare().n()));
    values.put("baseline_n", notation.count(verdict.baselineShare().n()));
    putShare(values, "share", verdict.currentShare());
    putShare(values, "baseline_share", verdict.baselineShare());
    verdict.goalShare().value().ifPresent(share -> values.put("goal_share", notation.share(share)));
    if (verdict.reduction().value().isPresent()) {
      putReduction(values, verdict, goal);
    }
    verdict
        .standardised()
        .filter(figure -> figure.value().isPresent())
        .ifPresent(
            figure ->
                values.put(
                    "standardised",
                    notation.changeWithInterval(figure, decimals(figure, goal.reduction()))));
    return values;
  }

  private void putShare(Map<String, String> values, String name, Figure share) {
    if (share.value().isPresent()) {
      values.put(name, notation.share(share.value().getAsDouble()));
      values.put(name + "_interval", notation.shareWithInterval(share));
    }
  }

  /** The change as it is spoken of: a fall, a rise, or how far it may have gone either way. */
  private void putReduction(Map<String, String> values, Verdict verdict, Goal goal) {
    Figure reduction = verdict.reduction();
    int decimals = decimals(reduction, goal.reduction());
    boolean risen = verdict.change().filter(Change.RISEN::equals).isPresent();
    values.put(
        "amount", notation.changeWithInterval(risen ? increase(reduction) : reduction, decimals));
    values.put("most_fewer", notation.change(reduction.upper().orElseThrow(), decimals));
    values.put("most_more", notation.change(-reduction.lower().orElseThrow(), decimals));
  }

  /** A reduction as an increase. */
  static Figure increase(Figure reduction) {
    return new Figure(
        negated(reduction.value()),
        negated(reduction.upper()),
        negated(reduction.lower()),
        reduction.n(),
        reduction.status());
  }

  private static OptionalDouble negated(OptionalDouble number) {
    return number.isPresent() ? OptionalDouble.of(-number.getAsDouble()) : number;
  }

  /**
   * Whole percentages, unless a limit would then seem to lie on the goal or on 0, and the sentence
   * to contradict its own numbers.
   */
  private static int decimals(Figure reduction, double goal) {
    boolean close =
        reduction.lower().stream().anyMatch(limit -> isClose(limit, goal))
            || reduction.upper().stream().anyMatch(limit -> isClose(limit, goal));
    return close ? 1 : 0;
  }

  private static boolean isClose(double limit, double goal) {
    double half = 0.005;
    return Math.abs(limit - goal) <= half || Math.abs(limit) <= half;
  }

  private static String key(Enum<?> rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }
}
