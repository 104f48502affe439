// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.Exhibit;
import nl.rotterdam.reporting.exhibit.FileWords;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class DataWorkbookTest {
  private static final FileWords WORDS = FileWords.DUTCH;

  @Test
  void everyColumnOfEveryExhibitHasANameInBothLanguages() throws IOException {
    for (FileWords words : List.of(FileWords.DUTCH, FileWords.ENGLISH)) {
      for (Exhibit exhibit : OfficeSamples.exhibits(OfficeSamples.PUBLISHED, words)) {
        // a column that this city has no row of would go untried
        assertThat(exhibit.data().rows()).as(exhibit.name().code()).isNotEmpty();
        XSSFWorkbook workbook = read(DataWorkbook.xlsx(exhibit, OfficeSamples.PUBLISHED, words));
        assertThat(texts(workbook.getSheetAt(0).getRow(0)))
            .hasSameSizeAs(exhibit.data().columns())
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void numbersAreNumbersShownAsWhatTheyAreAndMissingOnesAreEmpty() throws IOException {
    Exhibit exhibit = dissatisfaction(Standing.PUBLISHED);
    XSSFSheet sheet = read(xlsx(exhibit, Standing.PUBLISHED)).getSheet("Cijfers");
    List<List<ChartData.Cell>> rows = exhibit.data().rows();
    assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < rows.get(i).size(); column++) {
        ChartData.Cell expected = rows.get(i).get(column);
        XSSFCell cell = sheet.getRow(i + 1).getCell(column);
        if (expected.number().isPresent()) {
          assertThat(cell.getNumericCellValue()).isEqualTo(expected.number().getAsDouble());
        } else if (expected.text().isEmpty()) {
          assertThat(cell).isNull();
        } else {
          assertThat(cell.getStringCellValue()).isEqualTo(expected.text());
        }
      }
    }
    XSSFRow last = sheet.getRow(rows.size());
    DataFormatter shown = new DataFormatter(Locale.UK);
    assertThat(shown.formatCellValue(last.getCell(0))).isEqualTo("2025-05");
    assertThat(shown.formatCellValue(last.getCell(3))).matches("\\d\\.\\d%");
    assertThat(shown.formatCellValue(last.getCell(6))).isEqualTo("2,799");
  }

  @Test
  void theHeadersStayInViewAndAreRepeatedInPrint() throws IOException {
    XSSFSheet sheet =
        read(xlsx(dissatisfaction(Standing.PUBLISHED), Standing.PUBLISHED)).getSheetAt(0);
    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
  }

  @Test
  void theSecondSheetSaysWhatTheNumbersAre() throws IOException {
    Exhibit exhibit = dissatisfaction(Standing.PUBLISHED);
    XSSFSheet notes = read(xlsx(exhibit, Standing.PUBLISHED)).getSheet("Toelichting");
    assertThat(
            StreamSupport.stream(notes.spliterator(), false)
                .map(row -> row.getCell(1).getStringCellValue()))
        .contains(
            exhibit.text().title(),
            exhibit.text().subtitle(),
            exhibit.sentence(),
            exhibit.text().foot(),
            exhibit.definition());
  }

  @Test
  void onlyAConceptIsMarkedOnEverySheet() throws IOException {
    for (Standing standing : Standing.values()) {
      boolean concept = standing != Standing.PUBLISHED;
      XSSFWorkbook workbook = read(xlsx(dissatisfaction(standing), standing));
      workbook.forEach(
          sheet -> assertThat(sheet.getHeader().getRight().contains("CONCEPT")).isEqualTo(concept));
      assertThat(
              workbook.getSheetAt(1).getRow(0).getCell(1).getStringCellValue().contains("CONCEPT"))
          .isEqualTo(concept);
    }
  }

  @Test
  void textsStayTextsHoweverTheyBegin() throws Exception {
    byte[] file = DataWorkbook.xlsx(OfficeSamples.harmful(), OfficeSamples.PUBLISHED, WORDS);
    XSSFSheet sheet = read(file).getSheetAt(0);
    for (int i = 0; i < OfficeSamples.HARMFUL.size(); i++) {
      XSSFCell cell = sheet.getRow(i + 1).getCell(0);
      String name = OfficeSamples.HARMFUL.get(i);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo(name);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(FormulaGuard.isNeeded(name));
    }
    assertThat(OfficeSamples.leadsOutside(file)).isFalse();
  }

  @Test
  void anExhibitWithoutFiguresStillSaysSo() throws IOException {
    XSSFWorkbook workbook =
        read(DataWorkbook.xlsx(OfficeSamples.withoutFigures(), OfficeSamples.PUBLISHED, WORDS));
    assertThat(workbook.getSheetAt(0).getLastRowNum()).isZero();
    assertThat(workbook.getSheetAt(1).getLastRowNum()).isPositive();
  }

  @Test
  void theFileSaysWhoseItIsAndTheSameInputGivesTheSameBytes() throws IOException {
    byte[] file = xlsx(dissatisfaction(Standing.PUBLISHED), Standing.PUBLISHED);
    var properties = read(file).getProperties().getCoreProperties();
    assertThat(properties.getCreator()).isEqualTo("gemeente Rotterdam");
    assertThat(properties.getUnderlyingProperties().getLanguageProperty()).contains("nl-NL");
    assertThat(properties.getModified()).isEqualTo("2025-06-03T00:00:00Z");
    assertThat(Arrays.equals(xlsx(dissatisfaction(Standing.PUBLISHED), Standing.PUBLISHED), file))
        .isTrue();
  }

  private static Exhibit dissatisfaction(Standing standing) {
    return OfficeSamples.exhibits(OfficeSamples.edition(standing), WORDS).get(0);
  }

  private static byte[] xlsx(Exhibit exhibit, Standing standing) {
    return DataWorkbook.xlsx(exhibit, OfficeSamples.edition(standing), WORDS);
  }

  private static List<String> texts(XSSFRow row) {
    return IntStream.range(0, row.getLastCellNum())
        .mapToObj(i -> row.getCell(i).getStringCellValue())
        .toList();
  }

  private static XSSFWorkbook read(byte[] file) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }
}
