// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivacySettingsTest {

  @Test
  void whatIsBlankOrAbsentIsMissingInItsLanguage() {
    PrivacySettings settings =
        new PrivacySettings(" ", "Bel 14 010.", Map.of("nl", "Wet.", "en", " "), null);

    assertThat(settings.missing(List.of("nl", "en")))
        .containsExactly(
            "privacy.controller",
            "privacy.retention.nl",
            "privacy.legalBasis.en",
            "privacy.retention.en");
    assertThat(settings.missing(List.of())).containsExactly("privacy.controller");
  }

  @Test
  void wholeStatementLacksNothing() {
    PrivacySettings settings =
        new PrivacySettings("A", "B", Map.of("nl", " C "), Map.of("nl", "D"));

    assertThat(settings.missing(List.of("nl"))).isEmpty();
    assertThat(settings.statement("nl"))
        .isEqualTo(Map.of("controller", "A", "officer", "B", "legalBasis", "C", "retention", "D"));
    assertThat(settings.statement("en")).containsEntry("legalBasis", "");
  }
}
