// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.reporting.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import nl.rotterdam.reporting.table.Verdict.Change;
import nl.rotterdam.reporting.table.Verdict.Reason;
import nl.rotterdam.reporting.table.Verdict.Standing;
import org.junit.jupiter.api.Test;

class WordsFilesTest {

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(FileWords.DUTCH.texts().stringPropertyNames())
        .isEqualTo(FileWords.ENGLISH.texts().stringPropertyNames());
  }

  @Test
  void eachTextHasTheSamePlaceholdersInBothLanguages() {
    for (String key : FileWords.DUTCH.texts().stringPropertyNames()) {
      assertThat(placeholders(FileWords.ENGLISH, key))
          .as(key)
          .isEqualTo(placeholders(FileWords.DUTCH, key));
    }
  }

  @Test
  void noTextIsEmptyOrSpeaksOfResidentsAsIfAllHadAnswered() {
    for (FileWords words : List.of(FileWords.DUTCH, FileWords.ENGLISH)) {
      words
          .texts()
          .forEach(
              (key, text) ->
                  assertThat(text.toString())
                      .as(key.toString())
                      .isNotBlank()
                      .doesNotContain("van de Rotterdammers", "of the residents"));
    }
  }

  @Test
  void everyRuleOfTheVerdictHasItsWords() {
    Set<String> keys = FileWords.DUTCH.texts().stringPropertyNames();
    for (Change change : Change.values()) {
      assertThat(keys).contains("verdict.change." + lower(change), "trend.title." + lower(change));
    }
    for (Standing standing : Standing.values()) {
      if (standing != Standing.NO_FIGURE) {
        assertThat(keys).contains("verdict.standing." + lower(standing));
      }
    }
    for (Reason reason : Reason.values()) {
      assertThat(keys).contains("verdict.reason." + lower(reason));
    }
  }

  private static Set<String> placeholders(FileWords words, String key) {
    return FileWords.PLACEHOLDER
        .matcher(words.texts().getProperty(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
