// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number, however it was written.
 *
 * @param e164 the number in E.164, the same for every way of writing it
 * @param canText whether a text message can reach it: not where it is known to be a fixed line
 */
public record PhoneNumber(String e164, boolean canText) {
  private static final String HOME = "NL";

  /** Letters stand for digits on some keypads; here they are a name or another mistake. */
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /**
   * The number, or empty where this cannot be one. Whether it is in use is not asked: numbering
   * plans change faster than tables of them.
   */
  public static Optional<PhoneNumber> parse(String written) {
    if (LETTER.matcher(written).find()) {
      return Optional.empty();
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = numbers.parse(written, HOME);
      if (!numbers.isPossibleNumber(number) || number.hasExtension()) {
        return Optional.empty();
      }
      return Optional.of(
          new PhoneNumber(
              numbers.format(number, PhoneNumberFormat.E164),
              numbers.getNumberType(number) != PhoneNumberType.FIXED_LINE));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
