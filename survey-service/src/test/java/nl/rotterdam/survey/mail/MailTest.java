// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.mail;

import static nl.rotterdam.survey.mail.MailFixtures.ID;
import static nl.rotterdam.survey.mail.MailFixtures.aMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

  @ParameterizedTest
  @ValueSource(strings = {"Hoi\r\nBcc: x@example.org", "Hoi\nBcc: x", "Hoi\rBcc: x", "Hoi\u0000"})
  void subjectIsOneLine(String subject) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aMail(ID, "jan@example.org", subject))
        .withMessageNotContaining("Bcc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a>\r\nBcc: x@example.org", "a@example.org"})
  void messageIdHasNoSignsOfAHeader(String messageId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aMail().knownBy(messageId, Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aMail().knownBy("a", Optional.of(messageId)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nl\r\nBcc: x@example.org", "n", "nl_NL"})
  void languageIsATag(String language) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mail(ID, "a@b.nl", "Hoi", "", "", Optional.empty(), language));
  }

  @Test
  void unsubscribingIsOnTheWeb() {
    URI address = URI.create("mailto:stop@example.org");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Mail(ID, "a@b.nl", "Hoi", "", "", Optional.of(address), "nl"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rapport\r\n.pdf", "../rapport.pdf", "rapport mei.pdf", "één.pdf"})
  void attachmentHasANameThatEveryProgramTakes(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment(name, "application/pdf", new byte[0]));
  }

  @Test
  void doesNotSayWhoseItIs() {
    assertThat(aMail().toString()).isEqualTo("Mail[" + ID + "]");
  }
}
