// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.util.Optional;
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
 * @param period about which months
 * @param figure value, limits, n and status
 */
public record FigureRow(
    FigureName name,
    Optional<Indicator> indicator,
    Optional<Channel> channel,
    Period period,
    Figure figure) {

  /** What the public may see: a figure below the threshold loses its value and limits. */
  public FigureRow forThePublic() {
    return new FigureRow(name, indicator, channel, period, figure.forThePublic());
  }
}
