// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Postcodes with a house number, after or before it: together they are one front door. */
final class HouseAddresses {
  /** Two letters that follow a year or an amount in a sentence are a word. */
  private static final String WORDS =
      "(?:aan|al|am|an|as|at|be|by|cm|de|do|en|er|eu|go|he|hij|ik|in|is|it|je|kg|km|me|mm|my|na|no"
          + "|nu|of|om|on|op|or|so|te|to|up|us|we|ze|zo)";

  private static final String POSTCODE =
      "[1-9][0-9]{3}(?: ?(?!S[ADS])[A-Z]{2}|(?![sS][aAdDsS])[A-Za-z]{2}"
          + "|(?: (?!(?i:"
          + WORDS
          + ")\\b)[A-Za-z]{2}))";

  private static final String NUMBER =
      "[0-9]{1,5}+(?:[-/]?[A-Za-z](?![\\p{L}\\p{N}])|[-/][0-9]{1,4}(?![0-9])"
          + "|[-/ ]?(?:bis|hs|huis)(?!\\p{L})|[-/][IV]{1,3}(?!\\p{L})| [A-HJ-Z](?![\\p{L}\\p{N}]))?";

  private static final String NUMBER_WORD =
      "(?:(?i:huisnummer|huisnr|nummer|house number|number|nr|no)[.:]? ?|# ?)?";

  private static final Pattern AFTER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}€.,-])"
              + POSTCODE
              + "(?:[,;:/-]? ?|,? (?:en|and|met|with) )"
              + NUMBER_WORD
              + NUMBER
              + "(?![\\p{L}\\p{N}]|[.:][0-9]| ?(?i:%|minu|min\\b|week|weken|dag|day|uur|hour|keer|time"
              + "|euro|jaar|year|maand|month|km\\b))");

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}€.,:-])"
              + NUMBER
              + "(?:, ?| |,? (?:en|and) )(?:(?i:postcode|postal code|zip code|zip)[.:]? ?)?"
              + POSTCODE
              + "(?![\\p{L}\\p{N}])");

  private HouseAddresses() {}

  static Stream<Span> find(String text) {
    return Stream.of(AFTER, BEFORE)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(match -> Span.of(Kind.ADDRESS, match));
  }
}
