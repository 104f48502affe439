// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.survey.contact.Reason;
import nl.rotterdam.survey.invitation.Invitation.State;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever became of a contact, there is a sentence for it. */
class FateTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void eachReasonAndStateHasItsSentence(String language) {
    Texts texts = new Templates(Optional.empty()).texts(Fates.AUDIENCE, language).orElseThrow();

    Stream<String> keys =
        Stream.of(
                Stream.of(Reason.values())
                    .filter(reason -> reason != Reason.ASKED)
                    .map(reason -> "reason." + reason.code()),
                Stream.of(State.values())
                    .map(state -> "state." + state.name().toLowerCase(Locale.ROOT)),
                Stream.of("open", "no", "partly", "wholly").map(answered -> "answered." + answered))
            .flatMap(same -> same);
    assertThat(keys).allSatisfy(key -> assertThat(texts.text(key)).endsWith("."));
  }
}
