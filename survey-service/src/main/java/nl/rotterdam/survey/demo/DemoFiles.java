// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.demo;

import java.nio.file.Path;
import java.time.YearMonth;

/**
 * Where the demo's files lie.
 *
 * @param folder the demo's own
 */
public record DemoFiles(Path folder) {

  /** The made-up history, as files that the command import reads. */
  public Path history() {
    return folder.resolve("history");
  }

  /** Mails and text messages. */
  public Path outbox() {
    return folder.resolve("outbox");
  }

  /** The monthly report and its chart in one language. */
  public Path report(String language) {
    return folder.resolve("report").resolve(language);
  }

  /** The figures table. */
  public Path figures() {
    return folder.resolve("report").resolve("figures.csv");
  }

  /** The monthly report in one language. */
  public Path reportPdf(YearMonth month, String language) {
    return report(language).resolve("report-" + month + ".pdf");
  }

  /** The trend chart of the monthly report, by its name. */
  static String chart(YearMonth month) {
    return "trend-" + month + ".svg";
  }
}
