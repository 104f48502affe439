// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.rotterdam.survey.dialogue.Said.Kind;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Texts DUTCH =
      new Templates(Optional.empty()).texts("residents", "nl").orElseThrow();
  private static final Texts ARABIC =
      new Templates(Optional.of(Path.of("src/test/resources/languages")))
          .texts("residents", "ar")
          .orElseThrow();
  private static final Words WORDS = new Words(List.of(DUTCH, ARABIC));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8", " 8 ", "8.", "8!", "(8)", "\"8\"", "\n8\n", "8,", "8️⃣", "８", "٨", "8 👍", "acht",
        "ACHT."
      })
  void aScoreIsUnderstoodWhateverStandsAroundIt(String text) {
    Said said = WORDS.understand(text, DUTCH);
    assertThat(said.kind()).isEqualTo(Kind.SCORE);
    assertThat(said.score()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8/10",
        "7,5",
        "7.5",
        ",5",
        ".5",
        "11",
        "-8",
        "+8",
        "8-",
        "8+",
        "08",
        "1 0",
        "8 9",
        "8½",
        "80%",
        "acht?en",
        "elf",
        "een acht",
        "8e",
        "#8"
      })
  void whatMayMeanAnotherNumberIsNotGuessedAt(String text) {
    assertThat(WORDS.understand(text, DUTCH).kind()).isEqualTo(Kind.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "nul, 0",
    "een, 1",
    "één, 1",
    "Eén, 1",
    "twee, 2",
    "drie, 3",
    "vier, 4",
    "vijf, 5",
    "zes, 6",
    "zeven, 7",
    "acht, 8",
    "negen, 9",
    "tien, 10"
  })
  void numberWordsAreThoseOfTheLanguage(String word, int score) {
    assertThat(WORDS.understand(word, DUTCH).score()).isEqualTo(score);
  }

  @Test
  void aFurtherLanguageIsASetOfFiles() {
    assertThat(WORDS.understand("ثمانية", ARABIC).score()).isEqualTo(8);
    assertThat(WORDS.understand("نعم", ARABIC).kind()).isEqualTo(Kind.YES);
    assertThat(WORDS.understand("أجل!", ARABIC).kind()).isEqualTo(Kind.YES);
    assertThat(DialogueTexts.objection(ARABIC)).isEmpty();
  }

  @Test
  void longTextIsAnOpenAnswerAndTakesNoTime() {
    String dots = ".".repeat(1_000_000) + "x";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(WORDS.understand(dots, DUTCH).kind()).isEqualTo(Kind.OTHER));
  }

  @Test
  void textThatDoesNotFitIsNamed(@TempDir Path own) throws IOException {
    Path built = Path.of("..", "templates", "residents_en.properties");
    Files.writeString(
        own.resolve("residents_en.properties"),
        Files.readString(built).replace("You are done.", "You are done, ğ."));
    assertThat(objection(own)).startsWith("dialogue.done holds 'ğ'");

    Files.writeString(
        own.resolve("residents_en.properties"),
        Files.readString(built)
            .replace(
                "May we ask you 4", "May we, if you like, ask you four of our very".repeat(2)));
    assertThat(objection(own)).startsWith("dialogue.start takes ");

    Files.writeString(
        own.resolve("residents_en.properties"), Files.readString(built).replace(", ten", ""));
    assertThat(objection(own)).startsWith("dialogue.words.scores does not hold eleven words");
  }

  private static String objection(Path own) {
    return new Templates(Optional.of(own))
        .texts("residents", "en")
        .flatMap(DialogueTexts::objection)
        .orElse("");
  }

  @Test
  void stopWorksInEveryLanguageWhateverTheContacts() {
    assertThat(WORDS.understand("توقف", DUTCH).kind()).isEqualTo(Kind.STOP);
    assertThat(WORDS.understand("afmelden", ARABIC).kind()).isEqualTo(Kind.STOP);
    assertThat(WORDS.understand("ابدأ", DUTCH).kind()).isEqualTo(Kind.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stop met die lange wachttijden", "non-stop", "stopte"})
  void aSentenceWithStopInItStopsNothing(String text) {
    assertThat(WORDS.understand(text, DUTCH).kind()).isEqualTo(Kind.OTHER);
  }
}
