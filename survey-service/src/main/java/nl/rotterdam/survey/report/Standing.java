// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

/** What a report is worth. */
public enum Standing {
  /** Its month is not published: figures may still change. */
  CONCEPT,
  /** Its figures are published and do not change any more. */
  FINAL
}
