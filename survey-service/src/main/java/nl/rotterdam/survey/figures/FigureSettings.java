// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.trend.Goal;

/**
 * What the city promised, and when a figure is public.
 *
 * @param baseline a year, or a window of months, that the change is measured against
 * @param goal promised relative reduction of the share dissatisfied
 * @param horizon last month of the promise
 * @param confirmatory the window of months on which the verdict falls
 * @param threshold fewest answers for a public value
 * @param coverage least share of contacts that a standardised figure stands for
 */
public record FigureSettings(
    @NotNull @Pattern(regexp = "\\d{4}|" + WINDOW, message = PERIOD + " (BASELINE)")
        String baseline,
    @NotNull @DecimalMin("0.01") @DecimalMax("0.99") Double goal,
    @NotNull YearMonth horizon,
    @NotNull @Pattern(regexp = WINDOW, message = "must be a window such as 2026-01..2026-12")
        String confirmatory,
    @Min(1) int threshold,
    @DecimalMin("0.01") @DecimalMax("1") double coverage) {
  private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";
  private static final String WINDOW = MONTH + "\\.\\." + MONTH;
  private static final String PERIOD =
      "must be a year such as 2022 or a window such as 2022-01..2022-12";

  /**
   * The same promise, measured against other months. Where those overlap the months on which the
   * verdict falls, it falls on the given year instead.
   */
  public FigureSettings against(Period otherBaseline, int year) {
    boolean clash = period(confirmatory).overlaps(otherBaseline);
    YearMonth december = YearMonth.of(year, 12);
    return new FigureSettings(
        otherBaseline.toString(),
        goal,
        clash && horizon.isBefore(december) ? december : horizon,
        clash ? Period.twelveMonthsTo(december).toString() : confirmatory,
        threshold,
        coverage);
  }

  /** The promise, as reporting takes it. */
  public Goal toGoal() {
    return new Goal(period(baseline), goal, horizon, period(confirmatory));
  }

  /** The rule, as reporting takes it. */
  public PublicationRule toRule() {
    return new PublicationRule(threshold, coverage);
  }

  private static Period period(String written) {
    String[] ends = written.split("\\.\\.");
    return ends.length == 1
        ? Period.year(Integer.parseInt(written))
        : Period.window(YearMonth.parse(ends[0]), YearMonth.parse(ends[1]));
  }
}
