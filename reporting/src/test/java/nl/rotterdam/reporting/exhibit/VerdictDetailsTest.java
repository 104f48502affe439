// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static nl.rotterdam.reporting.CountsFixture.contacts;
import static nl.rotterdam.reporting.figure.Channel.CHAT;
import static nl.rotterdam.reporting.figure.Channel.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.reporting.SampleCity;
import nl.rotterdam.reporting.figure.Indicator;
import nl.rotterdam.reporting.figure.MonthlyCounts;
import nl.rotterdam.reporting.figure.Period;
import nl.rotterdam.reporting.figure.PublicationRule;
import nl.rotterdam.reporting.table.CityCounts;
import nl.rotterdam.reporting.table.FigureName;
import nl.rotterdam.reporting.table.FiguresTable;
import nl.rotterdam.reporting.trend.Definitions;
import nl.rotterdam.reporting.trend.Definitions.Version;
import nl.rotterdam.reporting.trend.Goal;
import org.junit.jupiter.api.Test;

/** Baseline 2022, goal 30% less. */
class VerdictDetailsTest {
  private static final YearMonth MAY = YearMonth.of(2025, 5);

  @Test
  void aSmallBaselineForbidsToTell() {
    assertThat(
            dutch(
                contacts("2022-01", PHONE, 900).answered(30, 270).build(),
                contacts("2025-05", PHONE, 900).answered(22, 278).build()))
        .first()
        .isEqualTo(
            "Meer antwoorden helpen niet: dit verschil is niet van het doel te onderscheiden, omdat"
                + " het aandeel van 2022 zelf op 300 antwoorden rust.");
  }

  @Test
  void withALargeBaselineItSaysHowManyAnswersItTakes() {
    FiguresTable table =
        table(
            contacts("2022-01", PHONE, 900_000).answered(30_000, 270_000).build(),
            contacts("2025-05", PHONE, 9000).answered(160, 1840).build());
    double needed =
        table
            .find(
                FigureName.ANSWERS_NEEDED,
                Optional.of(Indicator.OVERALL),
                Optional.empty(),
                table.currentWindow())
            .orElseThrow()
            .value()
            .orElseThrow();
    assertThat(needed).isBetween(5100.0, 5200.0);
    assertThat(new VerdictDetails(table, FileWords.DUTCH).sentences().get(0))
        .contains("ongeveer 5.1")
        .endsWith("antwoorden nodig; het zijn er 2.000.");
  }

  @Test
  void whatIsToldNeedsNoMoreAnswers() {
    assertThat(
            dutch(
                contacts("2022-01", PHONE, 900_000).answered(30_000, 270_000).build(),
                contacts("2025-05", PHONE, 90_000).answered(2900, 27_100).build()))
        .noneMatch(sentence -> sentence.contains("80%"));
  }

  @Test
  void theMixOfChannelsFlattersAFallThatNoChannelSaw() {
    List<String> sentences =
        dutch(
            contacts("2022-01", PHONE, 5000).answered(100, 900).build(),
            contacts("2022-01", CHAT, 5000).answered(500, 500).build(),
            contacts("2025-05", PHONE, 5000).answered(190, 1710).build(),
            contacts("2025-05", CHAT, 5000).answered(50, 50).build());
    assertThat(sentences)
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith("De verdeling over de kanalen vleit het cijfer")
                    .contains("0% (")
                    .contains("−18,0 procentpunt is 0,0 door verandering binnen")
                    .contains("en −18,0 door een andere verdeling"));
  }

  @Test
  void aRiseAtTheSameMixIsToldAsMore() {
    assertThat(
            dutch(
                contacts("2022-01", PHONE, 5000).answered(100, 900).build(),
                contacts("2025-05", PHONE, 5000).answered(150, 850).build()))
        .anyMatch(sentence -> sentence.contains("was het 50% (18 tot 90%) meer dan toen"))
        .noneMatch(sentence -> sentence.contains("verdwijnt"));
  }

  @Test
  void saysHowUnlikeTheSilentMustBe() {
    assertThat(
            dutch(
                contacts("2022-01", PHONE, 5000).answered(100, 900).build(),
                contacts("2025-05", PHONE, 5000).answered(70, 930).build()))
        .anyMatch(
            sentence ->
                sentence.startsWith("Van wie wij vroegen, antwoordde 20,0%.")
                    && sentence.contains("nu 1,5 keer zo vaak"));
  }

  @Test
  void withoutEnoughChannelsNothingIsSaidOfTheMix() {
    assertThat(
            dutch(
                contacts("2022-01", PHONE, 100).answered(100, 900).build(),
                contacts("2022-01", CHAT, 900).answered(1, 2).build(),
                contacts("2025-05", PHONE, 5000).answered(70, 930).build()))
        .anyMatch(sentence -> sentence.startsWith("Of de verdeling over de kanalen het cijfer"));
  }

  @Test
  void bothScenariosStandInOneSentence() {
    FiguresTable table = SampleCity.table(MAY);
    for (Words words : List.of(FileWords.DUTCH, FileWords.ENGLISH)) {
      assertThat(new VerdictDetails(table, words).sentences())
          .anyMatch(sentence -> sentence.matches("Tw(ee|o) scenario.+2026.+; .+"))
          .allMatch(sentence -> !sentence.contains("{"));
    }
  }

  @Test
  void aKnownBaselineAndAChangeOfQuestionnaireAreSaid() {
    Goal goal =
        new Goal(
            Period.year(2022),
            Optional.of(0.12),
            0.30,
            YearMonth.of(2026, 12),
            SampleCity.GOAL.confirmatory());
    FiguresTable table =
        FiguresTable.of(
            CityCounts.of(
                List.of(
                    contacts("2022-01", PHONE, 10).build(),
                    contacts("2025-05", PHONE, 900).answered(22, 278).build())),
            new Definitions(
                goal, PublicationRule.DEFAULT, List.of(new Version("2", YearMonth.of(2024, 3)))),
            MAY);
    assertThat(new VerdictDetails(table, FileWords.DUTCH).sentences())
        .anyMatch(sentence -> sentence.startsWith("Het aandeel van 2022 is overgenomen"))
        .anyMatch(
            sentence ->
                sentence.startsWith("In maart 2024 veranderde de manier van vragen (versie 2)"));
  }

  @Test
  void withoutFigureThereIsNothingToDetail() {
    assertThat(dutch(contacts("2025-05", PHONE, 900).answered(22, 278).build())).isEmpty();
  }

  private static List<String> dutch(MonthlyCounts... counts) {
    return new VerdictDetails(table(counts), FileWords.DUTCH).sentences();
  }

  private static FiguresTable table(MonthlyCounts... counts) {
    return FiguresTable.of(
        CityCounts.of(Stream.of(counts).toList()),
        new Definitions(SampleCity.GOAL, PublicationRule.DEFAULT),
        MAY);
  }
}
