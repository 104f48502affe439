// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Definitions.Version;
import nl.rotterdam.reporting.trend.Goal;
import org.hibernate.validator.constraints.time.DurationMax;

/**
 * What the city promised, and when a figure is public.
 *
 * @param baseline a year, or a window of months, that the change is measured against
 * @param baselineShare share dissatisfied in the baseline where that is known and not counted
 * @param goal promised relative reduction of the share dissatisfied
 * @param horizon last month of the promise
 * @param confirmatory the window of months on which the verdict falls
 * @param threshold fewest answers for a public value
 * @param coverage least share of contacts that a standardised figure stands for
 * @param versions versions of the questionnaire
 * @param maxAge how old a table may be that is shown
 */
public record FigureSettings(
    @NotNull @Pattern(regexp = "\\d{4}|" + WINDOW, message = PERIOD + " (BASELINE)")
        String baseline,
    @DecimalMin("0.001") @DecimalMax("0.999") Double baselineShare,
    @NotNull @DecimalMin("0.01") @DecimalMax("0.99") Double goal,
    @NotNull YearMonth horizon,
    @NotNull @Pattern(regexp = WINDOW, message = "must be a window such as 2026-01..2026-12")
        String confirmatory,
    @Min(1) int threshold,
    @DecimalMin("0.01") @DecimalMax("1") double coverage,
    @NotNull List<@NotNull @Valid VersionSettings> versions,
    @NotNull @DurationMax(minutes = 1) Duration maxAge) {
  private static final String MONTH = "\\d{4}-(0[1-9]|1[0-2])";
  private static final String WINDOW = MONTH + "\\.\\." + MONTH;
  private static final String PERIOD =
      "must be a year such as 2022 or a window such as 2022-01..2022-12";

  /**
   * A version of the questionnaire: wording, scale, delay, medium, reminders and sampling together.
   *
   * @param from first day on which contacts were asked about in this way
   */
  public record VersionSettings(@NotBlank String name, @NotNull LocalDate from) {}

  /**
   * The same promise, measured against other months. Where those overlap the months on which the
   * verdict falls, it falls on the given year instead.
   */
  public FigureSettings against(Period otherBaseline, int year) {
    boolean clash = Period.parse(confirmatory).overlaps(otherBaseline);
    YearMonth december = YearMonth.of(year, 12);
    return new FigureSettings(
        otherBaseline.toString(),
        null,
        goal,
        clash && horizon.isBefore(december) ? december : horizon,
        clash ? Period.twelveMonthsTo(december).toString() : confirmatory,
        threshold,
        coverage,
        versions,
        maxAge);
  }

  /** The same, with every table made at the moment it is asked for. */
  public FigureSettings atOnce() {
    return new FigureSettings(
        baseline,
        baselineShare,
        goal,
        horizon,
        confirmatory,
        threshold,
        coverage,
        versions,
        Duration.ZERO);
  }

  /**
   * All of this, as reporting takes it.
   *
   * @throws IllegalArgumentException where baseline and confirmatory window do not fit each other
   */
  public Definitions toDefinitions() {
    return new Definitions(
        new Goal(
            Period.parse(baseline),
            Optional.ofNullable(baselineShare),
            goal,
            horizon,
            Period.parse(confirmatory)),
        new PublicationRule(threshold, coverage),
        versions.stream()
            .map(version -> new Version(version.name(), YearMonth.from(version.from())))
            .toList());
  }
}
