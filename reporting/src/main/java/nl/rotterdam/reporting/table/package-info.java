// SPDX-License-Identifier: EUPL-1.2
/**
 * Every figure that is published, in one tidy table; charts, documents and exports read from it.
 */
package nl.rotterdam.reporting.table;
