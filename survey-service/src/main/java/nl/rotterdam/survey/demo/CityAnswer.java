// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.time.ZonedDateTime;

/** A made-up answer of the past, in the columns of answers.csv; null where a cell is empty. */
record CityAnswer(
    String externalId,
    int overall,
    Integer friendliness,
    Integer clarity,
    Integer timeliness,
    ZonedDateTime answeredAt,
    String comment) {}
