// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Citizen service numbers (burgerservicenummers): nine digits, in groups or not, that are right by
 * the 11-proof; eight, as they were once given, only where the number is said to be one. An amount
 * is none.
 */
final class CitizenNumbers {
  private static final int LENGTH = 9;
  private static final Pattern NINE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,-]|€ ?)"
              + "(?:[0-9]{9}|[0-9]{4}([. ])[0-9]{2}\\1[0-9]{3}|[0-9]{3}([ .-])[0-9]{3}\\2[0-9]{3})"
              + "(?![\\p{L}\\p{N}]|[.,-][\\p{N}-]| ?(?i:euro|eur)\\b)");
  private static final Pattern SAID =
      Pattern.compile(
          "(?:bsn|sofi|service ?number|servicenummer)[^0-9]{0,15}([0-9]{8,9})(?![0-9])",
          Pattern.CASE_INSENSITIVE);

  private CitizenNumbers() {}

  static Stream<Span> find(String text) {
    return Stream.concat(
        NINE.matcher(text)
            .results()
            .filter(match -> isProof(match.group()))
            .map(match -> Span.of(Kind.BSN, match)),
        SAID.matcher(text)
            .results()
            .filter(match -> isProof(match.group(1)))
            .map(CitizenNumbers::number));
  }

  private static Span number(MatchResult match) {
    return new Span(Kind.BSN, match.start(1), match.end(1));
  }

  /** 9 a + 8 b + … + 2 h - i is a multiple of 11, for the digits a to i. */
  private static boolean isProof(String written) {
    String digits = written.replaceAll("[^0-9]", "");
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int weight = digits.length() - i;
      sum += (digits.charAt(i) - '0') * (weight == 1 ? -1 : weight);
    }
    return digits.length() <= LENGTH && sum % 11 == 0 && !digits.matches("0+");
  }
}
