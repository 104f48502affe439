// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.ZonedDateTime;

/**
 * A made-up call-back note, in the columns of callbacks.csv.
 *
 * @param handledAt null where nobody called back yet
 */
record CityNote(ZonedDateTime createdAt, ZonedDateTime handledAt) {}
