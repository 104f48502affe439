// SPDX-License-Identifier: EUPL-1.2
package nl.rotterdam.survey.invitation;

import java.math.BigInteger;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;

/**
 * The links that residents get. A token is made from the invitation and the key each time it is
 * needed, so that a retry carries the same link and nothing readable is stored.
 */
public final class Links {
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
  private static final int BYTES = 16;
  private static final int LENGTH = 22;

  private final URI publicUrl;
  private final KeyedHash hash;

  public Links(URI publicUrl, byte[] secret) {
    this.publicUrl = publicUrl;
    this.hash = new KeyedHash(secret, "link token");
  }

  /** The token of an invitation: the first 128 bits of its keyed hash, in base 62. */
  public LinkToken token(UUID invitation) {
    byte[] bytes = Arrays.copyOf(hash.of(invitation.toString()), BYTES);
    StringBuilder digits = new StringBuilder();
    BigInteger rest = new BigInteger(1, bytes);
    while (digits.length() < LENGTH) {
      BigInteger[] quotientAndDigit = rest.divideAndRemainder(BASE);
      digits.append(DIGITS.charAt(quotientAndDigit[1].intValue()));
      rest = quotientAndDigit[0];
    }
    return new LinkToken(digits.reverse().toString());
  }

  /** The page with the questions. */
  public String survey(LinkToken token) {
    return publicUrl + "/s/" + token.value();
  }

  /** The page, and RFC 8058's address, to get no more surveys. */
  public String unsubscribe(LinkToken token) {
    return publicUrl + "/u/" + token.value();
  }

  /** The link of a contact as a QR code, for the source that reported it. */
  public String code(UUID contact) {
    return publicUrl + "/v1/contacts/" + contact + "/survey-code.svg";
  }

  /** The privacy statement. */
  public String privacy() {
    return publicUrl + "/privacy";
  }
}
