// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.List;

/**
 * One figure set large, with what belongs to it.
 *
 * @param name what it is
 * @param value the figure, or a short text where there is none
 * @param large whether the value is a number and set large
 * @param accent whether it is the figure that the page is about
 * @param lines interval, change, number of answers
 */
public record Tile(String name, String value, boolean large, boolean accent, List<String> lines) {

  public Tile {
    lines = List.copyOf(lines);
  }
}
