// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.report;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.office.PackDocument;

/**
 * The figures of a month for who writes to the council: a folder for each language, with a Word
 * document of everything and, for each exhibit, its files.
 */
public final class CouncilPack {
  private static final String DOCUMENT = "figures";

  private final Issues issues;
  private final String software;

  /**
   * @param software version of what makes it
   */
  public CouncilPack(Issues issues, String software) {
    this.issues = issues;
    this.software = software;
  }

  /**
   * All files of a month.
   *
   * @param languages in which they are written, of nl and en; at least one
   */
  public Pack of(YearMonth month, List<String> languages) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<Issue> shown = issues.of(month, languages);
    shown.forEach(issue -> add(issue, files));
    Issue first = shown.get(0);
    files.put(Pack.MANIFEST, Manifest.of(first, software, files).json());
    return new Pack(first.edition().date(), first.edition().isConcept(), files);
  }

  private static void add(Issue issue, Map<String, byte[]> files) {
    String folder = issue.words().locale().getLanguage() + "/";
    List<Exhibit> exhibits = issue.exhibits().all();
    files.put(
        folder + issue.fileName(DOCUMENT, FileFormat.DOCX),
        PackDocument.docx(exhibits, issue.month(), issue.edition(), issue.words()));
    for (Exhibit exhibit : exhibits) {
      Arrays.stream(FileFormat.values())
          .filter(format -> format != FileFormat.DOCX)
          .filter(format -> exhibit.chart().isPresent() || !format.isPicture())
          .forEach(
              format ->
                  files.put(
                      folder + issue.fileName(exhibit.name().code(), format),
                      ExhibitFile.FOR_PRINT.of(exhibit, issue, format)));
    }
  }
}
