// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.Publication;
import nl.rotterdam.reporting.table.Publication.Restated;
import nl.rotterdam.survey.contact.NewContact;
import nl.rotterdam.survey.figures.Publications.Edition;
import nl.rotterdam.survey.figures.Publications.Meaning;
import nl.rotterdam.survey.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;

/** Publishes a month: freezes its figures, and lists what they restate. */
public final class Publisher {
  private static final int LONGEST_NOTE = 1000;
  private static final Pattern LAYOUT = Pattern.compile("[\r\n\t]");

  private final Figures figures;
  private final Publications publications;
  private final Meaning meaning;
  private final String software;
  private final Jdbi jdbi;
  private final Consumer<Edition> announcement;
  private final Clock clock;

  /**
   * @param software version of what computes the figures
   * @param announcement what tells of a publication, in its transaction
   */
  public Publisher(
      Figures figures,
      Publications publications,
      Meaning meaning,
      String software,
      Jdbi jdbi,
      Consumer<Edition> announcement,
      Clock clock) {
    this.figures = figures;
    this.publications = publications;
    this.meaning = meaning;
    this.software = software;
    this.jdbi = jdbi;
    this.announcement = announcement;
    this.clock = clock;
  }

  /**
   * What publishing a month would freeze.
   *
   * @param sha256 of the table as CSV, as the public would see it
   */
  public record Preview(YearMonth month, int rows, String sha256, List<Restated> restated) {}

  /**
   * What publishing a month would freeze now. Figures may still change until it is published.
   *
   * @param parameter what the month is called where it was given
   * @throws ProblemException as {@link #publish} does
   */
  public Preview preview(String parameter, YearMonth month) {
    Publication publication = prepare(parameter, month);
    return new Preview(
        month,
        publication.table().forThePublic().rows().size(),
        Publications.sha256(publication.table()),
        publication.restated());
  }

  /**
   * Publishes a month that is over and later than all that is published.
   *
   * @param parameter what the month is called where it was given
   * @param note what to say about it; null where that is nothing
   * @throws ProblemException 400 where the month cannot be published or the note is too long or no
   *     text, 409 where the month or a later one is published already
   */
  public Edition publish(String parameter, YearMonth month, String note) {
    if (note != null && note.length() > LONGEST_NOTE) {
      throw ProblemException.badField("note", "must hold at most " + LONGEST_NOTE + " characters");
    }
    if (note != null && !LAYOUT.matcher(note).replaceAll("").matches(NewContact.TEXT)) {
      throw ProblemException.badField("note", NewContact.TEXT_ONLY);
    }
    Publication publication = prepare(parameter, month);
    Edition edition =
        jdbi.inTransaction(handle -> add(publication, note))
            .orElseThrow(() -> refused(parameter, month, month));
    figures.published(month);
    return edition;
  }

  private Publication prepare(String parameter, YearMonth month) {
    if (figures.provisional(month)) {
      throw ProblemException.badField(
          parameter,
          "must be a month that is over: %s is still running, its figures are provisional"
              .formatted(month));
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
    return Publication.of(current, last.flatMap(publications::findTable));
  }

  private Optional<Edition> add(Publication publication, String note) {
    Optional<Edition> edition =
        publications.add(publication, meaning, software, note, clock.instant());
    edition.ifPresent(announcement);
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
