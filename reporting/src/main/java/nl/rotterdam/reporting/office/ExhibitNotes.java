// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Words;

/**
 * Everything about an exhibit that is words: title, the one sentence, the text in the place of the
 * picture, source and definition.
 *
 * @param notes in order
 */
public record ExhibitNotes(List<Note> notes) {

  /**
   * One of them.
   *
   * @param label what it is, such as "Bron"
   */
  public record Note(String label, String text) {}

  public ExhibitNotes {
    notes = List.copyOf(notes);
  }

  /**
   * The words of an exhibit.
   *
   * @throws IllegalArgumentException if a text is missing
   */
  public static ExhibitNotes of(Exhibit exhibit, Edition edition, Words words) {
    List<Note> notes = new ArrayList<>();
    if (edition.isConcept()) {
      notes.add(new Note(words.text("note.standing"), mark(edition, words)));
    }
    notes.add(new Note(words.text("note.title"), exhibit.text().title()));
    notes.add(new Note(words.text("note.subtitle"), exhibit.text().subtitle()));
    notes.add(new Note(words.text("note.sentence"), exhibit.sentence()));
    if (exhibit.chart().isPresent()) {
      notes.add(new Note(words.text("note.alternative"), alternative(exhibit)));
    }
    notes.add(new Note(words.text("note.source"), exhibit.text().foot()));
    notes.add(new Note(words.text("note.definition"), exhibit.definition()));
    return new ExhibitNotes(notes);
  }

  /** As a text file: each label on a line of its own, its text below it, an empty line between. */
  public String plain() {
    return notes.stream()
        .map(note -> note.label() + "\n" + note.text() + "\n")
        .collect(Collectors.joining("\n"));
  }

  /**
   * The short name of an exhibit, for headings and lists.
   *
   * @throws IllegalArgumentException if that text is missing
   */
  public static String name(ExhibitName name, Words words) {
    return words.text("exhibit." + name.code() + ".name");
  }

  /** The picture in words; its foot, too, which says whether the figures are a concept. */
  static String alternative(Exhibit exhibit) {
    return exhibit.text().description() + " " + exhibit.text().foot();
  }

  /** The words that mark a concept. */
  static String mark(Edition edition, Words words) {
    return words.text("mark." + edition.standing().name().toLowerCase(Locale.ROOT));
  }
}
