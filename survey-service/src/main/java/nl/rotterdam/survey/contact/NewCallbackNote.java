// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import jakarta.validation.constraints.NotNull;
import java.time.OffsetDateTime;

/** A call-back note as a source reports it, in the columns of callbacks.csv. */
public record NewCallbackNote(
    @NotNull(message = "is required: a time with offset such as 2025-05-14T10:15:00+02:00")
        OffsetDateTime createdAt,
    OffsetDateTime handledAt) {}
