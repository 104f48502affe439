// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.survey.figures.Figures;
import nl.rotterdam.survey.figures.Figures.Published;
import nl.rotterdam.survey.figures.Publications;
import nl.rotterdam.survey.problem.ProblemException;
import nl.rotterdam.survey.text.Templates;

/** What is shown of a month, from the figures and the texts. */
public final class Issues {
  /** The languages in which there are texts. */
  public static final List<String> LANGUAGES = List.of("nl", "en");

  static final String AUDIENCE = "report";

  private final Figures figures;
  private final Templates templates;
  private final Clock clock;
  private final ZoneId zone;
  private final URI publicUrl;

  public Issues(Figures figures, Templates templates, Clock clock, ZoneId zone, URI publicUrl) {
    FontFile.provide();
    this.publicUrl = publicUrl;
    this.figures = figures;
    this.templates = templates;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The month in a language.
   *
   * @throws ProblemException 400 where there are no texts in that language
   */
  public Issue of(YearMonth month, String language) {
    return of(month, List.of(language)).get(0);
  }

  /** The month in several languages, with the same figures in each. */
  List<Issue> of(YearMonth month, List<String> languages) {
    Optional<Published> published = figures.findPublished(month);
    FiguresTable table = published.map(Published::table).orElseGet(() -> figures.table(month));
    Optional<Publications.Edition> publication = published.map(Published::edition);
    Instant made = publication.map(Publications.Edition::publishedAt).orElseGet(clock::instant);
    LocalDate date = LocalDate.ofInstant(made, zone);
    Standing standing = publication.isPresent() ? Standing.PUBLISHED : unpublished(month);
    return languages.stream()
        .map(this::words)
        .map(
            words ->
                new Issue(
                    table,
                    new Edition(
                        words.text("organisation"),
                        date,
                        standing,
                        publication
                            .map(edition -> OptionalLong.of(edition.restated()))
                            .orElse(OptionalLong.empty()),
                        Optional.of(publicUrl + "/v1/figures?to=" + month)),
                    words,
                    publication))
        .toList();
  }

  /** Whether there are texts in this language. */
  public boolean speaks(String language) {
    return LANGUAGES.contains(language) && templates.texts(AUDIENCE, language).isPresent();
  }

  private Standing unpublished(YearMonth month) {
    return figures.provisional(month) ? Standing.RUNNING : Standing.CONCEPT;
  }

  /**
   * The texts of a language that somebody asks for.
   *
   * @throws ProblemException 400 where there are none
   */
  ReadersWords words(String language) {
    return Optional.of(language)
        .filter(LANGUAGES::contains)
        .flatMap(known -> templates.texts(AUDIENCE, known))
        .map(ReadersWords::new)
        .orElseThrow(
            () ->
                ProblemException.badField(
                    "language", "must be one of " + String.join(", ", LANGUAGES)));
  }
}
