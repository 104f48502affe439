// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.util.Optional;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartText;

/**
 * One thing that is shown: the same figures as a picture, as a table, as numbers to reckon on and
 * as a sentence.
 *
 * @param name which it is
 * @param text title, subtitle, source with date, and the picture in words
 * @param sentence the exhibit in one sentence that can be sent as it is; where there is nothing to
 *     show, that and why
 * @param definition what is counted, and how
 * @param chart the picture; empty where there is nothing to draw
 * @param table the table as people read it; empty where there is nothing in it
 * @param data the numbers; without rows where there are none
 */
public record Exhibit(
    ExhibitName name,
    ChartText text,
    String sentence,
    String definition,
    Optional<Chart> chart,
    Optional<DataTable> table,
    ChartData data) {}
