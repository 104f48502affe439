// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.workplace;

import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Selection;
import nl.rotterdam.reporting.office.ExhibitNotes;
import nl.rotterdam.survey.report.Issue;

/**
 * An exhibit as a page shows it.
 *
 * @param picture the address of its chart; null where there is nothing to draw
 * @param smallPicture the same for a narrow screen
 * @param alternative the chart in words
 * @param table null where there is none
 */
public record ExhibitView(
    String code,
    String name,
    String sentence,
    String definition,
    String picture,
    String smallPicture,
    String alternative,
    DataTable table) {
  /** A picture as wide as the page, and one that has something beside it. */
  static final int WIDE = 900;

  static final int BESIDE = 680;

  private static final int NARROW = 400;

  /** An exhibit of a month, whole or of one channel, with a picture of so many pixels. */
  static ExhibitView of(Issue issue, ExhibitName name, Selection selection, int width) {
    Exhibit exhibit = issue.exhibits().get(name, selection);
    boolean drawn = exhibit.chart().isPresent();
    return new ExhibitView(
        name.code(),
        ExhibitNotes.name(name, issue.words()),
        exhibit.sentence(),
        exhibit.definition(),
        drawn ? address(issue, name, selection, width) : null,
        drawn ? address(issue, name, selection, NARROW) : null,
        exhibit.text().description(),
        exhibit.table().orElse(null));
  }

  private static String address(Issue issue, ExhibitName name, Selection selection, int width) {
    return "/v1/charts/%s?format=svg&to=%s&language=%s&width=%d%s"
        .formatted(
            name.code(),
            issue.month(),
            issue.words().locale().getLanguage(),
            width,
            selection.channel().map(channel -> "&channel=" + channel.code()).orElse(""));
  }
}
