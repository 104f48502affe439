// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static java.util.stream.Collectors.toMap;
import static nl.rotterdam.reporting.CountsFixture.contacts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.chart.Chart;
import nl.rotterdam.reporting.chart.ChartData;
import nl.rotterdam.reporting.chart.ChartFile;
import nl.rotterdam.reporting.chart.ChartSize;
import nl.rotterdam.reporting.exhibit.Edition.Standing;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.table.CityCounts;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.table.GivenCount;
import nl.rotterdam.reporting.table.GivenFigure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExhibitsTest {
  private static final Edition PUBLISHED =
      new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 3), Standing.PUBLISHED);
  private static final FiguresTable CITY = SampleCity.table(SampleCity.LAST);
  private static final FiguresTable NOTHING = SampleCity.table(List.of(), SampleCity.LAST);

  @ParameterizedTest
  @EnumSource(ExhibitName.class)
  void isAPictureATableNumbersAndASentenceInBothLanguages(ExhibitName name) {
    for (FileWords words : List.of(FileWords.DUTCH, FileWords.ENGLISH)) {
      Exhibit exhibit = new Exhibits(CITY, PUBLISHED, words).get(name);
      assertThat(exhibit.name()).isEqualTo(name);
      assertThat(exhibit.chart()).isPresent();
      assertThat(exhibit.table()).isPresent();
      assertThat(exhibit.data().rows()).isNotEmpty();
      assertThat(exhibit.sentence()).endsWith(".").doesNotContain("{", "NaN");
      assertThat(exhibit.definition()).endsWith(".");
      assertThat(exhibit.text().description()).startsWith(exhibit.text().title() + ". ");
    }
  }

  @ParameterizedTest
  @EnumSource(ExhibitName.class)
  void saysSoInOneSentenceWhereThereIsNothingToShow(ExhibitName name) {
    for (FileWords words : List.of(FileWords.DUTCH, FileWords.ENGLISH)) {
      Exhibit exhibit = new Exhibits(NOTHING, PUBLISHED, words).get(name);
      assertThat(exhibit.chart()).isEmpty();
      assertThat(exhibit.table()).isEmpty();
      assertThat(exhibit.data().rows()).isEmpty();
      assertThat(exhibit.sentence()).endsWith(".").doesNotContain("{", "0%", "NaN");
    }
  }

  @ParameterizedTest
  @EnumSource(ExhibitName.class)
  void showsNoValueOfOneAnswer(ExhibitName name) {
    FiguresTable one = SampleCity.table(SampleCity.oneAnswer(SampleCity.LAST), SampleCity.LAST);
    Exhibit exhibit = dutch(one).get(name);
    assertThat(exhibit.sentence()).doesNotContain("100%", "8,0");
    exhibit
        .data()
        .rows()
        .forEach(row -> assertThat(row).extracting(ChartData.Cell::plain).doesNotContain("8"));
  }

  @ParameterizedTest
  @EnumSource(ExhibitName.class)
  void isMarkedAsAConceptUntilItIsPublished(ExhibitName name) {
    Edition concept = new Edition("gemeente Rotterdam", LocalDate.of(2025, 6, 3), Standing.CONCEPT);
    Exhibit exhibit = new Exhibits(CITY, concept, FileWords.DUTCH).get(name);
    assertThat(svg(exhibit)).contains("Concept, nog niet gepubliceerd.");
    assertThat(svg(dutch(CITY).get(name))).doesNotContain("Concept");
  }

  @ParameterizedTest
  @EnumSource(ExhibitName.class)
  void isNeverSmallerInPrintThanEightPointsAndFitsAHalfPage(ExhibitName name) {
    Chart chart = dutch(CITY).get(name).chart().orElseThrow();
    ChartSize page = chart.size(ChartSize.PAGE.width());
    ChartSize half = chart.size(ChartSize.HALF.width());
    assertThat(half.height()).isGreaterThan(page.height());
    assertThat(page.height()).isLessThan(ChartSize.ofMillimetres(160, 160).height());
    assertThat(svg(dutch(CITY).get(name))).doesNotContainPattern("font-size=\"[0-7][.\"]");
  }

  @Test
  void theFourScoresAreNamedByWhichWayTheyWent() {
    assertThat(dutch(CITY).get(ExhibitName.INDICATORS).sentence())
        .startsWith(
            "Van de beantwoorde contacten over juni 2024 t/m mei 2025 (alle kanalen) gaf een 6 of"
                + " lager: algemene tevredenheid ");
  }

  @Test
  void aSingleChannelIsNamed() {
    Selection counter = new Selection(Optional.empty(), Optional.of(Channel.COUNTER));
    Exhibit exhibit = dutch(CITY).get(ExhibitName.DISSATISFACTION, counter);
    assertThat(exhibit.text().title()).startsWith("Balie: het aandeel met een 6 of lager is ");
    assertThat(exhibit.text().subtitle()).contains("algemene tevredenheid, balie.");
    assertThat(exhibit.sentence())
        .startsWith("Balie: over juni 2024 t/m mei 2025 gaf van de beantwoorde contacten ")
        .contains("In 2022 was dat ");
  }

  @Test
  void aSeriesBeginsInTheMonthAskedFor() {
    Selection from = new Selection(Optional.of(YearMonth.of(2025, 2)), Optional.empty());
    for (ExhibitName name :
        List.of(ExhibitName.DISSATISFACTION, ExhibitName.CALLBACKS, ExhibitName.CHATS)) {
      assertThat(dutch(CITY).get(name, from).data().rows())
          .as(name.code())
          .hasSize(4)
          .first()
          .satisfies(row -> assertThat(row.get(0).text()).isEqualTo("2025-02"));
    }
  }

  @Test
  void valuesThatWouldTouchEachOtherAreLeftOutButTheLast() {
    Selection year = new Selection(Optional.of(YearMonth.of(2024, 6)), Optional.empty());
    Chart chart = dutch(CITY).get(ExhibitName.CALLBACKS, year).chart().orElseThrow();
    assertThat(values(chart, ChartSize.PAGE)).isGreaterThan(20);
    assertThat(values(chart, ChartSize.HALF)).isBetween(1, 14);
  }

  /** How many numbers and shares are written out at their marks, in bold. */
  private static int values(Chart chart, ChartSize size) {
    String svg =
        new String(
            ChartFile.svg(chart, chart.size(size.width()), FileWords.DUTCH.locale()),
            StandardCharsets.UTF_8);
    return svg.split(">[0-9,]+%?</text", -1).length - 1;
  }

  @Test
  void refusesOneChannelOfWhatCannotBeShownSo() {
    Selection counter = new Selection(Optional.empty(), Optional.of(Channel.COUNTER));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dutch(CITY).get(ExhibitName.VISITS, counter))
        .withMessageContaining("visits cannot be shown of one channel");
  }

  @Test
  void everyContactIsAccountedForInTheResponse() {
    ChartData data = dutch(CITY).get(ExhibitName.RESPONSE).data();
    List<String> columns = data.columns().stream().map(ChartData.Column::code).toList();
    assertThat(columns).contains("not_invited_no_address", "not_invited_asked_recently");
    for (List<ChartData.Cell> row : data.rows()) {
      double lost = 0;
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).startsWith("not_invited_")) {
          lost += row.get(i).number().orElseThrow();
        }
      }
      assertThat(number(row, columns, "invited") + lost)
          .isEqualTo(number(row, columns, "contacts"));
    }
    assertThat(dutch(CITY).get(ExhibitName.RESPONSE).sentence())
        .contains("Niet gevraagd is: geen adres 720 en kort ervoor al gevraagd 180.");
  }

  @Test
  void whoDidNotAnswerIsLostAtAStepWhereThatIsKnown() {
    DataTable table = dutch(CITY).get(ExhibitName.RESPONSE).table().orElseThrow();
    assertThat(table.columns().get(2)).isEqualTo("14010");
    Map<String, String> phone =
        table.rows().stream().collect(toMap(DataTable.Row::name, row -> row.cells().get(1).text()));
    assertThat(phone)
        .containsEntry("Gevraagd", "7.200")
        .containsEntry("gevraagd, niet beantwoord", "6.180")
        .containsEntry("waarvan niet aangekomen", "48")
        .containsEntry("waarvan pagina niet geopend", "5.520")
        .containsEntry("waarvan geopend, niet beantwoord", "612")
        .containsEntry("met apart gehouden antwoord (mailscanner)", "12")
        .containsEntry("Beantwoord", "1.020");
    assertThat(row(table, "waarvan niet aangekomen"))
        .containsExactly("48", "48", "48", "0", "onbekend", "onbekend");
    assertThat(row(table, "met apart gehouden antwoord (mailscanner)"))
        .containsExactly("0", "12", "0", "0", "0", "12");
    assertThat(table.rows()).extracting(DataTable.Row::name).doesNotContain("waarvan gedeeltelijk");
  }

  private static List<String> row(DataTable table, String name) {
    return table.rows().stream()
        .filter(row -> row.name().equals(name))
        .flatMap(row -> row.cells().stream())
        .map(DataTable.Cell::text)
        .toList();
  }

  @Test
  void visitsAreThoseOfTheLastWholeYearAndAddUp() {
    Exhibit visits = dutch(CITY).get(ExhibitName.VISITS);
    assertThat(visits.sentence())
        .isEqualTo(
            "In 2024 waren er 140.897 bezoeken op afspraak en 44.545 zonder afspraak; op 1 locatie"
                + " waarvan dit is opgegeven samen 185.442 bezoeken. Van 1 andere naam zijn alleen"
                + " contacten geteld (2.820); die tellen hier niet mee.");
    assertThat(visits.definition()).contains("zelf hebben opgegeven");
    DataTable table = visits.table().orElseThrow();
    assertThat(table.rows()).last().matches(DataTable.Row::total);
    assertThat(table.rows()).extracting(DataTable.Row::name).containsExactly("Centrum", "Totaal");
    assertThat(table.rows().get(1).cells())
        .extracting(DataTable.Cell::text)
        .containsExactly("140.897", "44.545", "185.442");
  }

  @Test
  void aYearThatWasCountedIsNotSetBesideOneThatWasGiven() {
    FiguresTable yearEnd = SampleCity.table(SampleCity.city(), YearMonth.of(2025, 12));
    assertThat(dutch(yearEnd).get(ExhibitName.VISITS).sentence())
        .contains("in 2025", "de twee zijn niet te vergelijken");
  }

  @Test
  void aMonthAfterTheDataIsNotAMonthOfNone() {
    Exhibits august = dutch(SampleCity.table(SampleCity.city(), YearMonth.of(2025, 8)));
    assertThat(august.get(ExhibitName.CHATS).sentence())
        .isEqualTo(
            "Over augustus 2025 zijn nog geen contacten vastgelegd, dus ook geen chats met een"
                + " medewerker.");
    assertThat(august.get(ExhibitName.CALLBACKS).text().title())
        .isEqualTo("In augustus 2025 zijn geen terugbelnotities vastgelegd");
    assertThat(august.get(ExhibitName.DISSATISFACTION).sentence())
        .startsWith("Over het einde van september 2024 t/m augustus 2025 zijn geen contacten");
  }

  @Test
  void theYearIsNotAddedUpInJanuary() {
    Exhibits january = dutch(SampleCity.table(SampleCity.city(), YearMonth.of(2025, 1)));
    assertThat(january.get(ExhibitName.CHATS).sentence()).doesNotContain("samen");
    assertThat(dutch(CITY).get(ExhibitName.CHATS).sentence())
        .contains("In januari t/m mei 2025 is dat samen ");
  }

  @Test
  void onlyWhatIsMoreThanChanceIsCalledHighest() {
    Exhibit grades = grades(contacts("2025-05", Channel.PHONE, 90).answered(22, 22).build());
    assertThat(grades.text().title())
        .isEqualTo(
            "Het gemiddelde per kanaal verschilt niet meer dan door toeval kan: 14010 7,0 tot balie"
                + " 7,2");
    assertThat(grades.sentence()).endsWith("Te weinig antwoorden voor een cijfer: chat.");
    Exhibit apart = grades(contacts("2025-05", Channel.PHONE, 90).answered(80, 2).build());
    assertThat(apart.text().title()).startsWith("Hoogste gemiddelde: balie 7,2; laagste: 14010 6,");
  }

  private static Exhibit grades(MonthlyCounts phone) {
    return dutch(
            SampleCity.table(
                List.of(
                    phone,
                    contacts("2025-05", Channel.COUNTER, 90).answered(20, 30).build(),
                    contacts("2025-05", Channel.CHAT, 9).answered(2, 3).build()),
                SampleCity.LAST))
        .get(ExhibitName.GRADES);
  }

  @Test
  void channelsAreNotComparedWhereNoneHasEnoughAnswers() {
    FiguresTable few =
        SampleCity.table(
            List.of(
                contacts("2024-01", Channel.PHONE, 9).build(),
                contacts("2025-05", Channel.PHONE, 9).answered(2, 3).build()),
            SampleCity.LAST);
    assertThat(dutch(few).get(ExhibitName.CHANNELS).text().title())
        .isEqualTo("Het aandeel met een 6 of lager per kanaal");
  }

  @Test
  void theTableOfTheLetterKeepsItsTotals() {
    List<GivenCount> given =
        List.of(
            given(GivenFigure.VISITS_APPOINTMENT, "Centrum", 140_897),
            given(GivenFigure.VISITS_WALK_IN, "Centrum", 44_545),
            given(GivenFigure.VISITS_APPOINTMENT, "Pernis", 2),
            given(GivenFigure.VISITS_WALK_IN, "Pernis", 78));
    CityCounts city =
        new CityCounts(
            SampleCity.counts(), List.of(), List.of(), given, SampleCity.city().breakdowns());
    DataTable table =
        dutch(SampleCity.table(city, SampleCity.LAST))
            .get(ExhibitName.VISITS)
            .table()
            .orElseThrow();
    assertThat(table.rows().get(table.rows().size() - 1).cells())
        .extracting(DataTable.Cell::text)
        .containsExactly("140.899", "44.623", "185.522");
  }

  @Test
  void aNameCannotMakeAPictureFetchAnything() {
    String evil = "file:///etc/passwd\"><image href=\"http://example.org/x\"/>";
    CityCounts city =
        new CityCounts(
            SampleCity.counts(),
            List.of(),
            List.of(),
            List.of(given(GivenFigure.VISITS, evil, 9)),
            SampleCity.city().breakdowns());
    assertThat(svg(dutch(SampleCity.table(city, SampleCity.LAST)).get(ExhibitName.VISITS)))
        .doesNotContain("<image", "<script", "xlink:href=\"http", "xlink:href=\"file");
  }

  private static GivenCount given(GivenFigure figure, String location, long count) {
    return new GivenCount(figure, Optional.of(location), Period.year(2024), count);
  }

  private static double number(List<ChartData.Cell> row, List<String> columns, String code) {
    return row.get(columns.indexOf(code)).number().orElseThrow();
  }

  private static Exhibits dutch(FiguresTable table) {
    return new Exhibits(table, PUBLISHED, FileWords.DUTCH);
  }

  private static String svg(Exhibit exhibit) {
    Chart chart = exhibit.chart().orElseThrow();
    return new String(
        ChartFile.svg(chart, chart.size(ChartSize.PAGE.width()), FileWords.DUTCH.locale()),
        StandardCharsets.UTF_8);
  }
}
