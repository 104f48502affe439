// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.time.LocalDate;
import java.util.Locale;

/**
 * One issue of what is shown.
 *
 * @param organisation who publishes it, as in "gemeente Rotterdam"
 * @param date on which it is made; of what is published, when it was
 * @param standing how firm its figures are
 */
public record Edition(String organisation, LocalDate date, Standing standing) {

  /** How firm figures are. */
  public enum Standing {
    /** Frozen: they do not change any more. */
    PUBLISHED,
    /** The month is over but not published: they may still change. */
    CONCEPT,
    /** The month is still running: they will change. */
    RUNNING;

    /** Its name in the texts. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is to be marked as a concept. */
  public boolean isConcept() {
    return standing != Standing.PUBLISHED;
  }
}
