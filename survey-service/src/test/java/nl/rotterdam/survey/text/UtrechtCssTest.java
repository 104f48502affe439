// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The component CSS is what npm has, and holds what the pages use of it. */
class UtrechtCssTest {
  private static final Path TEMPLATES = Path.of("..", "templates");
  private static final Path ASSETS = TEMPLATES.resolve("assets");

  @Test
  void everyPartIsThePublishedFileThatIsNamedBesideIt() throws IOException {
    List<String> found = new ArrayList<>();
    for (String part : parts()) {
      int firstLine = part.indexOf(" */\n");
      String css = part.substring(firstLine + " */\n".length());
      if (!css.isEmpty()) {
        String published = css.substring(0, css.length() - 1);
        found.add("@" + part.substring(0, firstLine) + " " + sha256(published));
      }
    }
    List<String> named = new ArrayList<>();
    for (JsonNode part : new ObjectMapper().readTree(ASSETS.resolve("utrecht.json").toFile())) {
      assertThat(part.get("licence").asText()).isEqualTo("EUPL-1.2");
      named.add(
          part.get("package").asText()
              + "@"
              + part.get("version").asText()
              + " "
              + part.get("sha256").asText());
    }

    assertThat(found).hasSizeGreaterThan(10).isEqualTo(named);
  }

  private static Iterable<String> parts() throws IOException {
    String css = Files.readString(ASSETS.resolve("utrecht.css"));
    return Splitter.on(Pattern.compile("(?m)^/\\* @")).split(css);
  }

  @Test
  void everyClassOfTheComponentsIsThere() throws IOException {
    Set<String> used = classes(pages());
    Set<String> styled = classes(Files.readString(ASSETS.resolve("utrecht.css")));

    assertThat(used).hasSizeGreaterThan(20);
    assertThat(styled).containsAll(used);
  }

  private static String pages() throws IOException {
    try (Stream<Path> pages = Files.list(TEMPLATES.resolve("page"))) {
      return pages.map(UtrechtCssTest::read).collect(Collectors.joining());
    }
  }

  private static Set<String> classes(String text) {
    return Pattern.compile("(?<![\\w-])utrecht-[\\w-]+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
