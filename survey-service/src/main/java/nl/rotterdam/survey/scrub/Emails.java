// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** E-mail addresses, also with "(at)" for the sign that robots look for. */
final class Emails {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+'-]{0,63}+"
              + " ?(?:@|[(\\[{] ?(?:at|apenstaartje) ?[)\\]}]) ?"
              + "(?:[\\p{L}\\p{N}-]{1,63}+(?:\\.| ?[(\\[{] ?(?:dot|punt) ?[)\\]}] ?)){1,8}"
              + "\\p{L}{2,24}",
          Pattern.CASE_INSENSITIVE);

  private Emails() {}

  static Stream<Span> find(String text) {
    return EMAIL.matcher(text).results().map(match -> Span.of(Kind.EMAIL, match));
  }
}
