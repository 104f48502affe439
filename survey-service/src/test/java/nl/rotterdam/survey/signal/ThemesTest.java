// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.rotterdam.survey.signal.SignalSettings.ThemeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemesTest {
  private static final Themes THEMES = themes("overlast", "niets gehoord");

  private static Themes themes(String nuisance, String status) {
    Map<String, ThemeSettings> settings = new LinkedHashMap<>();
    settings.put("status", theme(Map.of("nl", List.of(status), "en", List.of("no reply"))));
    settings.put("nuisance", theme(Map.of("nl", List.of(nuisance, "financiële zorg"))));
    return new Themes(settings);
  }

  private static ThemeSettings theme(Map<String, List<String>> terms) {
    return new ThemeSettings(Map.of("nl", "Naam"), terms);
  }

  @ParameterizedTest
  @CsvSource({
    "'Ik heb NIETS gehoord, alleen overlast.', 'status,nuisance'",
    "'Ik heb veel gehoord.', ''",
    "'Gehoord heb ik niets.', ''",
    "'De overlasten, overlást!', nuisance",
    "'financiele zorgen', nuisance",
    "'There was no replying, no reply at all', status",
    "'Your reply was quick', ''",
    "'<script>', ''",
    "'', ''"
  })
  void answerIsAboutEachThemeOfWhichItHoldsATerm(String text, String themes) {
    assertThat(String.join(",", THEMES.of(text))).isEqualTo(themes);
  }

  @Test
  void otherTermsAreAnotherVersion() {
    assertThat(THEMES.version()).isEqualTo(themes("overlast", "niets gehoord").version());
    assertThat(THEMES.version()).isNotEqualTo(themes("overlast", "geen antwoord").version());
  }

  @Test
  void termThatSaysNothingIsRefused() {
    assertThatThrownBy(() -> themes("de", "niets gehoord"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("signals.themes.nuisance has the term \"de\"");
  }
}
