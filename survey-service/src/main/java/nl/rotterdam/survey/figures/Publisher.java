// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Publication;
import nl.rotterdam.survey.figures.Publications.Edition;
import nl.rotterdam.survey.figures.Publications.Meaning;
import nl.rotterdam.survey.problem.ProblemException;

/** Publishes a month: freezes its figures, and lists what they restate. */
public final class Publisher {
  private static final int LONGEST_NOTE = 1000;

  private final Figures figures;
  private final Publications publications;
  private final Meaning meaning;
  private final String software;
  private final Clock clock;

  /**
   * @param software version of what computes the figures
   */
  public Publisher(
      Figures figures, Publications publications, Meaning meaning, String software, Clock clock) {
    this.figures = figures;
    this.publications = publications;
    this.meaning = meaning;
    this.software = software;
    this.clock = clock;
  }

  /**
   * Publishes a month that is over and later than all that is published.
   *
   * @param parameter what the month is called where it was given
   * @param note what to say about it; null where that is nothing
   * @throws ProblemException 400 where the month cannot be published or the note is too long, 409
   *     where the month or a later one is published already
   */
  public Edition publish(String parameter, YearMonth month, String note) {
    if (figures.provisional(month)) {
      throw ProblemException.badField(
          parameter,
          "must be a month that is over: %s is still running, its figures are provisional"
              .formatted(month));
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw ProblemException.badField("note", "must hold at most " + LONGEST_NOTE + " characters");
    }
    List<YearMonth> published = publications.months();
    Optional<YearMonth> last = published.stream().reduce((earlier, later) -> later);
    if (last.filter(latest -> !latest.isBefore(month)).isPresent()) {
      throw refused(parameter, month, last.get());
    }
    FiguresTable current = figures.current(month);
    if (current.rows().isEmpty()) {
      throw ProblemException.badField(
          parameter, "must be a month with figures: up to %s there are none".formatted(month));
    }
    Publication publication = Publication.of(current, last.flatMap(publications::findTable));
    Edition edition =
        publications
            .add(publication, meaning, software, note, clock.instant())
            .orElseThrow(() -> refused(parameter, month, month));
    figures.published(month);
    return edition;
  }

  private static ProblemException refused(String parameter, YearMonth month, YearMonth latest) {
    return new ProblemException(
        409,
        latest.equals(month)
            ? "%s: %s is published already, and what is published does not change"
                .formatted(parameter, month)
            : "%s: must be later than %s, which is published already".formatted(parameter, latest));
  }
}
