// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.document.SampleReport;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.Exhibits;
import nl.rotterdam.reporting.exhibit.FileWords;
import nl.rotterdam.reporting.office.DataWorkbook;
import nl.rotterdam.reporting.office.PackDocument;

/** Prints a hash of each kind of file that this module makes. */
final class DrawEverything {
  private static final Edition EDITION =
      new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 3), Standing.PUBLISHED);

  private DrawEverything() {}

  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    for (Chart chart : SampleReport.charts()) {
      print("svg", ChartFile.svg(chart, ChartSize.PAGE, SampleReport.LANGUAGE));
      print("png", ChartFile.png(chart, ChartSize.PAGE, 96));
    }
    print("pdf", SampleReport.pdf());
    List<Exhibit> exhibits =
        new Exhibits(SampleCity.table(SampleCity.LAST), EDITION, FileWords.DUTCH).all();
    print(
        "docx",
        PackDocument.docx(exhibits.subList(0, 1), SampleCity.LAST, EDITION, FileWords.DUTCH));
    print("xlsx", DataWorkbook.xlsx(exhibits.get(0), EDITION, FileWords.DUTCH));
  }

  private static void print(String name, byte[] file) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
    System.out.println(name + " " + HexFormat.of().formatHex(hash));
  }
}
