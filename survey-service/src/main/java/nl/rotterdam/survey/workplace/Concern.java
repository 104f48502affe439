// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

/**
 * What needs attention.
 *
 * @param path the page that explains it
 */
public record Concern(String text, String path) {}
