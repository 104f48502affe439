// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.sms;

import com.cloudhopper.commons.charset.GSMCharset;
import java.util.Optional;
import java.util.OptionalInt;
import nl.rotterdam.survey.delivery.DeliveryException;
import nl.rotterdam.survey.delivery.DeliveryException.Kind;

/**
 * The alphabet of text messages, GSM 03.38: one message holds 160 of its septets, and one character
 * from outside it would cut that down to 70.
 */
public final class GsmText {
  /** What one message holds; the characters ^{}\[~]| and € take two. */
  public static final int MAX_SEPTETS = 160;

  private static final GSMCharset ALPHABET = new GSMCharset();

  private GsmText() {}

  /** Why this text is not one message, as the end of a sentence; empty if it is one. */
  public static Optional<String> objection(String text) {
    OptionalInt foreign = text.codePoints().filter(c -> !inAlphabet(c)).findFirst();
    if (foreign.isPresent()) {
      int c = foreign.getAsInt();
      return Optional.of(
          "holds '%s' (U+%04X), which is not in the SMS alphabet GSM-7"
              .formatted(Character.toString(c), c));
    }
    int septets = ALPHABET.encode(text).length;
    if (septets > MAX_SEPTETS) {
      return Optional.of(
          "takes %d of the %d characters of one SMS".formatted(septets, MAX_SEPTETS));
    }
    return Optional.empty();
  }

  /** One septet per byte, as SMPP's data coding 0 has it. */
  static byte[] encode(String text) throws DeliveryException {
    if (objection(text).isPresent()) {
      throw new DeliveryException(Kind.PERMANENT, "sms_text_does_not_fit");
    }
    return ALPHABET.encode(text);
  }

  /** The encoder writes '?' for what it does not know, so only the way back tells. */
  private static boolean inAlphabet(int c) {
    if (Character.isISOControl(c)) {
      return c == '\n';
    }
    String character = Character.toString(c);
    return ALPHABET.decode(ALPHABET.encode(character)).equals(character);
  }
}
