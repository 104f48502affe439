// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GsmTextTest {
  // 3GPP TS 23.038, tables of section 6.2.1
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "^{}\\[~]|€";

  @Test
  void everyCharacterOfTheAlphabetFits() {
    assertThat(GsmText.objection(BASIC)).isEmpty();
    assertThat(GsmText.objection(EXTENDED)).isEmpty();
  }

  @Test
  void nothingElseFits() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      boolean known = (BASIC + EXTENDED).indexOf(c) >= 0;
      assertThat(GsmText.objection(String.valueOf(c)).isEmpty())
          .as("U+%04X", (int) c)
          .isEqualTo(known);
    }
  }

  @Test
  void hundredAndSixtyIsOneMessage() {
    assertThat(GsmText.objection("a".repeat(160))).isEmpty();
    assertThat(GsmText.objection("a".repeat(161)))
        .contains("takes 161 of the 160 characters of one SMS");
  }

  @Test
  void extensionsCountTwice() {
    assertThat(GsmText.objection("€".repeat(80))).isEmpty();
    assertThat(GsmText.objection("€".repeat(80) + "a"))
        .contains("takes 161 of the 160 characters of one SMS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ë", "ï", "ê", "’", "ç", "`", "\t", "\r\n", "\u001B", "😀"})
  void namesTheCharacter(String text) {
    assertThat(GsmText.objection("Geen " + text))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("U+%04X".formatted(text.codePointAt(0)))
                    .contains("not in the SMS alphabet"));
  }

  @Test
  void encodesWhereAsciiDiffers() throws Exception {
    assertThat(GsmText.encode("_@é€\n")).containsExactly(0x11, 0x00, 0x05, 0x1B, 0x65, 0x0A);
  }
}
