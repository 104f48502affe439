// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts a marker in the place of what points to a person. What it finds and what it misses is
 * measured in docs/scrubbing.md. It takes time in proportion to the text, whoever wrote it: no
 * pattern can go back further than it has a limit for.
 */
public final class Scrubber {
  private static final List<Function<String, Stream<Span>>> FINDERS =
      List.of(
          Emails::find,
          Ibans::find,
          PhoneNumbers::find,
          CitizenNumbers::find,
          HouseAddresses::find,
          NumberPlates::find,
          Names::find);

  private Scrubber() {}

  /** The text with markers; one that was scrubbed before is not changed. Null stays null. */
  public static String scrub(String text) {
    if (text == null) {
      return null;
    }
    StringBuilder scrubbed = new StringBuilder();
    int rest = 0;
    for (Span span : find(text)) {
      scrubbed.append(text, rest, span.start()).append(span.kind().marker());
      rest = span.end();
    }
    return scrubbed.append(text, rest, text.length()).toString();
  }

  /** What is to be taken out, in its order in the text. */
  static List<Span> find(String text) {
    String plain = plain(text);
    List<Span> apart = new ArrayList<>();
    FINDERS.stream()
        .flatMap(finder -> finder.apply(plain))
        .sorted(Comparator.comparing(Span::start))
        .forEach(
            span -> {
              int last = apart.size() - 1;
              if (last >= 0 && apart.get(last).overlaps(span)) {
                apart.set(last, apart.get(last).and(span));
              } else {
                apart.add(span);
              }
            });
    return apart;
  }

  /** The same text, character by character, with one kind of spaces, hyphens and digits. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      plain.setCharAt(i, plain(plain.charAt(i)));
    }
    return plain.toString();
  }

  private static char plain(char written) {
    return switch (Character.getType(written)) {
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      case Character.DECIMAL_DIGIT_NUMBER -> (char) ('0' + Character.digit(written, 10));
      default ->
          switch (written) {
            case '\t' -> ' ';
            case '\u2018', '\u2019' -> '\'';
            case '\uFF20' -> '@';
            default -> written;
          };
    };
  }
}
