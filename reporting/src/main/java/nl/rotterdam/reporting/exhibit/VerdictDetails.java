// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Verdict;
import nl.rotterdam.reporting.table.Verdict.Change;
import nl.rotterdam.reporting.table.Verdict.Standing;

/**
 * What a hostile question about the verdict would be about: how many answers it would take to tell,
 * where it ends if nothing changes or the pace goes on, whether the mix of channels flatters it,
 * and how unlike the others the silent would have to be. Every number is a figure of the table.
 */
public final class VerdictDetails {
  /** Reductions that differ by less are the same to a reader: one percentage point. */
  private static final double SAME = 0.01;

  private final FiguresTable table;
  private final Verdict verdict;
  private final Words words;
  private final Notation notation;

  /** Details of this table's verdict in the language of these words. */
  public VerdictDetails(FiguresTable table, Words words) {
    this.table = table;
    this.verdict = table.verdict();
    this.words = words;
    this.notation = new Notation(words);
  }

  /** The sentences that apply, in order; none where there is no figure to speak of. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (verdict.standing() != Standing.NO_FIGURE) {
      answersNeeded().ifPresent(sentences::add);
      goalProbability().ifPresent(sentences::add);
      sentences.add(mix());
      silent().ifPresent(sentences::add);
      known().ifPresent(sentences::add);
    }
    scenarios().ifPresent(sentences::add);
    sentences.addAll(breaks());
    return sentences;
  }

  /** Only where the goal lies within the interval is there anything left to tell. */
  private Optional<String> answersNeeded() {
    boolean open =
        verdict.standing() == Standing.GOAL_WITHIN_INTERVAL
            || verdict.standing() == Standing.CANNOT_BE_TOLD;
    if (!open || verdict.currentShare().value().orElse(0) == 0) {
      return Optional.empty();
    }
    Map<String, String> values = values();
    Figure needed = current(FigureName.ANSWERS_NEEDED);
    if (needed.value().isEmpty()) {
      return Optional.of(words.text("verdict.detail.needed.never", values));
    }
    values.put("needed", notation.count(Math.round(needed.value().getAsDouble())));
    boolean enough = needed.value().getAsDouble() <= needed.n();
    return Optional.of(words.text("verdict.detail.needed." + (enough ? "enough" : "more"), values));
  }

  /** An aid, before the verdict falls. */
  private Optional<String> goalProbability() {
    Figure probability = current(FigureName.GOAL_PROBABILITY);
    if (table.goal().isConfirmatory(verdict.window()) || probability.value().isEmpty()) {
      return Optional.empty();
    }
    double chance = probability.value().getAsDouble();
    Map<String, String> values = values();
    values.put("probability", notation.change(chance));
    String key = chance < SAME ? "small" : chance > 1 - SAME ? "large" : "some";
    return Optional.of(words.text("verdict.detail.probability." + key, values));
  }

  private String mix() {
    Map<String, String> values = values();
    if (verdict.standardised().isEmpty()) {
      return words.text("verdict.detail.mix.none", values);
    }
    Figure standardised = verdict.standardised().get();
    double gain = verdict.reduction().value().orElseThrow() - standardised.value().orElseThrow();
    boolean less = standardised.value().getAsDouble() >= 0;
    Figure spoken = less ? standardised : VerdictText.increase(standardised);
    values.put(
        "standardised",
        words.text(
            "verdict.detail." + (less ? "less" : "more"),
            Map.of("amount", notation.changeWithInterval(spoken))));
    putPoints(values, "rate_effect", FigureName.RATE_EFFECT);
    putPoints(values, "mix_effect", FigureName.MIX_EFFECT);
    putPoints(values, "difference", FigureName.CHANGE);
    String key = Math.abs(gain) < SAME ? "neither" : gain > 0 ? "flatters" : "hides";
    return words.text("verdict.detail.mix." + key, values);
  }

  private void putPoints(Map<String, String> values, String name, FigureName figure) {
    values.put(name, notation.percentagePoints(current(figure).value().orElse(0)));
  }

  /** Only a fall can be undone by those who did not answer. */
  private Optional<String> silent() {
    Figure factor = current(FigureName.NONRESPONSE_FACTOR);
    if (factor.value().isEmpty() || verdict.change().filter(Change.FALLEN::equals).isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = values();
    values.put("factor", notation.factor(factor.value().getAsDouble()));
    values.put(
        "response",
        table
            .find(
                FigureName.RESPONSE_RATE, Optional.empty(), Optional.empty(), table.currentWindow())
            .map(rate -> notation.share(rate.value().orElseThrow()))
            .orElseThrow());
    return Optional.of(words.text("verdict.detail.silent", values));
  }

  private Optional<String> known() {
    return table.goal().knownShare().map(share -> words.text("verdict.detail.known", values()));
  }

  /** Side by side: nothing changes any more, and the same pace goes on. */
  private Optional<String> scenarios() {
    Figure forecast = overall(FigureName.FORECAST_SHARE_12M, Period.month(table.goal().horizon()));
    Figure now = verdict.currentShare();
    if (forecast.value().isEmpty() || now.value().isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = values();
    values.put("share", notation.share(now.value().getAsDouble()));
    values.put("forecast", notation.shareWithInterval(forecast));
    Optional<Double> goal = verdict.goalShare().value().stream().boxed().findFirst();
    goal.ifPresent(share -> values.put("goal_share", notation.share(share)));
    return Optional.of(
        words.text("verdict.detail.scenarios" + (goal.isPresent() ? "" : ".no_goal"), values));
  }

  private List<String> breaks() {
    Period spanned = Period.window(table.goal().baseline().first(), latest());
    return table.definitions().breaksIn(spanned).stream()
        .map(
            version -> {
              Map<String, String> values = values();
              values.put("month", notation.month(version.from()));
              values.put("version", version.name());
              return words.text("verdict.detail.break", values);
            })
        .toList();
  }

  private YearMonth latest() {
    YearMonth first = table.goal().baseline().first();
    return table.to().isBefore(first) ? first : table.to();
  }

  private Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    values.put("window", notation.period(verdict.window()));
    values.put("baseline", notation.period(table.goal().baseline()));
    values.put("goal", notation.change(table.goal().reduction()));
    values.put("horizon", notation.month(table.goal().horizon()));
    values.put("n", notation.count(verdict.currentShare().n()));
    values.put("baseline_n", notation.count(verdict.baselineShare().n()));
    return values;
  }

  private Figure current(FigureName name) {
    return overall(name, table.currentWindow());
  }

  private Figure overall(FigureName name, Period period) {
    return table
        .find(name, Optional.of(Indicator.OVERALL), Optional.empty(), period)
        .orElse(Figure.empty(0));
  }
}
