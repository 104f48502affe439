// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfName;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.document.PdfText.Node;
import nl.rotterdam.reporting.exhibit.Edition;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.exhibit.FileWords;
import nl.rotterdam.reporting.exhibit.Words;
import nl.rotterdam.reporting.figure.Grades;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.table.CityCounts;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.KioskCounts;
import nl.rotterdam.reporting.table.KioskMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthlyReportTest {
  private static final Edition FINAL =
      new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 3), Standing.PUBLISHED);
  private static final Edition PROVISIONAL =
      new Edition("gemeente Rotterdam", LocalDate.of(2025, 5, 20), Standing.RUNNING);

  private final FiguresTable table = SampleCity.table(SampleCity.LAST);

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void keepsTheStandardsForAccessibleAndLastingDocuments(String language) {
    Words words = language.equals("nl") ? FileWords.DUTCH : FileWords.ENGLISH;
    Conformance.assertAccessibleAndArchivable(MonthlyReport.pdf(table, FINAL, words));
  }

  @Test
  void readsInTheOrderInWhichAPersonWouldSayIt() {
    assertThat(PdfText.read(MonthlyReport.pdf(table, FINAL, FileWords.DUTCH)))
        .containsSubsequence(
            "mei 2025 · uitgave van 3 juni 2025",
            "Van de beantwoorde contacten gaf ",
            " een 6 of lager, ",
            " minder dan in 2022: het doel van 30% minder is ",
            "Over juni 2024 t/m mei 2025 kregen wij 2.",
            "Het aandeel met een 6 of lager is kleiner dan in 2022",
            "Bron: tevredenheidsonderzoek gemeente Rotterdam, stand van 3 juni 2025.",
            "Algemene tevredenheid",
            "Vriendelijkheid",
            "Duidelijkheid",
            "Tijdigheid",
            "Let op",
            "Te weinig antwoorden voor een cijfer: Sociale media (",
            "De vier vragen per kanaal",
            "Kanaal Algemene tevredenheid Vriendelijkheid Duidelijkheid Tijdigheid Balie ",
            "Van contact naar antwoord",
            "niet gevraagd: geen adres",
            "In één keer opgelost",
            "Terugbellen",
            "Chats en videobellen",
            "Bezoeken per locatie",
            "Wat de uitkomst wel en niet zegt",
            "Hoe wij meten");
  }

  @Test
  void anIntervalIsNotBrokenOverLines() {
    PdfTypeface typeface = new PdfTypeface();
    String text = "Van alle contacten 21,0% (17,0 tot 23,0%) minder";
    for (double width = 60; width < 250; width += 5) {
      List<String> lines = typeface.lines(text, TextStyle.BODY, width);
      assertThat(String.join("", lines)).isEqualTo(text);
      if (width > 100) {
        assertThat(lines).anyMatch(line -> line.contains("(17,0 tot 23,0%)"));
      }
    }
  }

  @Test
  void speaksEnglishWithEnglishNumbers() {
    assertThat(PdfText.read(MonthlyReport.pdf(table, FINAL, FileWords.ENGLISH)))
        .containsSubsequence(
            "edition of 3 June 2025", "Of the answered contacts ", "June 2024 to May 2025")
        .containsPattern("n = 1,\\d{3}")
        .doesNotContainPattern("\\d,\\d%");
  }

  @Test
  void everyTableHasHeadersWithAScopeForColumnsAndRows() {
    Node tree = PdfText.tree(MonthlyReport.pdf(table, FINAL, FileWords.DUTCH));
    assertThat(tree.all("Table")).hasSize(7);
    for (Node data : tree.all("Table")) {
      assertThat(data.children().stream().map(Node::role))
          .containsExactly("Caption", "THead", "TBody");
      Node head = data.all("THead").get(0);
      assertThat(head.all("TD")).isEmpty();
      assertThat(head.all("TH")).allMatch(cell -> cell.attribute("Scope").equals("/Column"));
      for (Node row : data.all("TBody").get(0).all("TR")) {
        assertThat(row.children()).hasSameSizeAs(head.all("TH"));
        assertThat(row.children().get(0).attribute("Scope")).isEqualTo("/Row");
        assertThat(row.all("TD")).hasSize(head.all("TH").size() - 1);
      }
    }
  }

  @Test
  void theChartIsAFigureWithWordsInItsPlace() {
    List<Node> figures =
        PdfText.tree(MonthlyReport.pdf(table, FINAL, FileWords.DUTCH)).all("Figure");
    assertThat(figures).isNotEmpty().allMatch(Node::hasBox);
    assertThat(figures.get(0).dictionary().getAsString(PdfName.ALT).toUnicodeString())
        .startsWith("Het aandeel met een 6 of lager is kleiner dan in 2022. Over ")
        .contains("het doel is 30% minder");
  }

  @Test
  void theVerdictIsTheOnlyHeadingOfTheFirstLevel() {
    Node tree = PdfText.tree(MonthlyReport.pdf(table, FINAL, FileWords.DUTCH));
    assertThat(tree.all("H1")).hasSize(1);
    assertThat(tree.all("H2")).hasSize(11);
    assertThat(tree.all("H3")).isEmpty();
  }

  @Test
  void hasFourToEightPages() {
    for (FileWords words : List.of(FileWords.DUTCH, FileWords.ENGLISH)) {
      assertThat(PdfText.pages(MonthlyReport.pdf(table, FINAL, words))).isBetween(4, 8);
    }
  }

  @Test
  void aDefinitionIsAFootnoteOfThePageOnWhichItsFigureStands() {
    byte[] pdf = MonthlyReport.pdf(table, FINAL, FileWords.DUTCH);
    Node tree = PdfText.tree(pdf);
    List<Node> notes = tree.all("Note");
    assertThat(notes).hasSameSizeAs(tree.all("Reference")).hasSize(8);
    assertThat(notes.stream().map(note -> note.dictionary().getAsString(PdfName.ID).toString()))
        .doesNotHaveDuplicates();
    assertThat(notes)
        .allMatch(
            note -> note.children().stream().map(Node::role).toList().equals(List.of("Lbl", "P")));
    String channels = PdfText.page(pdf, 2);
    assertThat(channels)
        .containsSubsequence("De vier vragen per kanaal", " 1 ", "per kanaal van het contact");
  }

  @Test
  void leadsToItsFiguresAndTellsWhatWasRestated() {
    String address = "https://tevreden.example/v1/figures?to=2025-05";
    Edition edition =
        new Edition(
            "gemeente Rotterdam",
            LocalDate.of(2025, 6, 3),
            Standing.PUBLISHED,
            OptionalLong.of(3),
            Optional.of(address));
    byte[] pdf = MonthlyReport.pdf(table, edition, FileWords.DUTCH);
    Conformance.assertAccessibleAndArchivable(pdf);
    assertThat(PdfText.tree(pdf).all("Link")).hasSize(1);
    assertThat(PdfText.links(pdf)).containsExactly(address);
    assertThat(PdfText.read(pdf))
        .contains("Van wat eerder is gepubliceerd, zijn 3 cijfers nu anders")
        .contains("ook als bestand: " + address);
  }

  @Test
  void tellsWhatWasAnsweredAtTheCounterAndCountsNowhere() {
    KioskMonth month =
        new KioskMonth(
            SampleCity.LAST,
            "Centrum",
            Map.of(Indicator.OVERALL, Grades.of(0, 0, 0, 0, 0, 0, 12, 0, 30, 0, 0)),
            7);
    CityCounts city = SampleCity.city().with(KioskCounts.of(List.of(month), year -> false, 30));
    byte[] pdf = MonthlyReport.pdf(SampleCity.table(city, SampleCity.LAST), FINAL, FileWords.DUTCH);
    assertThat(PdfText.read(pdf))
        .contains("is in mei 2025 42 keer een cijfer gegeven")
        .contains("op misbruik leek: 7.");
    assertThat(PdfText.read(MonthlyReport.pdf(table, FINAL, FileWords.DUTCH)))
        .doesNotContain("schermen aan de balie");
  }

  @Test
  void everyPageOfAConceptSaysSo() {
    Edition concept = new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 3), Standing.CONCEPT);
    byte[] pdf = MonthlyReport.pdf(table, concept, FileWords.DUTCH);
    for (int page = 1; page <= PdfText.pages(pdf); page++) {
      assertThat(PdfText.seen(pdf, page)).contains("CONCEPT · ");
    }
    assertThat(PdfText.read(pdf)).startsWith("Tevredenheid over contact · mei 2025 · concept");
    assertThat(PdfText.seen(MonthlyReport.pdf(table, FINAL, FileWords.DUTCH), 1))
        .contains("Tevredenheid over contact met de gemeente Rotterdam: mei 2025")
        .doesNotContain("CONCEPT");
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    byte[] first = MonthlyReport.pdf(table, FINAL, FileWords.DUTCH);
    byte[] second = MonthlyReport.pdf(SampleCity.table(SampleCity.LAST), FINAL, FileWords.DUTCH);
    assertThat(Arrays.equals(first, second)).isTrue();
    assertThat(first.length).isLessThan(200_000);
  }

  @Test
  void aMonthThatIsNotOverIsCalledProvisional() {
    assertThat(PdfText.read(MonthlyReport.pdf(table, PROVISIONAL, FileWords.DUTCH)))
        .contains("concept van 20 mei 2025, voorlopig")
        .contains("Concept, voorlopig: mei 2025 is nog niet voorbij.")
        .contains("alle cijfers hier zijn voorlopig");
  }

  @Test
  void withoutAnyDataEachSectionSaysSoInOneLine() {
    byte[] pdf =
        MonthlyReport.pdf(SampleCity.table(List.of(), SampleCity.LAST), FINAL, FileWords.DUTCH);
    Conformance.assertAccessibleAndArchivable(pdf);
    assertThat(PdfText.tree(pdf).all("Table")).isEmpty();
    assertThat(PdfText.tree(pdf).all("Figure")).isEmpty();
    assertThat(PdfText.read(pdf))
        .contains("Er zijn nog geen twaalf maanden met contacten")
        .contains("Er zijn nog geen maanden met genoeg antwoorden voor een grafiek.")
        .contains("zijn er geen kanalen met genoeg antwoorden, of er zijn nog geen twaalf maanden")
        .contains("Tot en met mei 2025 zijn er geen terugbelnotities vastgelegd.")
        .contains("Tot en met mei 2025 zijn er geen bezoeken per locatie vastgelegd.");
  }

  @Test
  void oneAnswerIsCountedAndNotShown() {
    byte[] pdf =
        MonthlyReport.pdf(
            SampleCity.table(SampleCity.oneAnswer(SampleCity.LAST), SampleCity.LAST),
            FINAL,
            FileWords.DUTCH);
    Conformance.assertAccessibleAndArchivable(pdf);
    assertThat(PdfText.read(pdf))
        .contains("te weinig antwoorden")
        .contains("Vriendelijkheid nog geen twaalf maanden")
        .doesNotContain("0,0%")
        .doesNotContain("100,0%");
  }

  @Test
  void aFewAnswersInEachMonthStayBelowTheThreshold() {
    List<MonthlyCounts> few = new ArrayList<>();
    for (int back = 0; back < 14; back++) {
      few.addAll(SampleCity.oneAnswer(SampleCity.LAST.minusMonths(back)));
    }
    byte[] pdf = MonthlyReport.pdf(SampleCity.table(few, SampleCity.LAST), FINAL, FileWords.DUTCH);
    Conformance.assertAccessibleAndArchivable(pdf);
    assertThat(PdfText.read(pdf)).contains("te weinig antwoorden 12 antwoorden").contains("n = 12");
  }

  @Test
  void namesOfTwoHundredCharactersAndOddOnesBreakNothing() {
    String name = "Dienst " + "W".repeat(193) + " \uD83D\uDE00\u0007 <&> \u0416";
    Edition edition = new Edition(name, LocalDate.of(2025, 6, 3), Standing.PUBLISHED);
    Conformance.assertAccessibleAndArchivable(MonthlyReport.pdf(table, edition, FileWords.DUTCH));
  }

  @Test
  void everyMonthOfTheSeriesGivesAReport() {
    for (YearMonth month = SampleCity.FIRST;
        !month.isAfter(SampleCity.LAST);
        month = month.plusMonths(1)) {
      byte[] pdf = MonthlyReport.pdf(SampleCity.table(month), FINAL, FileWords.DUTCH);
      assertThat(Arrays.copyOf(pdf, 8)).asString().isEqualTo("%PDF-1.7");
    }
  }
}
