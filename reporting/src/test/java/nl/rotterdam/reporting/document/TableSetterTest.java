// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.rotterdam.reporting.exhibit.DataTable;
import org.junit.jupiter.api.Test;

class TableSetterTest {
  private static final PdfInfo INFO =
      new PdfInfo("Tabel", "gemeente", "proef", Locale.forLanguageTag("nl"), LocalDate.EPOCH);

  @Test
  void aLongTableGoesOnOverThePageWithItsHeadersRepeatedForTheEyeOnly() {
    List<DataTable.Row> rows = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      rows.add(new DataTable.Row("rij " + i, List.of(DataTable.Cell.of(String.valueOf(i)))));
    }
    byte[] pdf = pdf(rows);
    Conformance.assertAccessibleAndArchivable(pdf);
    assertThat(PdfText.tree(pdf).all("TH")).hasSize(2 + 120);
    assertThat(PdfText.tree(pdf).all("TR")).hasSize(1 + 120);
    // on a page of its middle: a rule under each row, and the repeated headers with their rule
    int foot = 2;
    assertThat(PdfText.artifacts(pdf, 2) - PdfText.occurrences(pdf, 2, "rij")).isEqualTo(2 + foot);
  }

  @Test
  void aNameOfTwoHundredCharactersIsBrokenAndLosesNothing() {
    String name = "Locatie " + "x".repeat(192);
    byte[] pdf = pdf(List.of(new DataTable.Row(name, List.of(DataTable.Cell.of("1")))));
    Conformance.assertAccessibleAndArchivable(pdf);
    assertThat(PdfText.read(pdf).replace(" ", "")).contains(name.replace(" ", ""));
  }

  @Test
  void aRowHasACellForEveryColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pdf(List.of(new DataTable.Row("rij", List.of()))))
        .withMessageContaining("0 cells for 1 columns");
  }

  private static byte[] pdf(List<DataTable.Row> rows) {
    PageFlow flow = new PageFlow(INFO, "voet");
    flow.heading(1, "Kop", TextStyle.HEADLINE);
    TableSetter.set(
        flow, new DataTable("Bijschrift", List.of("Naam", "Aantal"), rows, List.of(3.0, 1.0)));
    return flow.close();
  }
}
