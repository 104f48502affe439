// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What residents read says the same things in every language. */
class ResidentsTextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  @Test
  void languagesHaveTheSameTextsWithTheSamePlaces() throws IOException {
    assertThat(places("en")).isEqualTo(places("nl"));
    assertThat(places("ar")).isEqualTo(places("nl"));
  }

  @Test
  void noTextIsEmpty() throws IOException {
    for (String language : new String[] {"nl", "en"}) {
      assertThat(read(language).values()).noneMatch(text -> text.toString().isBlank());
    }
  }

  private static Map<String, Set<String>> places(String language) throws IOException {
    Map<String, Set<String>> places = new TreeMap<>();
    read(language)
        .forEach(
            (key, text) ->
                places.put(
                    key.toString(),
                    PLACE
                        .matcher(text.toString())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet())));
    return places;
  }

  private static Properties read(String language) throws IOException {
    Properties texts = new Properties();
    Path folder =
        language.equals("ar")
            ? Path.of("src", "test", "resources", "languages")
            : Path.of("..", "templates");
    Path file = folder.resolve("residents_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
