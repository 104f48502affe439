// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.kiosk;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * From when on answers at counter screens look like one person's.
 *
 * @param apart an answer sooner after the one before on the same screen is set apart
 * @param perHour most answers of one screen in an hour
 * @param perHourAtLocation most answers of all screens of a location in an hour
 * @param same so many answers in a row with the same scores on one screen
 * @param sameWithin the time within which those came
 */
public record KioskSettings(
    @NotNull @DurationMin(seconds = 0) @DurationMax(minutes = 10) Duration apart,
    @Min(1) int perHour,
    @Min(1) int perHourAtLocation,
    @Min(2) int same,
    @NotNull @DurationMin(seconds = 0) @DurationMax(hours = 1) Duration sameWithin) {}
