// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.survey.sms.GsmText;
import nl.rotterdam.survey.text.Texts;

/** Whether a language's texts can be sent, one message each. */
public final class DialogueTexts {
  /** What begins a dialogue. */
  static final String START = "dialogue.start";

  private DialogueTexts() {}

  /** Which text cannot, by its key, and why, as the end of a sentence; empty if all can. */
  public static Optional<String> objection(Texts texts) {
    if (!Words.areComplete(texts)) {
      return Optional.of(Words.SCORES + " does not hold eleven words, for 0 to 10");
    }
    return Stream.concat(Stream.of(START), Arrays.stream(Reply.values()).map(Reply::key))
        .flatMap(key -> GsmText.objection(texts.text(key)).map(why -> key + " " + why).stream())
        .findFirst();
  }
}
