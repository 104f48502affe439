// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.table;

import static nl.rotterdam.reporting.CountsFixture.contacts;
import static nl.rotterdam.reporting.figure.Channel.CHAT;
import static nl.rotterdam.reporting.figure.Channel.COUNTER;
import static nl.rotterdam.reporting.figure.Channel.PHONE;
import static nl.rotterdam.reporting.figure.Channel.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.figure.Channel;
import nl.rotterdam.reporting.figure.Figure;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.figure.Visits;
import nl.rotterdam.reporting.operation.Callbacks;
import nl.rotterdam.reporting.table.Publication.Reason;
import nl.rotterdam.reporting.table.Publication.Restated;
import nl.rotterdam.reporting.trend.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other systems count goes before what is counted of contacts, and the rows say so. */
class GivenCountsTest {
  private static final Definitions DEFINITIONS =
      new Definitions(SampleCity.GOAL, PublicationRule.DEFAULT);

  /** Contacts in November 2024 and January 2025, three quarters of the visits in IJsselmonde. */
  private static final List<MonthlyCounts> CONTACTS =
      List.of(
          contacts("2024-11", COUNTER, 40).answered(1, 9).build(),
          contacts("2024-11", PHONE, 60).answered(3, 27).build(),
          contacts("2025-01", COUNTER, 4).build(),
          contacts("2025-01", CHAT, 9).build());

  private static final List<Visits> VISITS =
      List.of(
          new Visits(YearMonth.of(2024, 11), "IJsselmonde", 30),
          new Visits(YearMonth.of(2024, 11), "Noord", 10),
          new Visits(YearMonth.of(2025, 1), "IJsselmonde", 3),
          new Visits(YearMonth.of(2025, 1), "Noord", 1));

  @Test
  void withoutAnyTheTableIsThatOfContacts() {
    assertThat(table("2025-03").rows()).isNotEmpty().noneMatch(FigureRow::given);
  }

  @Test
  void visitsAreThoseByAppointmentAndTheWalkIns() {
    FiguresTable table =
        table(
            "2025-03",
            "visits_appointment Ijsselmonde 2024 698",
            "visits_walk_in IJSSELMONDE 2024 241");
    assertThat(visits(table, "2024"))
        .containsExactlyInAnyOrder(
            "visits_appointment IJsselmonde 698 given",
            "visits_walk_in IJsselmonde 241 given",
            "visits IJsselmonde 939 given",
            "visits Noord 10");
    assertThat(visits(table, "2025"))
        .containsExactlyInAnyOrder("visits IJsselmonde 3", "visits Noord 1");
  }

  @Test
  void aKindOfVisitsMayBeGivenByMonthAndTheOtherByYear() {
    assertThat(
            visits(
                table(
                    "2025-03",
                    "visits_appointment Noord 2024 700",
                    "visits_walk_in Noord 2024-11 20",
                    "visits_walk_in Noord 2024-12 30"),
                "2024"))
        .contains("visits_walk_in Noord 50 given", "visits Noord 750 given");
  }

  @Test
  void visitsOfMonthsOfWhichNoKindIsGivenAreThoseOfContacts() {
    assertThat(visits(table("2025-03", "visits_appointment IJsselmonde 2025-02 20"), "2025"))
        .containsExactlyInAnyOrder(
            "visits_appointment IJsselmonde 20 given",
            "visits IJsselmonde 23 given",
            "visits Noord 1");
  }

  @Test
  void visitsThatAreGivenThemselvesAreTakenAsTheyAre() {
    assertThat(
            visits(
                table("2025-03", "visits noord 2024 800", "visits_walk_in Noord 2024 300"), "2024"))
        .containsExactlyInAnyOrder(
            "visits IJsselmonde 30", "visits Noord 800 given", "visits_walk_in Noord 300 given");
  }

  @Test
  void aLocationThatContactsDoNotKnowKeepsTheNameThatWasGivenLast() {
    assertThat(
            visits(
                table(
                    "2025-03",
                    "visits_walk_in Kralingen_Crooswijk 2024 300",
                    "visits_walk_in Kralingen-Crooswijk 2025-02 20",
                    "visits_walk_in Kralingen/Crooswijk 2025-04 999"),
                "2024"))
        .contains("visits_walk_in Kralingen-Crooswijk 300 given");
  }

