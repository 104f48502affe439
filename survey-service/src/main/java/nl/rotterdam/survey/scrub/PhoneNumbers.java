// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Telephone numbers that are valid in the Netherlands or, with their country's code, anywhere. A
 * number that everybody calls stays: 14 010, 0800 and 0900 are nobody's own.
 */
final class PhoneNumbers {
  private static final String HOME = "NL";
  private static final int LONGEST_MUNICIPAL = 99_999;

  private PhoneNumbers() {}

  static Stream<Span> find(String text) {
    Iterable<PhoneNumberMatch> matches =
        PhoneNumberUtil.getInstance().findNumbers(text, HOME, Leniency.VALID, Long.MAX_VALUE);
    return StreamSupport.stream(matches.spliterator(), false)
        .filter(match -> !isPublic(match.number()))
        .map(PhoneNumbers::span);
  }

  /** Without a bracket that opens before the number and closes after it. */
  private static Span span(PhoneNumberMatch match) {
    String written = match.rawString();
    boolean around = written.startsWith("(") && written.indexOf(')') < 0;
    return new Span(Kind.PHONE, match.start() + (around ? 1 : 0), match.end());
  }

  private static boolean isPublic(PhoneNumber number) {
    return switch (PhoneNumberUtil.getInstance().getNumberType(number)) {
      case TOLL_FREE, PREMIUM_RATE, SHARED_COST -> true;
      case UAN -> number.getNationalNumber() <= LONGEST_MUNICIPAL;
      default -> false;
    };
  }
}
