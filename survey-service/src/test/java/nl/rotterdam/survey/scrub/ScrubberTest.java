// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.rotterdam.survey.scrub.Corpus.Sentence;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {
  private static final Corpus CORPUS = Corpus.read();

  /** A span counts as found only to the character, and by its kind. */
  private record Score(Kind kind, long marked, long found, long right) {
    double precision() {
      return (double) right / found;
    }

    double recall() {
      return (double) right / marked;
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| `%s` | %d | %d | %d | %.2f | %.2f |",
          kind.code(),
          marked,
          found,
          right,
          precision(),
          recall());
    }
  }

  private static Score score(Kind kind) {
    long marked = 0;
    long found = 0;
    long right = 0;
    for (Sentence sentence : CORPUS.sentences()) {
      Set<Span> expected = ofKind(kind, sentence.expected());
      Set<Span> spans = ofKind(kind, Scrubber.find(sentence.text()));
      marked += expected.size();
      found += spans.size();
      right += spans.stream().filter(expected::contains).count();
    }
    return new Score(kind, marked, found, right);
  }

  private static Set<Span> ofKind(Kind kind, List<Span> spans) {
    return spans.stream().filter(span -> span.kind() == kind).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachKindIsFoundInMostSentencesAndSeldomWhereItIsNot(Kind kind) {
    Score score = score(kind);

    assertThat(score.precision()).as("precision: %s", score.row()).isGreaterThanOrEqualTo(0.8);
    assertThat(score.recall()).as("recall: %s", score.row()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void theDocsSayHowWellItWorks() throws Exception {
    assertThat(CORPUS.sentences()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(new HashSet<>(CORPUS.sentences())).hasSameSizeAs(CORPUS.sentences());
    String table =
        Arrays.stream(Kind.values())
            .map(kind -> score(kind).row())
            .collect(Collectors.joining("\n"));

    assertThat(Files.readString(Path.of("..", "docs", "scrubbing.md")))
        .contains(table)
        .contains(CORPUS.sentences().size() + " sentences");
  }

  @Test
  void whatWasScrubbedOnceIsNotChangedAgain() {
    for (Sentence sentence : CORPUS.sentences()) {
      String once = Scrubber.scrub(sentence.text());
      assertThat(Scrubber.scrub(once)).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Mail a@example.nl. Dank!, Mail [email]. Dank!",
    "Mevrouw\u00a0Jansen\u00a0belde 06\u201112345678., Mevrouw\u00a0[name]\u00a0belde [phone].",
    "\uff10\uff16\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18 is mijn nummer., [phone] is mijn nummer.",
    "Ik sprak mevrouw S\u0327ahin vandaag., Ik sprak mevrouw [name] vandaag.",
    "Mijn nummer +31 612345678 is geen BSN., Mijn nummer [phone] is geen BSN.",
    "'Coolsingel 40, 3011 AD 40 Rotterdam', Coolsingel [address] Rotterdam"
  })
  void aMarkerStandsInThePlaceOfWhatIsTakenOut(String written, String scrubbed) {
    assertThat(Scrubber.scrub(written)).isEqualTo(scrubbed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t ",
        "14 010, 14010 en 112",
        "Op 12-05-2024 om 10:15, in 2023 en op 1 mei 2025",
        "€ 1.234.567,89 en 64,50 euro voor huisnummer 12",
        "\uD83D\uDC4D prima \uD83D",
        "[name] [phone] {bsn}"
      })
  void whatPointsToNobodySurvives(String written) {
    assertThat(Scrubber.scrub(written)).isEqualTo(written);
  }

  @Test
  void noAnswerIsNone() {
    assertThat(Scrubber.scrub(null)).isNull();
  }

  @Test
  void aTextThatIsMadeToTakeLongDoesNot() {
    for (String part :
        List.of(
            "1",
            "1 ",
            "12 ",
            "12-",
            "a",
            "A",
            "a.",
            "a-",
            "a@",
            "a@a.",
            "@",
            "(at)",
            "a [at] ",
            "06-",
            "0612345678 ",
            "+31 ",
            "(",
            "NL91",
            "NL91 ",
            "1234AB",
            "1234 AB ",
            "12 1234 ",
            "12-AB-",
            "kenteken ",
            "bsn ",
            "bsn",
            "mr ",
            "mw. A. ",
            "mw van de ",
            "Mevrouw Aa Aa ",
            "Mr A-",
            "mr.",
            "van ",
            "A. ",
            "€ 1",
            "'",
            " ",
            "\n",
            "\u00e9",
            "\uD83D\uDC4D",
            "mw Van der Van der ")) {
      String longest = part.repeat(4000 / part.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(2), () -> Scrubber.scrub(longest), () -> "4000 characters of " + part);
      assertThat(Scrubber.scrub(longest)).hasSizeLessThan(2 * 4000);
    }
  }

  @Test
  void aSpanHoldsACharacter() {
    assertThatThrownBy(() -> new Span(Kind.BSN, 3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A span is of one character or more, not from 3 to 3");
  }
}
