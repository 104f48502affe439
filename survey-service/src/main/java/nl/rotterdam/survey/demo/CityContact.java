// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.ZonedDateTime;
import nl.rotterdam.reporting.figure.Channel;

/**
 * A made-up contact of the past, in the columns of contacts.csv; null where a cell is empty.
 *
 * @param emailOrPhone an address that can be nobody's: at example.org, or in an unassigned range
 */
record CityContact(
    String externalId,
    Channel channel,
    String location,
    String product,
    String wijk,
    String cluster,
    String language,
    ZonedDateTime startedAt,
    Integer durationSeconds,
    Boolean resolvedFirstTime,
    String emailOrPhone) {

  ZonedDateTime endedAt() {
    return durationSeconds == null ? startedAt : startedAt.plusSeconds(durationSeconds);
  }
}
