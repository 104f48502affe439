// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * The settings group {@code api}: whom developers of source systems can ask.
 *
 * @param contactName a team or a person
 * @param contactUrl where more is said
 */
public record ApiSettings(
    @NotBlank String contactName,
    @NotBlank @Pattern(regexp = ".+@.+", message = "must be an e-mail address") String contactEmail,
    @NotBlank @Pattern(regexp = "https?://\\S+", message = "must be an http address")
        String contactUrl) {}
