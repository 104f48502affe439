// SPDX-License-Identifier: EUPL-1.2
/** Counts in; value, interval, sample size and status out. One figure at a time. */
package nl.rotterdam.reporting.figure;
