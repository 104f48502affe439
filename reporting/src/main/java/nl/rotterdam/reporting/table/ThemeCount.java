// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import java.time.YearMonth;
import java.util.Set;
import nl.rotterdam.reporting.figure.Channel;

/**
 * Open answers about the same themes.
 *
 * @param month of the contacts
 * @param channel of the contacts
 * @param themes the codes of all that each of them is about; empty: no theme
 * @param number how many there are, 1 or more
 */
public record ThemeCount(YearMonth month, Channel channel, Set<String> themes, long number) {
  /** The code that stands for no theme. */
  public static final String NONE = "none";

  public ThemeCount {
    themes = Set.copyOf(themes);
    if (number < 1) {
      throw new IllegalArgumentException("A number of open answers is 1 or more, not " + number);
    }
  }

  /** Whether they are about this theme, or about none where that is asked. */
  boolean isAbout(String theme) {
    return theme.equals(NONE) ? themes.isEmpty() : themes.contains(theme);
  }
}
