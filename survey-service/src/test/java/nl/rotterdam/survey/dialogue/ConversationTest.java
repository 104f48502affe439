// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.rotterdam.survey.answer.Scores;
import nl.rotterdam.survey.dialogue.Said.Kind;
import nl.rotterdam.survey.text.Templates;
import nl.rotterdam.survey.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every kind of message, in both languages. */
class ConversationTest {
  private static final Templates TEMPLATES = new Templates(Optional.empty());
  private static final Texts DUTCH = texts("nl");
  private static final Texts ENGLISH = texts("en");
  private static final Words WORDS = new Words(List.of(DUTCH, ENGLISH));

  /** What residents write, by what they mean. */
  private static final Map<Texts, Map<Kind, List<String>>> MESSAGES =
      Map.of(
          DUTCH,
          Map.of(
              Kind.STOP, List.of("STOP", "stop.", " Stop! ", "afmelden", "unsubscribe"),
              Kind.START, List.of("START", "start."),
              Kind.YES, List.of("JA", "ja", "Ja!", "j", "oké", "yes"),
              Kind.NO, List.of("NEE", "nee.", "Nee, dank u"),
              Kind.SCORE, List.of("8", "0", "10", " 7.", "'9'", "acht", "Één", "\"tien\""),
              Kind.OTHER, List.of("8/10", "7,5", "11", "-3", "eight", "hoezo?", "")),
          ENGLISH,
          Map.of(
              Kind.STOP, List.of("STOP", "stop.", "unsubscribe", "afmelden"),
              Kind.START, List.of("START", "Start!"),
              Kind.YES, List.of("YES", "yes please", "Y", "ok"),
              Kind.NO, List.of("NO", "No.", "nothing"),
              Kind.SCORE, List.of("8", "0", "10", "(7)", "eight", "Zero!"),
              Kind.OTHER, List.of("8/10", "7,5", "11", "acht", "what?", "?")));

  private static Texts texts(String language) {
    return TEMPLATES.texts("residents", language).orElseThrow();
  }

  /** Each step, asked once and twice. */
  private static List<Conversation> conversations() {
    return Stream.of(false, true)
        .flatMap(
            again ->
                Stream.of(
                    new Conversation(Step.START, again, null, null, null, null),
                    new Conversation(Step.OVERALL, again, null, null, null, null),
                    new Conversation(Step.FRIENDLINESS, again, 1, null, null, null),
                    new Conversation(Step.CLARITY, again, 1, 2, null, null),
                    new Conversation(Step.TIMELINESS, again, 1, 2, 3, null),
                    new Conversation(Step.COMMENT, again, 1, 2, 3, 4)))
        .toList();
  }

  static Stream<Arguments> everything() {
    return conversations().stream()
        .flatMap(
            conversation ->
                MESSAGES.entrySet().stream()
                    .flatMap(
                        language ->
                            language.getValue().entrySet().stream()
                                .flatMap(
                                    kind ->
                                        kind.getValue().stream()
                                            .map(
                                                message ->
                                                    Arguments.of(
                                                        conversation,
                                                        language.getKey().language(),
                                                        kind.getKey(),
                                                        message)))));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @MethodSource("everything")
  void followsTheScript(Conversation before, String language, Kind kind, String message) {
    Said said = WORDS.understand(message, language.equals("nl") ? DUTCH : ENGLISH);
    assertThat(said.kind()).isEqualTo(kind);

    Turn turn = before.hear(said);

    if (kind == Kind.STOP) {
      assertThat(turn).isEqualTo(new Turn(before, true, Optional.of(Reply.STOPPED), null));
    } else if (kind == Kind.START) {
      assertThat(turn).isEqualTo(new Turn(before, false, Optional.of(Reply.STARTED), null));
    } else if (isUnderstood(before.step(), kind)) {
      assertThat(turn).isEqualTo(expected(before, said));
    } else if (before.askedAgain()) {
      assertThat(turn).isEqualTo(new Turn(before, false, Optional.empty(), null));
    } else {
      assertThat(turn).isEqualTo(new Turn(again(before), false, repeated(before.step()), null));
    }
  }

  private static boolean isUnderstood(Step step, Kind kind) {
    return switch (step) {
      case START -> kind != Kind.OTHER;
      case COMMENT -> kind == Kind.NO || kind == Kind.OTHER;
      default -> kind == Kind.SCORE;
    };
  }

  private static Turn expected(Conversation before, Said said) {
    int score = said.score();
    return switch (before.step()) {
      case START ->
          said.kind() == Kind.NO
              ? new Turn(before, true, Optional.of(Reply.DECLINED), null)
              : asks(Reply.OVERALL, new Conversation(Step.OVERALL, false, null, null, null, null));
      case OVERALL ->
          asks(
              Reply.FRIENDLINESS,
              new Conversation(Step.FRIENDLINESS, false, score, null, null, null));
      case FRIENDLINESS ->
          asks(Reply.CLARITY, new Conversation(Step.CLARITY, false, 1, score, null, null));
      case CLARITY ->
          asks(Reply.TIMELINESS, new Conversation(Step.TIMELINESS, false, 1, 2, score, null));
      case TIMELINESS -> asks(Reply.COMMENT, new Conversation(Step.COMMENT, false, 1, 2, 3, score));
      case COMMENT ->
          new Turn(
              before, true, Optional.of(Reply.DONE), said.kind() == Kind.NO ? null : said.text());
    };
  }

  private static Turn asks(Reply question, Conversation after) {
    return new Turn(after, false, Optional.of(question), null);
  }

  private static Conversation again(Conversation before) {
    return new Conversation(
        before.step(),
        true,
        before.overall(),
        before.friendliness(),
        before.clarity(),
        before.timeliness());
  }

  private static Optional<Reply> repeated(Step step) {
    return Optional.of(
        switch (step) {
          case START -> Reply.START_AGAIN;
          case COMMENT -> Reply.COMMENT;
          default -> Reply.SCORE_AGAIN;
        });
  }

  @Test
  void scoresAreThoseGivenSoFar() {
    assertThat(conversations().stream().map(Conversation::scores).limit(4))
        .containsExactly(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Scores(1, null, null, null)),
            Optional.of(new Scores(1, 2, null, null)));
  }

  @Test
  void scoresCannotBeGivenOutOfOrder() {
    assertThatThrownBy(() -> new Conversation(Step.CLARITY, false, null, 2, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Said.score(11, "11")).isInstanceOf(IllegalArgumentException.class);
  }
}
