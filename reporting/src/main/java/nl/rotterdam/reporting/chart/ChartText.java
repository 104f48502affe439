// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.chart;

/**
 * The words around a chart, in the language of its reader.
 *
 * @param title what is to be seen, in a sentence
 * @param subtitle what is measured, of whom, and how many
 * @param foot source and date
 * @param description the chart in words for who cannot see it; begins with the title
 */
public record ChartText(String title, String subtitle, String foot, String description) {}
