// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

import java.util.List;

/**
 * The numbers behind a chart as a table, for who wants to reckon on: unrounded, with a decimal
 * point; empty where there is no figure.
 *
 * @param columns names of the columns
 * @param rows one list per row, as long as the columns
 */
public record ChartData(List<String> columns, List<List<String>> rows) {

  public ChartData {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
