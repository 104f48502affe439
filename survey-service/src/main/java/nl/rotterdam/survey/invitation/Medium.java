// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the survey reaches a resident. */
public enum Medium {
  @JsonProperty("email")
  EMAIL,
  @JsonProperty("sms")
  SMS,
  /** Handed out by an employee, in the conversation. */
  @JsonProperty("link")
  LINK
}
