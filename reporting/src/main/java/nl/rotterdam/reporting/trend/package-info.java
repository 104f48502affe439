// SPDX-License-Identifier: EUPL-1.2
/**
 * Months in order: rolling windows, change against the baseline and what it is made of, trend,
 * forecast, and the verdict on the goal.
 */
package nl.rotterdam.reporting.trend;
