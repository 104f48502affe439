// SPDX-License-Identifier: EUPL-1.2
/**
 * Documents that people read: the accessible PDF layer and the monthly report on it. Only user of
 * OpenPDF. Words come from outside through {@link nl.rotterdam.reporting.exhibit.Words}.
 */
package nl.rotterdam.reporting.document;
