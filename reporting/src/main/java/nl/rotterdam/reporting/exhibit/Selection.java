// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.time.YearMonth;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;

/**
 * What part of an exhibit is asked for.
 *
 * @param from the first month of a series; empty for as far back as the exhibit goes by itself
 * @param channel one channel alone; empty for all together
 */
public record Selection(Optional<YearMonth> from, Optional<Channel> channel) {
  /** The exhibit as it is by itself. */
  public static final Selection WHOLE = new Selection(Optional.empty(), Optional.empty());
}
