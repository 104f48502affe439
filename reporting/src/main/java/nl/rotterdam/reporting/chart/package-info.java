// SPDX-License-Identifier: EUPL-1.2
/**
 * A chart in three steps: values ({@link nl.rotterdam.reporting.chart.ShareTrend}), a picture of
 * them ({@link nl.rotterdam.reporting.chart.Chart}), and a file of that picture as SVG or PNG. Only
 * user of JFreeChart and Batik. Words come in as finished strings.
 */
package nl.rotterdam.reporting.chart;
