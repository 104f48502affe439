// SPDX-License-Identifier: EUPL-1.2
/**
 * Exhibits as files that writers of reports work with: CSV, workbooks for Excel, documents for
 * Word. Only user of Apache POI and Commons CSV. The same input gives the same bytes.
 */
package nl.rotterdam.reporting.office;