  @Test
  void aMonthIsReplacedAndItsYearIsTheSumOfItsMonths() {
    FiguresTable table = table("2025-03", "visits Noord 2025-02 50", "contacts_phone 2025-02 70");
    assertThat(visits(table, "2025"))
        .containsExactlyInAnyOrder("visits IJsselmonde 3", "visits Noord 51 given");
    assertThat(contactsOf(table, Optional.of(PHONE), "2025-02")).isEqualTo("70 given");
    assertThat(contactsOf(table, Optional.of(PHONE), "2025-01")).isEqualTo("0");
    assertThat(contactsOf(table, Optional.of(PHONE), "2025")).isEqualTo("70 given");
    assertThat(contactsOf(table, Optional.of(COUNTER), "2025")).isEqualTo("4");
    assertThat(contactsOf(table, Optional.empty(), "2025-02")).isEqualTo("70 given");
    assertThat(contactsOf(table, Optional.empty(), "2025-01")).isEqualTo("13");
    assertThat(contactsOf(table, Optional.empty(), "2025")).isEqualTo("83 given");
  }

  @Test
  void aGivenYearGoesBeforeItsMonths() {
    FiguresTable table = table("2025-03", "contacts_phone 2024-11 70", "contacts_phone 2024 5000");
    assertThat(contactsOf(table, Optional.of(PHONE), "2024-11")).isEqualTo("70 given");
    assertThat(contactsOf(table, Optional.of(PHONE), "2024")).isEqualTo("5000 given");
    assertThat(contactsOf(table, Optional.empty(), "2024")).isEqualTo("5040 given");
  }

  @ParameterizedTest(name = "up to {0} the year has {1}")
  @CsvSource({"2024-11, 40", "2024-12, 900 given", "2025-01, 900 given"})
  void aGivenYearIsUsedOnlyWhereItIsOver(String to, String expected) {
    FiguresTable table = table(to, "contacts_counter 2024 900");
    assertThat(contactsOf(table, Optional.of(COUNTER), "2024")).isEqualTo(expected);
  }

  @Test
  void aMonthAfterTheOneAskedForIsLeftOut() {
    assertThat(table("2025-03", "contacts_phone 2025-04 70", "visits Noord 2025-04 70").rows())
        .isEqualTo(table("2025-03").rows());
  }

  @Test
  void otherCountsAreReplacedLikewise() {
    FiguresTable table =
        table(
            "2025-03",
            "chats 2025-01 33",
            "video_successful 2024 44",
            "callbacks 2025-01 55",
            "contacts_chat 2024-11 66");
    assertThat(text(table, FigureName.CHATS, Optional.of(CHAT), "2025-01")).isEqualTo("33 given");
    assertThat(text(table, FigureName.CHATS, Optional.of(CHAT), "2025")).isEqualTo("33 given");
    assertThat(text(table, FigureName.CHATS, Optional.of(CHAT), "2024")).isEqualTo("0");
    assertThat(contactsOf(table, Optional.of(CHAT), "2024")).isEqualTo("66 given");
    assertThat(text(table, FigureName.VIDEO_SUCCESSFUL, Optional.of(VIDEO), "2024"))
        .isEqualTo("44 given");
    assertThat(text(table, FigureName.CALLBACKS, Optional.empty(), "2025")).isEqualTo("62 given");
    assertThat(text(table, FigureName.CALLBACKS_ON_TIME, Optional.empty(), "2025")).isEqualTo("7");
  }

  @Test
  void noOtherFigureChanges() {
    FiguresTable plain = table("2025-03");
    FiguresTable given =
        table("2025-03", "contacts_phone 2024-11 900", "contacts_counter 2023-01 900");
    assertThat(given.rows())
        .filteredOn(row -> row.name() != FigureName.CONTACTS)
        .isEqualTo(plain.rows().stream().filter(row -> row.name() != FigureName.CONTACTS).toList());
    assertThat(given.firstMonth()).isEqualTo(plain.firstMonth());
    assertThat(contactsOf(given, Optional.empty(), "2023")).isEqualTo("900 given");
  }

  @Test
  void countsAreShownAlsoWhereThereAreNoContactsAtAll() {
    FiguresTable table =
        FiguresTable.of(
            new CityCounts(
                List.of(),
                List.of(),
                List.of(),
                given("visits_walk_in Pernis 2024 78", "visits_appointment Pernis 2024 2"),
                Map.of()),
            DEFINITIONS,
            YearMonth.of(2025, 3));
    assertThat(visits(table, "2024"))
        .containsExactly(
            "visits Pernis 80 given",
            "visits_appointment Pernis 2 given",
            "visits_walk_in Pernis 78 given");
  }

