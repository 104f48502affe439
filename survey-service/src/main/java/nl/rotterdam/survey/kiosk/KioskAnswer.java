// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import nl.rotterdam.survey.answer.Scores;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * What somebody answered at a counter screen.
 *
 * @param id of the showing of the page on which it was given
 * @param setAside why it is not counted; null where it is
 */
public record KioskAnswer(
    UUID id,
    UUID kioskId,
    @ColumnName("answer_month") YearMonth month,
    String location,
    String language,
    @Nested Scores scores,
    Instant answeredAt,
    FloodRule.Reason setAside) {

  KioskAnswer with(FloodRule.Reason reason) {
    return new KioskAnswer(id, kioskId, month, location, language, scores, answeredAt, reason);
  }
}
