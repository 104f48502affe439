// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.YearMonth;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A mail to one reader on the distribution list.
 *
 * @param id whence its Message-ID is made
 * @param attempts how often it was refused for now
 */
public record ReportMail(
    UUID id,
    @ColumnName("to_month") YearMonth month,
    MailKind kind,
    String recipient,
    int attempts) {

  /** The id alone: the address is the reader's. */
  @Override
  public String toString() {
    return "ReportMail[" + id + "]";
  }
}