  @ParameterizedTest(name = "{0} given, then {1}: restated {2}")
  @CsvSource({"900, 905, LATE", "900, 895, CORRECTED", "900, 897,", "900, 900,"})
  void aCountThatIsGivenAnewIsRestatedWhicheverWayItChanged(long before, long now, Reason reason) {
    FiguresTable march = table("2025-03", "visits Noord 2024 " + before);
    FiguresTable april = table("2025-04", "visits Noord 2024 " + now);
    Publication next = Publication.of(april, Optional.of(march));
    assertThat(next.restated())
        .extracting(Restated::reason)
        .isEqualTo(reason == null ? List.of() : List.of(reason));
    assertThat(visits(next.table(), "2024"))
        .contains("visits Noord %d given".formatted(reason == null ? before : now));
  }

  @Test
  void whatIsNotRestatedKeepsItsSource() {
    Publication next =
        Publication.of(table("2025-04", "visits Noord 2024 12"), Optional.of(table("2025-03")));
    assertThat(next.restated()).isEmpty();
    assertThat(visits(next.table(), "2024")).contains("visits Noord 10");
  }

  @Test
  void locationsAreToldApartByLettersAndDigits() {
    assertThat(GivenCount.keyOf("IJsselmonde")).isEqualTo(GivenCount.keyOf("Ijsselmonde"));
    assertThat(GivenCount.keyOf("Kralingen Crooswijk"))
        .isEqualTo(GivenCount.keyOf("Kralingen-Crooswijk"));
    assertThat(GivenCount.keyOf("Herenwaard 21")).isNotEqualTo(GivenCount.keyOf("Herenwaard 2"));
    assertThat(GivenCount.keyOf("Café")).isEqualTo(GivenCount.keyOf("Cafe\u0301"));
    assertThat(GivenCount.keyOf(" - ")).isEmpty();
  }

  @Test
  void whatCannotBeGivenIsRefused() {
    assertThatThrownBy(() -> given("visits 2024 1")).hasMessageContaining("location");
    assertThatThrownBy(() -> given("chats Noord 2024 1")).hasMessageContaining("Noord");
    assertThatThrownBy(() -> given("chats 2024-01..2024-12 1")).hasMessageContaining("whole year");
    assertThatThrownBy(
            () ->
                new GivenCount(
                    GivenFigure.CHATS,
                    Optional.empty(),
                    Period.yearUpTo(YearMonth.of(2024, 11)),
                    1))
        .hasMessageContaining("whole year");
    assertThatThrownBy(() -> given("chats 2024 -1")).hasMessageContaining("0 to 1000000000");
    assertThatThrownBy(() -> given("chats 2024 1000000001")).hasMessageContaining("1000000001");
  }

  private static List<GivenCount> given(String... counts) {
    return Arrays.stream(counts).map(GivenCountsTest::given).toList();
  }

  /** Figure, location (its spaces as underscores) where there is one, period and count. */
  private static GivenCount given(String written) {
    List<String> parts = List.of(written.split(" "));
    int last = parts.size() - 1;
    return new GivenCount(
        GivenFigure.of(parts.get(0)).orElseThrow(),
        last == 3 ? Optional.of(parts.get(1).replace('_', ' ')) : Optional.empty(),
        Period.parse(parts.get(last - 1)),
        Long.parseLong(parts.get(last)));
  }

  private static FiguresTable table(String to, String... given) {
    return FiguresTable.of(
        new CityCounts(
            CONTACTS,
            VISITS,
            List.of(new Callbacks(YearMonth.of(2025, 2), 7, 7, 0)),
            given(given),
            Map.of()),
        DEFINITIONS,
        YearMonth.parse(to));
  }

  private static List<String> visits(FiguresTable table, String year) {
    return table.rows().stream()
        .filter(row -> row.location().isPresent() && row.period().toString().equals(year))
        .map(row -> row.name().code() + " " + row.location().get() + " " + text(row))
        .collect(Collectors.toList());
  }

  private static String contactsOf(FiguresTable table, Optional<Channel> channel, String period) {
    return text(table, FigureName.CONTACTS, channel, period);
  }

  private static String text(
      FiguresTable table, FigureName name, Optional<Channel> channel, String period) {
    return table.rows().stream()
        .filter(row -> row.name() == name && row.channel().equals(channel))
        .filter(row -> row.period().toString().equals(period))
        .map(GivenCountsTest::text)
        .collect(Collectors.joining(" and "));
  }

  private static String text(FigureRow row) {
    Figure figure = row.figure();
    return figure.n() + (row.given() ? " given" : "");
  }
}
