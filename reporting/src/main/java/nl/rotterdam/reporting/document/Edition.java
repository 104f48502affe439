// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.time.LocalDate;

/**
 * One issue of a report.
 *
 * @param organisation who publishes it, as in "gemeente Rotterdam"
 * @param date on which it is made
 * @param provisional whether the month it is about is not over yet, so that figures may change
 */
public record Edition(String organisation, LocalDate date, boolean provisional) {}
