// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.rotterdam.survey.text.Theme.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {
  @TempDir private Path folder;

  private void given(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "content of " + name);
    }
  }

  @Test
  void neutralLookFollowsADarkScreen() {
    assertThat(Theme.neutral().dark()).isTrue();
    assertThat(Theme.neutral().logo()).isEmpty();
    assertThat(paths(Theme.neutral())).containsExactly("/assets/utrecht.css", "/assets/survey.css");
    assertThat(Theme.neutral().asset("live.js")).matches("/assets/live\\.js\\?v=[0-9a-f]{8}");
  }

  @Test
  void themeIsDarkOnlyWhereItSaysHow() throws IOException {
    given("theme.css", "logo.png", "logo.svg");
    Theme light = Theme.read(folder);

    assertThat(light.dark()).isFalse();
    assertThat(light.logo().orElseThrow()).startsWith("/theme/logo.svg?v=");
    assertThat(light.darkLogo()).isEmpty();
    assertThat(light.icon()).isEqualTo("/assets/icon.svg");
    assertThat(paths(light)).endsWith("/theme/theme.css");

    given("theme-dark.css", "logo-dark.webp", "icon.png");
    Theme both = Theme.read(folder);
    assertThat(both.dark()).isTrue();
    assertThat(both.darkLogo().orElseThrow()).startsWith("/theme/logo-dark.webp?v=");
    assertThat(both.icon()).startsWith("/theme/icon.png?v=");
    assertThat(paths(both)).endsWith("/theme/theme.css", "/theme/theme-dark.css");
    assertThat(both.stylesheets())
        .extracting(Stylesheet::dark)
        .containsExactly(false, false, false, true);
  }

  @Test
  void addressChangesWithTheFileAndNotWithoutIt() throws IOException {
    given("theme.css");
    List<Stylesheet> first = Theme.read(folder).stylesheets();
    assertThat(Theme.read(folder).stylesheets()).isEqualTo(first);

    Files.writeString(folder.resolve("theme.css"), "other");
    assertThat(Theme.read(folder).stylesheets()).isNotEqualTo(first);
  }

  private static List<String> paths(Theme theme) {
    return theme.stylesheets().stream()
        .map(sheet -> sheet.path().replaceFirst("\\?v=[0-9a-f]{8}$", ""))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page.html", "script.js", ".theme.css", "notes.txt", "keys", "fonts/own.woff2"})
  void whatIsNoPartOfAThemeIsNotServed(String name) throws IOException {
    given("theme.css", name);

    assertThat(Theme.read(folder).find("theme.css")).isPresent();
    assertThat(Theme.read(folder).find(name)).isEmpty();
  }

  @Test
  void folderMustHoldATheme() throws IOException {
    given("logo.svg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theme.read(folder))
        .withMessageContaining("there is no theme.css");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theme.read(folder.resolve("nothing")))
        .withMessageContaining("nothing");

    given("theme.css");
    Files.write(folder.resolve("own.woff2"), new byte[1024 * 1024 + 1]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Theme.read(folder))
        .withMessageContaining("own.woff2 is larger than 1 MB");
  }
}
