// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * What a source system is told about a contact that it reported.
 *
 * @param decision {@code asked} or {@code not_asked}
 * @param reason the one reason for that decision
 * @param surveyUrl the link that an employee hands out; absent where the service sends it
 * @param surveyCodeUrl where that link is a QR code, for who has the source's key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    UUID contactId, String decision, String reason, String surveyUrl, String surveyCodeUrl) {

  /** Leaves the link out: it must not reach a log. */
  @Override
  public String toString() {
    return "Receipt[" + contactId + " " + reason + "]";
  }
}
