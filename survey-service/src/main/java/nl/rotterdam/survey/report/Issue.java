// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.YearMonth;
import java.util.Optional;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Exhibits;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.figures.Publications;

/**
 * All that is needed to show a month in one language.
 *
 * @param table the figures, as published where the month is
 * @param publication what was published; empty where the month is a concept
 */
public record Issue(
    FiguresTable table,
    Edition edition,
    ReadersWords words,
    Optional<Publications.Edition> publication) {

  /** The month that it is about. */
  public YearMonth month() {
    return table.to();
  }

  /** All that can be shown of it. */
  public Exhibits exhibits() {
    return new Exhibits(table, edition, words);
  }

  /** The name of a file about the month: it says so where it is a concept. */
  String fileName(String subject, FileFormat format) {
    return "%s-%s%s.%s"
        .formatted(subject, month(), edition.isConcept() ? "-concept" : "", format.extension());
  }
}
