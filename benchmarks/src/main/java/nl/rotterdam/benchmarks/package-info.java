// SPDX-License-Identifier: EUPL-1.2
/** Measures what figures and answers cost as answers pile up. */
package nl.rotterdam.benchmarks;
