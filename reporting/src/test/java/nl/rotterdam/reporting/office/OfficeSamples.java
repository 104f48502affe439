// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartStyle;
import nl.rotterdam.reporting.chart.ChartText;
import nl.rotterdam.reporting.chart.ShareTrend;
import nl.rotterdam.reporting.chart.TrendChart;
import nl.rotterdam.reporting.chart.TrendLabels;
import nl.rotterdam.reporting.exhibit.DataTable;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.ExhibitName;
import nl.rotterdam.reporting.exhibit.Exhibits;
import nl.rotterdam.reporting.exhibit.FileWords;
import nl.rotterdam.reporting.figure.Indicator;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;

/** Exhibits of the sample city, and one of which every name means harm. */
final class OfficeSamples {
  static final Edition PUBLISHED = edition(Standing.PUBLISHED);

  /** What a spreadsheet, a browser or a reader of XML might act upon. */
  static final List<String> HARMFUL =
      List.of(
          "=HYPERLINK(\"http://x\")",
          "+1",
          "-1",
          "@SUM(A1)",
          "\t=1",
          "file:///etc/passwd",
          "<script>alert(1)</script>",
          "\"><image href=\"http://x/y.png\"/>",
          "&xxe;",
          "]]>");

  private OfficeSamples() {}

  static Edition edition(Standing standing) {
    return new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 3), standing);
  }

  static List<Exhibit> exhibits(Edition edition, FileWords words) {
    return new Exhibits(SampleCity.table(SampleCity.LAST), edition, words).all();
  }

  /** An exhibit of a city in which one person answered. */
  static Exhibit withoutFigures() {
    return new Exhibits(
            SampleCity.table(SampleCity.oneAnswer(SampleCity.LAST), SampleCity.LAST),
            PUBLISHED,
            FileWords.DUTCH)
        .get(ExhibitName.CHANNELS);
  }

  static Exhibit harmful() {
    String all = String.join(" ", HARMFUL);
    List<DataTable.Row> rows =
        HARMFUL.stream()
            .map(name -> new DataTable.Row(name, List.of(DataTable.Cell.of(name))))
            .toList();
    return new Exhibit(
        ExhibitName.CHANNELS,
        text(all),
        all,
        all,
        Optional.of(harmfulChart()),
        Optional.of(new DataTable(all, List.of(all, all), rows, List.of(1.0, 1.0))),
        new ChartData(
            List.of(new Column("channel", Kind.TEXT), new Column("share", Kind.SHARE)),
            HARMFUL.stream()
                .map(name -> List.of(Cell.of(name), Cell.of(OptionalDouble.of(-0.25))))
                .toList()));
  }

  static Chart harmfulChart() {
    String all = String.join(" ", HARMFUL);
    return TrendChart.of(
        ShareTrend.of(SampleCity.table(SampleCity.LAST), Indicator.OVERALL, Optional.empty()),
        text(all),
        new TrendLabels(all, all, all, all, all, all, NumberFormat.getPercentInstance()),
        ChartStyle.DEFAULT);
  }

  private static ChartText text(String all) {
    return new ChartText(all, all, all, all);
  }

  /** Whether anything in the file leads out of it. */
  static boolean leadsOutside(byte[] file) throws IOException, InvalidFormatException {
    try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
      for (PackagePart part : parts.getParts()) {
        if (part.isRelationshipPart()) {
          continue;
        }
        for (PackageRelationship relationship : part.getRelationships()) {
          if (relationship.getTargetMode() == TargetMode.EXTERNAL) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
