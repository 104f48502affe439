// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.breakdown;

import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;

/**
 * The scores of one category over one calendar year, before any merging: not for publication.
 *
 * @param dimension the dimension that the category belongs to
 * @param category its name, {@link AnswerCell#NOT_RECORDED} for answers that have none
 * @param indicator which of the four scores
 * @param grades how often each score was given; for a location by counter answers only
 */
public record CategoryGrades(
    Dimension dimension, String category, Indicator indicator, Grades grades) {}
