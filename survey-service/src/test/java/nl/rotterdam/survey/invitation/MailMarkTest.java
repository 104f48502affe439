// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import nl.rotterdam.survey.invitation.MailMark.Letter;
import nl.rotterdam.survey.invitation.MailMark.Marked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailMarkTest {
  private static final UUID ID = UUID.fromString("ffedcba9-8765-7321-8fed-cba987654321");

  private final MailMark marks = new MailMark(new byte[32]);

  @ParameterizedTest
  @EnumSource
  void markIsFoundWhereverItStandsInWhateverCase(Letter letter) {
    String mark = marks.of(ID, letter);

    assertThat(mark).hasSize(53);
    assertThat(marks.find("To: <bounces+" + mark.toUpperCase(Locale.ROOT) + "@example.nl>"))
        .containsExactly(new Marked(ID, letter));
    assertThat(marks.find("<" + mark + "@a>\r\n <" + mark + "@a>"))
        .containsExactly(new Marked(ID, letter));
  }

  @Test
  void whatNobodyGotFromUsIsNoMark() {
    String mark = marks.of(ID, Letter.INVITATION);
    String neighbour = mark.substring(0, 31) + "2" + mark.substring(32);

    assertThat(marks.find(neighbour)).isEmpty();
    assertThat(marks.find(mark.replace("i", "r"))).isEmpty();
    assertThat(marks.find(mark + "0")).isEmpty();
    assertThat(new MailMark(new byte[] {1}).find(mark)).isEmpty();
    assertThat(marks.find(ID.toString())).isEmpty();
  }
}
