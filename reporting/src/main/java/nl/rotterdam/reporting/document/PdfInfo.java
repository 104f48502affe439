// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a document says about itself.
 *
 * @param title shown in the window's title bar
 * @param author who publishes it
 * @param subject what it is about
 * @param language of the text
 * @param date of the edition; it stands for the time of making, so that the same input gives the
 *     same bytes
 */
record PdfInfo(String title, String author, String subject, Locale language, LocalDate date) {}
