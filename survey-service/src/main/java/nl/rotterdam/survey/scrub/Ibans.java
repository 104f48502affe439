// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.scrub;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.IBANValidator;

/** Bank accounts, in groups or not: of the length of their country, and right by mod 97. */
final class Ibans {
  private static final Pattern BEGIN =
      Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}[ .-]?[0-9]{2}");
  private static final String SEPARATORS = " .-";

  private Ibans() {}

  static Stream<Span> find(String text) {
    Matcher begin = BEGIN.matcher(text);
    return begin.results().flatMap(match -> at(text, match.start()).stream());
  }

  private static Optional<Span> at(String text, int start) {
    String country = text.substring(start, start + 2).toUpperCase(Locale.ROOT);
    IBANValidator.Validator format = IBANValidator.getInstance().getValidator(country);
    if (format == null) {
      return Optional.empty();
    }
    StringBuilder account = new StringBuilder();
    int end = start;
    while (end < text.length() && account.length() < format.getIbanLength()) {
      char next = text.charAt(end);
      if (isAlphanumeric(next)) {
        account.append(next);
      } else if (SEPARATORS.indexOf(next) < 0 || !isAlphanumeric(text.charAt(end - 1))) {
        return Optional.empty();
      }
      end++;
    }
    boolean ends = end == text.length() || !isAlphanumeric(text.charAt(end));
    return ends && IBANValidator.getInstance().isValid(account.toString().toUpperCase(Locale.ROOT))
        ? Optional.of(new Span(Kind.IBAN, start, end))
        : Optional.empty();
  }

  private static boolean isAlphanumeric(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
