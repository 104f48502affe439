// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What other systems can be told. */
public enum EventType {
  /** A dissatisfied resident wants to be called back. */
  ANSWER_DISSATISFIED,
  MONTH_PUBLISHED,
  /** There are new open answers to fetch. */
  SIGNAL_RECEIVED;

  private static final String PREFIX = "nl.rotterdam.peilschaal.";

  /** As an event names it. */
  @JsonValue
  public String code() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
