// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.document.SampleReport;

/** Prints a hash of each kind of file that this module makes. */
final class DrawEverything {

  private DrawEverything() {}

  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    for (Chart chart : SampleReport.charts()) {
      print("svg", ChartFile.svg(chart, ChartSize.PAGE, SampleReport.LANGUAGE));
      print("png", ChartFile.png(chart, ChartSize.PAGE, 96));
    }
    print("pdf", SampleReport.pdf());
  }

  private static void print(String name, byte[] file) throws NoSuchAlgorithmException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
    System.out.println(name + " " + HexFormat.of().formatHex(hash));
  }
}
