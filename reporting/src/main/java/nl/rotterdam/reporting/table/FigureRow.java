// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.Period;

/**
 * One row of the figures table.
 *
 * @param name which figure
 * @param indicator which of the four scores; empty where the figure has none
 * @param channel which channel; empty for all together
 * @param location which location; for visits only
 * @param period about which months
 * @param group which part of the year's answers, or of the contacts; empty in the base table
 * @param figure value, limits, n and status
 * @param given whether it was given by another system, or is the sum of such counts
 */
public record FigureRow(
    FigureName name,
    Optional<Indicator> indicator,
    Optional<Channel> channel,
    Optional<String> location,
    Period period,
    Optional<Group> group,
    Figure figure,
    boolean given) {
  /** Figures that are divided, too, and are no part of a broken-down year. */
  private static final Set<FigureName> DIVIDED =
      EnumSet.of(
          FigureName.NOT_INVITED,
          FigureName.CALLBACKS,
          FigureName.CALLBACKS_ON_TIME,
          FigureName.CALLBACKS_LATE,
          FigureName.CALLBACKS_OPEN,
          FigureName.THEME_MENTIONS);

  /** A row that is made of contacts. */
  public FigureRow(
      FigureName name,
      Optional<Indicator> indicator,
      Optional<Channel> channel,
      Optional<String> location,
      Period period,
      Optional<Group> group,
      Figure figure) {
    this(name, indicator, channel, location, period, group, figure, false);
  }

  /** A row of the base table that is about no single location. */
  public FigureRow(
      FigureName name,
      Optional<Indicator> indicator,
      Optional<Channel> channel,
      Period period,
      Figure figure) {
    this(name, indicator, channel, Optional.empty(), period, Optional.empty(), figure);
  }

  /**
   * What a row is about, and one row of a table only.
   *
   * @param period as written: a year is the same year however far it has come
   */
  public record Subject(
      FigureName name,
      Optional<Indicator> indicator,
      Optional<Channel> channel,
      Optional<String> location,
      String period,
      Optional<Group> group) {}

  /** What the row is about. */
  public Subject subject() {
    return new Subject(name, indicator, channel, location, period.toString(), group);
  }

  /** Whether it is about part of a year's answers. */
  public boolean isBreakdown() {
    return group.isPresent() && !DIVIDED.contains(name);
  }

  /** The same row with another figure. */
  public FigureRow with(Figure other) {
    return new FigureRow(name, indicator, channel, location, period, group, other, given);
  }

  /** What the public may see: a figure below the threshold loses its value and limits. */
  public FigureRow forThePublic() {
    return with(figure.forThePublic());
  }
}
