// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FigureRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresCsvTest {
  private static final YearMonth TO = YearMonth.of(2025, 5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          =1+1          | '=1+1
          -             | '-
          '=1           | ''=1
          's-Gravenweg  | 's-Gravenweg
          Coolsingel    | Coolsingel
          """)
  void aNameIsNoFormulaAndIsReadBackAsItWas(String name, String written) throws IOException {
    List<FigureRow> rows =
        List.of(
            new FigureRow(
                FigureName.VISITS,
                Optional.empty(),
                Optional.of(Channel.COUNTER),
                Optional.of(name),
                Period.year(2024),
                Optional.empty(),
                Figure.empty(0)));
    StringWriter csv = new StringWriter();
    FiguresCsv.write(rows, csv);
    assertThat(csv.toString()).contains(",counter," + written + ",2024,");
    assertThat(FiguresCsv.read(new StringReader(csv.toString()), TO)).isEqualTo(rows);
  }
}
