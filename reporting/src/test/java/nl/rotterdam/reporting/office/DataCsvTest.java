// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartData.Cell;
import nl.rotterdam.reporting.chart.ChartData.Column;
import nl.rotterdam.reporting.chart.ChartData.Kind;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DataCsvTest {

  @Test
  void numbersAreUnroundedAndWhatIsMissingIsEmpty() {
    ChartData data =
        new ChartData(
            List.of(new Column("month", Kind.TEXT), new Column("share", Kind.SHARE)),
            List.of(
                List.of(Cell.of("2025-05"), Cell.of(OptionalDouble.of(-1.0 / 3))),
                List.of(Cell.of("a \"b\", c"), Cell.of(OptionalDouble.empty()))));
    assertThat(DataCsv.of(data))
        .asString(UTF_8)
        .isEqualTo("month,share\n2025-05,-0.3333333333333333\n\"a \"\"b\"\", c\",\n");
  }

  @Test
  void aTextThatBeginsLikeAFormulaHasAnApostropheBeforeItAndANumberHasNot() throws IOException {
    String csv = new String(DataCsv.of(OfficeSamples.harmful().data()), UTF_8);
    List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
    assertThat(rows.stream().skip(1).map(row -> row.get(0)))
        .containsExactlyElementsOf(
            OfficeSamples.HARMFUL.stream()
                .map(name -> "=+-@\t".indexOf(name.charAt(0)) >= 0 ? "'" + name : name)
                .toList());
    assertThat(rows.stream().skip(1).map(row -> row.get(1))).containsOnly("-0.25");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "'=1", "''-1", "=\n1"})
  void aGuardedTextNeverBeginsLikeAFormulaAndComesBackWhole(String text) {
    assertThat(FormulaGuard.on(text)).isEqualTo("'" + text);
    assertThat(FormulaGuard.off(FormulaGuard.on(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a;=1 | a;'=1",
        "a; \"=1;+1 | a; '\"=1;'+1",
        "a;'=1 | a;''=1",
        "a;b=1 | a;b=1",
        "=1;-1 | '=1;'-1",
        "1-2; 3+4 @ noon | 1-2; 3+4 @ noon"
      })
  void whereverAProgramPartsATextNoPartBeginsLikeAFormula(String text, String guarded) {
    assertThat(FormulaGuard.throughout(text)).isEqualTo(guarded);
    assertThat(FormulaGuard.throughout(text.replace(';', '\n')))
        .isEqualTo(guarded.replace(';', '\n'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Coolsingel", "'s-Gravenweg", "A=1", " 1", "<b>"})
  void anOrdinaryTextIsLeftAsItIs(String text) {
    assertThat(FormulaGuard.on(text)).isEqualTo(text);
    assertThat(FormulaGuard.off(text)).isEqualTo(text);
  }

  @Test
  void aPictureWithHarmfulWordsIsStillOnlyAPicture() throws Exception {
    Chart chart = OfficeSamples.harmfulChart();
    byte[] svg =
        ChartFile.svg(chart, chart.size(ChartSize.PAGE.width()), Locale.forLanguageTag("nl"));
    NodeList elements =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg))
            .getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      assertThat(element.getTagName()).isNotIn("script", "image", "a", "use", "foreignObject");
      assertThat(element.hasAttribute("href") || element.hasAttribute("xlink:href")).isFalse();
    }
    assertThat(elements.item(1).getTextContent()).contains("<script>alert(1)</script>");
  }
}
