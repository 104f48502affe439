// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One issue of what is shown.
 *
 * @param organisation who publishes it, as in "gemeente Rotterdam"
 * @param date on which it is made; of what is published, when it was
 * @param standing how firm its figures are
 * @param restated how many figures of earlier publications read otherwise now; empty where nothing
 *     is published yet
 * @param figures address at which all figures of this edition are; empty where there is none
 */
public record Edition(
    String organisation,
    LocalDate date,
    Standing standing,
    OptionalLong restated,
    Optional<String> figures) {

  /** An edition that refers to nothing outside itself. */
  public Edition(String organisation, LocalDate date, Standing standing) {
    this(organisation, date, standing, OptionalLong.empty(), Optional.empty());
  }

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
