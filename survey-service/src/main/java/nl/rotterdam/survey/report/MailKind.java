// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

/** What a mail to the distribution list is about; each goes to each reader once a month. */
public enum MailKind {
  /** The report of a month that is not published. */
  CONCEPT,
  /** The report of a month that is. */
  FINAL,
  /** That a month may be published. */
  REMINDER;

  static MailKind of(Standing standing) {
    return valueOf(standing.name());
  }
}
