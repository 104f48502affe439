// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A promise to call a resident back.
 *
 * @param place which one it is of those that the source made at that instant, from 1
 * @param month local calendar month in which it was made
 * @param handledAt when the resident was called back; null while nobody did
 */
public record CallbackNote(
    UUID id,
    String source,
    Instant createdAt,
    int place,
    @ColumnName("created_month") YearMonth month,
    Instant handledAt) {}
