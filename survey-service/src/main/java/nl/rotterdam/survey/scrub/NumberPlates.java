// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dutch number plates by their side codes (sidecodes), L for a letter and 9 for a digit. With
 * hyphens they are known as they stand; without, only in the capitals that plates have had since
 * 1991, or where it is said that it is a plate.
 */
final class NumberPlates {
  private static final List<String> SIDE_CODES =
      List.of(
          "LL-99-99",
          "99-99-LL",
          "99-LL-99",
          "LL-99-LL",
          "LL-LL-99",
          "99-LL-LL",
          "99-LLL-9",
          "9-LLL-99",
          "LL-999-L",
          "L-999-LL",
          "LLL-99-L",
          "L-99-LLL",
          "9-LL-999",
          "999-LL-9");

  /** From here on no vowels, so that plates make no words. */
  private static final int FIRST_WITHOUT_VOWELS = 3;

  /** 1-mei-24 is a day, and 1-op-100 a ratio. */
  private static final String NO_PLATE =
      "(?![0-9]{1,2}-(?i:jan|feb|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)-"
          + "|[0-9]-(?i:op|of|en|to|in)-)";

  private static final Pattern WITH_HYPHENS = pattern(NO_PLATE, SIDE_CODES, "[A-Za-z]", "-");
  private static final Pattern WITHOUT =
      pattern(
          "",
          SIDE_CODES.subList(FIRST_WITHOUT_VOWELS, SIDE_CODES.size()),
          "[BDFGHJKLNPRSTVXZ]",
          " ?");
  private static final Pattern SAID =
      pattern(
          "(?<=(?i:kenteken|kentekenplaat|nummerbord|plate|registration)"
              + "(?: nummer| number)?:? (?i:(?:is|was|van|of) )?)",
          SIDE_CODES,
          "[A-Za-z]",
          "[ -]?");

  private NumberPlates() {}

  private static Pattern pattern(
      String before, List<String> codes, String letter, String separator) {
    return Pattern.compile(
        codes.stream()
            .map(code -> code.replace("-", separator).replace("L", letter).replace("9", "[0-9]"))
            .collect(
                Collectors.joining(
                    "|",
                    "(?<![\\p{L}\\p{N}-])" + before + "(?:",
                    ")(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])")));
  }

  static Stream<Span> find(String text) {
    return Stream.of(WITH_HYPHENS, WITHOUT, SAID)
        .flatMap(pattern -> pattern.matcher(text).results())
        .map(match -> Span.of(Kind.PLATE, match));
  }
}
