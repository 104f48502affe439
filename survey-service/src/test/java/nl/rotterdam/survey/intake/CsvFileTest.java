// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real export files are dirty, and nothing of them is lost without being told. */
class CsvFileTest {
  private static final List<String> FIELDS =
      List.of("externalId", "product", "startedAt", "durationSeconds");
  private static final Set<String> REQUIRED = Set.of("externalId");

  private static List<String> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), CsvMapping.OWN);
  }

  private static List<String> read(byte[] bytes, CsvMapping mapping) throws IOException {
    List<String> rows = new ArrayList<>();
    try (CsvFile file = CsvFile.open(new ByteArrayInputStream(bytes), mapping, FIELDS, REQUIRED)) {
      for (Optional<CsvFile.Row> row = file.next(); row.isPresent(); row = file.next()) {
        rows.add(
            row.get().line()
                + " "
                + row.get()
                    .error()
                    .map(error -> error.field() + " " + error.reason())
                    .orElse(new TreeMap<>(row.get().cells()).toString()));
      }
    }
    return rows;
  }

  @Test
  void marksLineEndsAndEmptyLinesDoNotMatter() throws IOException {
    assertThat(
            read(
                "\uFEFFexternalId,product\r\n\r\na,Paspoort\r\n,\r\n   \r\n\nb,\"Rijbewijs\"\r\nc,"))
        .containsExactly(
            "3 {externalId=a, product=Paspoort}",
            "7 {externalId=b, product=Rijbewijs}",
            "8 {externalId=c}");
  }

  @Test
  void quotesInQuotesSeparatorsAndLineEndsInCellsAreText() throws IOException {
    assertThat(
            read(
                """
                externalId,product
                a,"zei ""nee"", en ging"
                b,"twee
                regels"
                c,5" pijp
                d,x
                """))
        .containsExactly(
            "2 {externalId=a, product=zei \"nee\", en ging}",
            "3 {externalId=b, product=twee\nregels}",
            "5 {externalId=c, product=5\" pijp}",
            "6 {externalId=d, product=x}");
  }

  @Test
  void quotationMarkThatNobodyClosedCostsItsOwnLineOnly() throws IOException {
    assertThat(
            read(
                """
                externalId,product
                a,"open
                b,x
                c,"dicht"
                d,"half"weg
                e,"weer open
                f,y
                """))
        .containsExactly(
            "2 line has quotation marks that do not fit",
            "3 {externalId=b, product=x}",
            "4 {externalId=c, product=dicht}",
            "5 line has quotation marks that do not fit",
            "6 line has quotation marks that do not fit",
            "7 {externalId=f, product=y}");
  }

  @Test
  void raggedRowsAndWhatIsNoTextAreNamed() throws IOException {
    byte[] text =
        "externalId,product\na\nb,x,y\nc,\u00e9\nd,z\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(text, CsvMapping.OWN))
        .containsExactly(
            "2 line has 1 cells where the header has 2",
            "3 line has 3 cells where the header has 2",
            "4 line is no text in the encoding UTF-8",
            "5 {externalId=d, product=z}");
  }

  @Test
  void cellOfAMegabyteIsReadAndALineOfFiveIsNot() throws IOException {
    String million = "x".repeat(1_000_000);
    List<String> rows =
        read("externalId,product\na," + million + "\nb," + million.repeat(5) + "\nc,y\n");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0)).hasSize(million.length() + "2 {externalId=a, product=}".length());
    assertThat(rows.get(1)).isEqualTo("3 line is longer than 4194304 bytes");
    assertThat(rows.get(2)).isEqualTo("4 {externalId=c, product=y}");
  }

  @Test
  void headerIsHeldToWhatIsKnown() {
    for (List<String> wrong :
        List.of(
            List.of("", "there is no header"),
            List.of("product\n", "it lacks externalId"),
            List.of("externalId,kanaal\n", "not known are kanaal"),
            List.of("externalId,product,product\n", "names the column product twice"))) {
      assertThatThrownBy(() -> read(wrong.get(0)))
          .as(wrong.get(0))
          .isInstanceOf(BadFileException.class)
          .hasMessageContaining(wrong.get(1));
    }
  }

  private static MappingSettings settings(Map<String, String> columns, String dateFormat) {
    return new MappingSettings(
        ";",
        "windows-1252",
        dateFormat,
        true,
        columns,
        Map.of("product", Map.of("PAS", "Paspoort")),
        Map.of());
  }

  @Test
  void exportOfAnotherSystemIsReadAsItIs() throws IOException {
    CsvMapping mapping =
        settings(
                Map.of(
                    "externalId", "Nr",
                    "product", "Product",
                    "startedAt", "Datum + Tijd",
                    "durationSeconds", "Duur"),
                "d-M-yyyy HH:mm")
            .toMapping(ZoneId.of("Europe/Amsterdam"));
    String export =
        """
        Nr;Opmerking;Product;Datum;Tijd;Duur;Opmerking
        1;caf\u00e9;PAS;14-5-2025;10:15;1.234,0;x
        2;;Rijbewijs;30-3-2025;02:30;60,00;
        3;;;31-2-2025;10:00;;
        4;;;;;7,5;
        ;;;;;;
        """;
    assertThat(read(export.getBytes(Charset.forName("windows-1252")), mapping))
        .containsExactly(
            "2 {durationSeconds=1234, externalId=1, product=Paspoort,"
                + " startedAt=2025-05-14T10:15+02:00}",
            "3 {durationSeconds=60, externalId=2, product=Rijbewijs,"
                + " startedAt=2025-03-30T03:30+02:00}",
            "4 startedAt must be a time as the mapping's dateFormat says",
            "5 {durationSeconds=7.5, externalId=4}");
    assertThat(mapping.named("startedAt")).isEqualTo("startedAt (Datum + Tijd)");
    byte[] other = "Nr;Product;Datum;Duur\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(other, mapping))
        .isInstanceOf(BadFileException.class)
        .hasMessage("the header lacks Tijd");
  }

  @Test
  void mappingThatCannotBeIsRefusedWithItsSetting() {
    Map<String, String> columns = Map.of("externalId", "Nr");
    ZoneId zone = ZoneId.of("UTC");
    for (Map.Entry<MappingSettings, String> wrong :
        Map.of(
                settings(Map.of("nummer", "Nr"), ""),
                "nummer is no field; the fields are answeredAt",
                settings(Map.of(), ""),
                "columns must say",
                settings(columns, "dag-maand"),
                "dateFormat must be a pattern",
                new MappingSettings("", "", "", false, columns, null, null),
                "separator must be",
                new MappingSettings(",", "UTF-16", "", false, columns, null, null),
                "encoding must be",
                new MappingSettings(",", "latijn", "", false, columns, null, null),
                "encoding must be",
                new MappingSettings(",", null, null, false, columns, null, columns),
                "constants holds externalId")
            .entrySet()) {
      assertThatThrownBy(() -> wrong.getKey().toMapping(zone))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(wrong.getValue());
    }
    assertThat(
            new MappingSettings("\\t", null, null, false, columns, null, null)
                .toMapping(zone)
                .separator())
        .isEqualTo('\t');
  }
}
