// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.dialogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.rotterdam.survey.answer.Scores;
import nl.rotterdam.survey.text.Texts;

/** Understands what residents send, by the words of their language. */
final class Words {
  private static final String KEY = "dialogue.words.";

  static final String SCORES = KEY + "scores";

  /** Signs that make no difference around a word; a minus or a slash does. */
  private static final String SIGNS = "\\s\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\\p{So}\\p{Sk};:!?'\"*_~،؟";

  /** A comma or a full stop does before a word, as in ,5. */
  private static final Pattern AT_THE_ENDS =
      Pattern.compile("^[" + SIGNS + "]+|[" + SIGNS + ".,]+$");

  private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cc}&&[^\\s]]+");
  private static final Pattern SPACES = Pattern.compile(",?\\s+");
  private static final Pattern SCORE = Pattern.compile("[0-9]|10");

  /** What is longer is an open answer, and is not looked through for words. */
  private static final int LONGEST = 100;

  private final Set<String> stop = new HashSet<>();
  private final Set<String> start = new HashSet<>();

  /**
   * @param all the texts of every language: stop and start work in each of them
   */
  Words(List<Texts> all) {
    for (Texts texts : all) {
      stop.addAll(words(KEY + "stop", texts));
      start.addAll(words(KEY + "start", texts));
    }
  }

  /** Whether there is a word for each score. */
  static boolean areComplete(Texts texts) {
    return words(SCORES, texts).size() == Scores.MAX + 1;
  }

  /** What somebody means who was asked in this language; to stop and to start in any. */
  Said understand(String text, Texts texts) {
    String word = text.length() > LONGEST ? "" : plain(text);
    if (stop.contains(word)) {
      return Said.of(Said.Kind.STOP, text);
    }
    if (start.contains(word)) {
      return Said.of(Said.Kind.START, text);
    }
    int score =
        SCORE.matcher(word).matches() ? Integer.parseInt(word) : words(SCORES, texts).indexOf(word);
    if (score >= 0) {
      return Said.score(score, text);
    }
    if (words(KEY + "yes", texts).contains(word)) {
      return Said.of(Said.Kind.YES, text);
    }
    return Said.of(words(KEY + "no", texts).contains(word) ? Said.Kind.NO : Said.Kind.OTHER, text);
  }

  private static List<String> words(String key, Texts texts) {
    return Arrays.stream(texts.text(key).split(",")).map(Words::plain).toList();
  }

  /** In small letters without accents, with one kind of digits and nothing around it. */
  private static String plain(String text) {
    String letters =
        UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder digits = new StringBuilder(letters.toLowerCase(Locale.ROOT));
    for (int i = 0; i < digits.length(); i++) {
      if (Character.isDigit(digits.charAt(i))) {
        digits.setCharAt(i, (char) ('0' + Character.digit(digits.charAt(i), 10)));
      }
    }
    String bare = AT_THE_ENDS.matcher(digits).replaceAll("");
    return SPACES.matcher(bare).replaceAll(" ");
  }
}
