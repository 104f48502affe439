// SPDX-License-Identifier: EUPL-1.2
/** Months in order: rolling windows, change against the baseline, and the verdict on the goal. */
package nl.rotterdam.reporting.trend;
