// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.problem;

/**
 * A field that was refused.
 *
 * @param field its name as the sender wrote it
 * @param reason what is wrong and what is allowed; never the value itself, which may be personal
 */
public record FieldError(String field, String reason) {}
